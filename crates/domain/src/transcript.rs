//! What was said in a recording, and who can find that out.

use std::path::Path;

use serde::{Deserialize, Serialize};

pub mod format;
pub mod line;
pub mod making;
mod retime;
pub mod secrets;

pub use format::Format;
pub use line::{Line, Part, lines};
pub use making::{Making, NoText, Stage};

/// What was said, turn by turn, in the order in which the turns began.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Transcript {
    /// The language that was spoken, as its two-letter code (`ru`, `en`); empty when nothing was said.
    pub language: String,
    /// What found it out, as people know it: `whisper base`.
    pub engine: String,
    /// In the order in which they began.
    pub turns: Vec<Turn>,
}

/// What one speaker said without a longer pause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Turn {
    /// Whose words these are.
    pub speaker: Speaker,
    /// Milliseconds from the beginning of the recording.
    pub start: u32,
    /// Milliseconds from the beginning of the recording; not before `start`.
    pub end: u32,
    /// As it would be written, with its punctuation.
    pub text: String,
    /// The words of the text, where the engine tells them apart; else empty.
    #[serde(default)]
    pub words: Vec<Word>,
}

/// One word of a turn.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Word {
    /// The word without spaces around it.
    pub text: String,
    /// Milliseconds from the beginning of the recording.
    pub start: u32,
    /// Milliseconds from the beginning of the recording.
    pub end: u32,
    /// How sure the engine is, from 0 to 1.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f32>,
}

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Speaker {
    /// The agent of the desk.
    Agent,
    /// Whoever is at the other end.
    Client,
    /// Both parties share one channel.
    Unknown,
}

impl Speaker {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Agent, Self::Client, Self::Unknown];

    /// The name in the API and in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Client => "client",
            Self::Unknown => "unknown",
        }
    }
}

/// A speaker we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a speaker: use agent, client or unknown")]
pub struct UnknownSpeaker;

impl std::str::FromStr for Speaker {
    type Err = UnknownSpeaker;
    fn from_str(text: &str) -> Result<Self, UnknownSpeaker> {
        let known = Self::ALL.into_iter().find(|one| one.as_str() == text);
        known.ok_or(UnknownSpeaker)
    }
}

/// Whose voice stands in which channel of a sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voices {
    /// Two channels are two parties, the agent in this one (0 is left); one channel is both.
    AgentIn(u8),
    /// The whole file is this speaker's.
    Only(Speaker),
}

/// What to mind when a recording is transcribed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    /// Two-letter code of the language that is spoken; nothing: to be found out, once for the whole call.
    pub language: Option<String>,
    /// Whose voice stands where.
    pub voices: Voices,
    /// Names and products that may be said.
    pub names: Vec<String>,
    /// What is heard wrongly again and again, and what it should be.
    pub corrections: Vec<(String, String)>,
}

/// Why a recording has no transcript.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTranscribed {
    /// The sound is broken, empty, too long or of an unknown kind.
    Unreadable(String),
    /// The engine has no model here.
    NoModel,
    /// The engine cannot do it now; another attempt may succeed.
    Busy(String),
    /// The engine refuses.
    Refused(String),
    /// Whoever asked has called it off.
    CalledOff,
}

/// An engine that turns sound into text.
///
/// The call blocks for as long as the work takes: ask from a thread that may.
pub trait Transcriber: Send + Sync {
    /// The engine and its model, as people know them.
    fn name(&self) -> String;

    /// Whether it could work now: it has its model, or an address to send the sound to.
    fn is_ready(&self) -> bool {
        true
    }

    /// What is said in this file. `progress` is told percents from 0 to 100, and says whether to go on.
    ///
    /// # Errors
    /// Why there is no transcript.
    fn transcribe(
        &self,
        sound: &Path,
        wishes: &Wishes,
        progress: &(dyn Fn(u8) -> bool + Sync),
    ) -> Result<Transcript, NotTranscribed>;
}
