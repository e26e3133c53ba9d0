//! How far the transcript of a call is, and why there is none.

use std::str::FromStr;

use crate::{AgentId, At, CallId, ChannelId};

/// The transcript of a call, without its lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Making {
    /// Of which call.
    pub call_id: CallId,
    /// By which channel it came.
    pub channel_id: ChannelId,
    /// How far it is.
    pub stage: Stage,
    /// The engine and its model, as people know them; "" until there is a text.
    pub engine: String,
    /// The language that was spoken, as its two-letter code; "" while nobody knows.
    pub language: String,
    /// Who asked for it; nobody when the desk did.
    pub asked_by: Option<AgentId>,
    /// When.
    pub asked_at: At,
    /// When it was there, or failed.
    pub finished_at: Option<At>,
}

/// How far a transcript is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stage {
    /// It waits for its turn, or for the sound; in the engine's or the provider's words why, when it was tried.
    Waiting(String),
    /// It is being made: percents.
    Running(u8),
    /// It can be read.
    Ready,
    /// There is none.
    Failed(NoText, String),
}

/// Why a transcript waits: the provider makes it.
pub const AT_PROVIDER: &str = "at_provider";
/// Why a transcript waits: the tariff's limit of requests is used up.
pub const LIMIT: &str = "limit";

/// Why a call has no transcript.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoText {
    /// The recording is kept nowhere any more.
    Gone,
    /// The recording did not come in time.
    NotInTime,
    /// The sound is broken, empty, too long or of an unknown kind.
    Unreadable,
    /// The engine has no model here, or there is no engine.
    NoModel,
    /// The engine refuses.
    Refused,
    /// The month's minutes are used up.
    LimitReached,
    /// The provider would make it, and the channel has no key that works there.
    NoKey,
    /// The provider would make it, and the tariff lacks what that takes.
    NoComponent,
}

impl Stage {
    /// The name in the API and in the database.
    #[must_use]
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Waiting(_) => "waiting",
            Self::Running(_) => "running",
            Self::Ready => "ready",
            Self::Failed(..) => "failed",
        }
    }

    /// Whether it is still on its way.
    #[must_use]
    pub fn is_on_its_way(&self) -> bool {
        match self {
            Self::Waiting(_) | Self::Running(_) => true,
            Self::Ready | Self::Failed(..) => false,
        }
    }

    /// Percents of the way.
    #[must_use]
    pub fn percent(&self) -> u8 {
        match self {
            Self::Waiting(_) | Self::Failed(..) => 0,
            Self::Running(percent) => *percent,
            Self::Ready => 100,
        }
    }
}

impl NoText {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Gone,
        Self::NotInTime,
        Self::Unreadable,
        Self::NoModel,
        Self::Refused,
        Self::LimitReached,
        Self::NoKey,
        Self::NoComponent,
    ];

    /// The name in the API and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::NotInTime => "not_in_time",
            Self::Unreadable => "unreadable",
            Self::NoModel => "no_model",
            Self::Refused => "refused",
            Self::LimitReached => "limit_reached",
            Self::NoKey => "no_key",
            Self::NoComponent => "no_component",
        }
    }

    /// Whether another attempt may come to something.
    #[must_use]
    pub fn may_be_tried_again(self) -> bool {
        match self {
            Self::Gone => false,
            Self::NotInTime
            | Self::Unreadable
            | Self::NoModel
            | Self::Refused
            | Self::LimitReached
            | Self::NoKey
            | Self::NoComponent => true,
        }
    }
}

/// No such reason.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no reason for a missing transcript")]
pub struct UnknownReason(String);

impl FromStr for NoText {
    type Err = UnknownReason;
    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        let known = Self::ALL.into_iter().find(|one| one.as_str() == text);
        known.ok_or_else(|| UnknownReason(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_reads_back_from_its_name() {
        for why in NoText::ALL {
            assert_eq!(why.as_str().parse(), Ok(why));
        }
        assert!("".parse::<NoText>().is_err());
    }
}
