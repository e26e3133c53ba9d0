//! What can go wrong when the sandbox starts or is told something.

use std::path::PathBuf;

use crate::sentence::Sentence;

/// Why the sandbox could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file of an earlier run is there but cannot be read.
    #[error("reading the sandbox's kept state from {path}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A file of an earlier run is not what the sandbox writes.
    #[error("understanding the sandbox's kept state in {path}; remove the file to start over")]
    Understand {
        /// The file.
        path: PathBuf,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// The state could not be written.
    #[error("keeping the sandbox's state in {path}")]
    Keep {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// No client for outgoing notifications could be made.
    #[error("preparing the HTTP client that delivers notifications")]
    Client(#[source] reqwest::Error),
    /// What was asked makes no sense; the sentence says why.
    #[error("{0}")]
    Refused(Sentence),
}
