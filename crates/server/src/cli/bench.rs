//! What the benchmarks take.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub enum Bench {
    /// Notifications acknowledged and heard in a second.
    Ingest(BenchIngest),
    /// How long pages take with a long history, and how soon open browsers hear of a change and show it.
    Pages(BenchPages),
    /// How soon a call that rings stands on the screens of those it rings at.
    Ring(BenchRing),
    /// How many words of recordings are heard wrongly, and what hearing them takes.
    Speech(BenchSpeech),
}

#[derive(Debug, Args)]
pub struct BenchIngest {
    /// The database to measure on: empty, or one whose contents may be added to. Without it a fresh SQLite file.
    #[arg(long, value_name = "URL")]
    pub database_url: Option<String>,
    /// Seconds of each measurement.
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub seconds: u64,
    /// Seconds for which hearing must keep up.
    #[arg(long, value_name = "N", default_value_t = 60)]
    pub sustain_seconds: u64,
    /// Notifications a second while hearing must keep up.
    #[arg(long, value_name = "N", default_value_t = 2000)]
    pub sustain_rate: u64,
    /// How to print the results.
    #[arg(long, default_value = "markdown")]
    pub format: BenchFormat,
}

#[derive(Debug, Args)]
pub struct BenchPages {
    /// The database to measure on: empty, or one whose contents may be added to. Without it a fresh SQLite file.
    #[arg(long, value_name = "URL")]
    pub database_url: Option<String>,
    /// Tickets in the history, each of another client.
    #[arg(long, value_name = "N", default_value_t = 100_000, value_parser = clap::value_parser!(u64).range(1..))]
    pub tickets: u64,
    /// Calls in the history.
    #[arg(long, value_name = "N", default_value_t = 300_000, value_parser = clap::value_parser!(u64).range(1..))]
    pub calls: u64,
    /// Browsers that have a list open.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub browsers: usize,
    /// How to print the results.
    #[arg(long, default_value = "markdown")]
    pub format: BenchFormat,
}

#[derive(Debug, Args)]
pub struct BenchRing {
    /// The database to measure on: empty, or one whose contents may be added to. Without it a fresh SQLite file.
    #[arg(long, value_name = "URL")]
    pub database_url: Option<String>,
    /// Open browsers, each of another agent.
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1000))]
    pub browsers: usize,
    /// Calls a second.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub rate: u64,
    /// Seconds for which calls come.
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub seconds: u64,
    /// Agents on whose screens each call rings: one by one as operators, or whole channels of so many, when nobody tells
    /// at whom it rings.
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::builder::RangedU64ValueParser::<usize>::new().range(1..=1000))]
    pub team: usize,
    /// How to print the results.
    #[arg(long, default_value = "markdown")]
    pub format: BenchFormat,
}

#[derive(Debug, Args)]
pub struct BenchSpeech {
    /// A folder of folders: in each are recordings, and beside each recording a .txt with what is said in it.
    pub folder: PathBuf,
    /// The language of all: ru or en; without it each one's is found out.
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
    /// How to print the results.
    #[arg(long, default_value = "markdown")]
    pub format: BenchFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum BenchFormat {
    /// A table to read.
    Markdown,
    /// For programs.
    Json,
}
