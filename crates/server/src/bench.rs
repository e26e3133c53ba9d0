//! Benchmarks: figures beside this machine's own limits, in the same run.

mod bodies;
mod hearing;
mod history;
mod limits;
mod load;
mod pages;
mod report;
mod ring;
mod speech;
mod stand;
mod visible;

use std::time::Duration;

use anyhow::{Context, Result};

use crate::cli::{BenchFormat, BenchIngest};
use crate::output::{say, say_error};
use load::Measured;
use report::{Ingest, Report};
use stand::Stand;

pub use pages::pages;
pub use ring::ring;
pub use speech::speech;

/// Connections at which ingestion is measured.
const CONNECTIONS: [usize; 4] = [1, 8, 32, 128];
/// Turns of the bare and the real server in one measurement: a machine's speed changes while one measures.
const ROUNDS: u32 = 5;
/// Calls a second while it is measured how soon they can be seen.
const VISIBLE_RATE: u64 = 200;

/// `dozvon bench ingest`.
pub async fn ingest(asked: BenchIngest) -> Result<()> {
    let folder = tempfile::tempdir().context("could not make a folder for the benchmark")?;
    let stand = Stand::open(folder.path(), asked.database_url.as_deref()).await?;
    let time = Duration::from_secs(asked.seconds.max(1));
    let mut ingests = Vec::new();
    for connections in CONNECTIONS {
        say_error(&format!("measuring {connections} connections"));
        let before = stand.commits();
        let (mut bare, mut kept) = (Measured::default(), Measured::default());
        for _ in 0..ROUNDS {
            let round = time / ROUNDS;
            let load = async |url| load::run(url, &stand.bodies, connections, round).await;
            bare = bare.and(load(&stand.bare_url).await?);
            kept = kept.and(load(&stand.desk_url).await?);
        }
        let commits = stand.commits().saturating_sub(before).max(1);
        let group = (kept.count() as u64).div_ceil(commits).max(1);
        let disk = limits::records_per_second(folder.path(), group, stand.bodies.size())?;
        ingests.push(Ingest::of(connections, &kept, &bare, group, disk));
    }
    say_error("hearing what was kept");
    let heard = hearing::all(&stand).await?;
    say_error(&format!(
        "hearing {} a second for {} s",
        asked.sustain_rate, asked.sustain_seconds
    ));
    let sustained = hearing::sustain(
        &stand,
        asked.sustain_rate,
        Duration::from_secs(asked.sustain_seconds),
    )
    .await?;
    say_error(&format!(
        "looking for {VISIBLE_RATE} calls a second through the API"
    ));
    let visible = visible::measure(&stand, VISIBLE_RATE, time).await?;
    let report = Report {
        engine: stand.engine(),
        ingests,
        heard,
        sustained,
        visible,
    };
    stand.close().await;
    say(&match asked.format {
        BenchFormat::Markdown => report.markdown(),
        BenchFormat::Json => serde_json::to_string_pretty(&report)?,
    });
    Ok(())
}
