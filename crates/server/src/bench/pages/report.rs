//! The results, for people and for programs.

use std::fmt::Write;

use serde::Serialize;

use super::browsers::Told;
use super::visits::Visited;

/// All that was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The engine.
    pub engine: &'static str,
    /// Tickets in the history.
    pub tickets: u64,
    /// Calls in it.
    pub calls: u64,
    /// Page by page.
    pub visited: Vec<Visited>,
    /// Open browsers.
    pub told: Told,
}

impl Report {
    /// A table to read.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!(
            "## Pages on {} with {} tickets and {} calls\n\n| page | p50 ms | p99 ms | KB |\n|---|---:|---:|---:|\n",
            self.engine, self.tickets, self.calls
        );
        for v in &self.visited {
            // Writing into a String cannot fail.
            let _ = writeln!(
                text,
                "| {} | {:.2} | {:.2} | {} |",
                v.page,
                v.p50_ms,
                v.p99_ms,
                v.bytes / 1024
            );
        }
        let told = &self.told;
        let _ = write!(
            text,
            "\n{} open browsers heard of a new call's ticket within {:.0} ms, half of them within {:.0} ms, \
             and had it in their list within {:.0} ms, half of them within {:.0} ms.",
            told.browsers, told.last_ms, told.p50_ms, told.fetched_last_ms, told.fetched_p50_ms
        );
        text
    }
}
