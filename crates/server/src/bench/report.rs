//! The results, for people and for programs.

use std::fmt::Write;

use serde::Serialize;

use super::hearing::{Heard, Sustained};
use super::load::Measured;
use super::visible::Visible;

/// All that was measured.
#[derive(Debug, Serialize)]
pub struct Report {
    /// The engine.
    pub engine: &'static str,
    /// By connections.
    pub ingests: Vec<Ingest>,
    /// As fast as it can.
    pub heard: Heard,
    /// Keeping up.
    pub sustained: Sustained,
    /// Until the API shows it.
    pub visible: Visible,
}

/// Ingestion at so many connections.
#[derive(Debug, Serialize)]
pub struct Ingest {
    connections: usize,
    durable_per_second: f64,
    p50_ms: f64,
    p99_ms: f64,
    without_keeping_per_second: f64,
    share_of_without_keeping: f64,
    group: u64,
    disk_per_second: f64,
    share_of_disk: f64,
}

impl Ingest {
    /// Beside the two limits.
    #[must_use]
    pub fn of(connections: usize, kept: &Measured, bare: &Measured, group: u64, disk: f64) -> Self {
        Self {
            connections,
            durable_per_second: kept.per_second(),
            p50_ms: kept.percentile(0.5),
            p99_ms: kept.percentile(0.99),
            without_keeping_per_second: bare.per_second(),
            share_of_without_keeping: kept.per_second() / bare.per_second(),
            group,
            disk_per_second: disk,
            share_of_disk: kept.per_second() / disk,
        }
    }
}

impl Report {
    /// A table to read.
    #[must_use]
    pub fn markdown(&self) -> String {
        let mut text = format!("## Ingestion on {}\n\n", self.engine);
        text.push_str("| connections | durable /s | p50 ms | p99 ms | without keeping /s | share | group | disk /s | share |\n");
        text.push_str("|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        for i in &self.ingests {
            // Writing into a String cannot fail.
            let _ = writeln!(
                text,
                "| {} | {:.0} | {:.2} | {:.2} | {:.0} | {:.2} | {} | {:.0} | {:.2} |",
                i.connections,
                i.durable_per_second,
                i.p50_ms,
                i.p99_ms,
                i.without_keeping_per_second,
                i.share_of_without_keeping,
                i.group,
                i.disk_per_second,
                i.share_of_disk
            );
        }
        let (heard, sustained, visible) = (&self.heard, &self.sustained, &self.visible);
        let _ = write!(
            text,
            "\nHeard at once: {} notifications, {:.0} a second.\n\
             Kept up with {:.0} a second (asked {}) for {:.0} s: at most {} waited, {} at the end, p99 {:.1} ms.\n\
             Visible through the API at {} calls a second: p50 {:.1} ms, p99 {:.1} ms over {} calls.",
            heard.notifications,
            heard.per_second,
            sustained.acknowledged_per_second,
            sustained.asked_per_second,
            sustained.seconds,
            sustained.most_waiting,
            sustained.waiting_at_end,
            sustained.p99_ms,
            visible.rate,
            visible.p50_ms,
            visible.p99_ms,
            visible.calls
        );
        text
    }
}
