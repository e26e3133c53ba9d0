//! A call in short: its topic, what came of it, what was promised. Found by a machine, and always shown as such.

use serde::{Deserialize, Serialize};

use crate::{At, CallId, ChannelId};

/// «Сводка разговора» as administrators have set it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Whether it is on. While it is off nothing is sent anywhere.
    pub enabled: bool,
    /// The whole address of an endpoint for chats that speaks the protocol of OpenAI.
    pub url: String,
    /// The model, by its name there.
    pub model: String,
}

/// What is told of a call.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Summary {
    /// What it was about.
    pub topic: String,
    /// What came of it.
    pub outcome: String,
    /// What was promised.
    pub promises: Vec<String>,
}

/// How far the summary of a call is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summing {
    /// Of which call.
    pub call_id: CallId,
    /// By which channel it came.
    pub channel_id: ChannelId,
    /// How far.
    pub stage: Stage,
    /// Who made it, by its name.
    pub model: String,
    /// When it was asked for.
    pub asked_at: At,
    /// When it was there, or failed.
    pub finished_at: Option<At>,
}

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It is being made.
    Waiting,
    /// It can be read.
    Ready(Summary),
    /// There is none, and why.
    Failed(NoSummary),
}

/// Why a call has no summary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "snake_case")]
pub enum NoSummary {
    /// The extension was turned off meanwhile.
    Off,
    /// The transcript is empty.
    NothingSaid,
    /// The service cannot be reached, or takes too long.
    NoAnswer,
    /// The service refused.
    Refused {
        /// With this HTTP status.
        status: u16,
        /// In these words of its own; may be empty.
        said: String,
    },
    /// The service answered something else than a summary.
    Unreadable,
    /// Kept as a sentence, as it was before reasons had names.
    Told {
        /// The sentence.
        said: String,
    },
}

impl Stage {
    /// The name in the API and in the database.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Ready(_) => "ready",
            Self::Failed(_) => "failed",
        }
    }
}

impl Settings {
    /// Whether calls may be summed up.
    #[must_use]
    pub fn works(&self) -> bool {
        self.enabled && !self.url.is_empty()
    }
}
