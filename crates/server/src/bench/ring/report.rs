//! The results, for people and for programs.

use std::time::Duration;

use serde::Serialize;

use crate::bench::load::percentile;
use crate::bench::stand::Stand;
use crate::cli::BenchRing;

/// What was measured.
#[derive(Debug, Serialize)]
pub(super) struct Report {
    engine: &'static str,
    /// Open browsers, each of another agent.
    browsers: usize,
    /// Calls a second.
    rate: u64,
    /// Calls.
    calls: usize,
    /// Agents on whose screens each rings.
    team: usize,
    /// Cards that came.
    cards: usize,
    /// Cards that did not.
    lost: usize,
    /// Half of the cards within, milliseconds.
    p50_ms: f64,
    /// All but one in a hundred within, milliseconds.
    p99_ms: f64,
    /// All of them within, milliseconds.
    last_ms: f64,
}

impl Report {
    /// Out of sorted times.
    pub(super) fn of(
        stand: &Stand,
        asked: &BenchRing,
        calls: usize,
        times: &[Duration],
        lost: usize,
    ) -> Self {
        Self {
            engine: stand.engine(),
            browsers: asked.browsers,
            rate: asked.rate,
            calls,
            team: asked.team,
            cards: times.len(),
            lost,
            p50_ms: percentile(times, 0.5),
            p99_ms: percentile(times, 0.99),
            last_ms: percentile(times, 1.0),
        }
    }

    /// A sentence and a table to read.
    pub(super) fn markdown(&self) -> String {
        format!(
            "## From the webhook to the card on {} with {} browsers\n\n\
             | calls a second | calls | screens each | cards | lost | p50 ms | p99 ms | last ms |\n\
             |---:|---:|---:|---:|---:|---:|---:|---:|\n\
             | {} | {} | {} | {} | {} | {:.1} | {:.1} | {:.1} |",
            self.engine,
            self.browsers,
            self.rate,
            self.calls,
            self.team,
            self.cards,
            self.lost,
            self.p50_ms,
            self.p99_ms,
            self.last_ms
        )
    }
}
