//! A leg: one line of a call, to the client or to an operator.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whose line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Party {
    Client,
    Operator(i64),
    /// The bare number of a simple call, where an operator would be.
    Bare,
    /// Somebody outside, dialled while the client waits.
    Third,
}

impl Party {
    pub(crate) const fn operator(self) -> Option<i64> {
        match self {
            Self::Client | Self::Bare | Self::Third => None,
            Self::Operator(id) => Some(id),
        }
    }
}

/// How far a leg has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "lowercase")]
pub(crate) enum LegState {
    Ringing,
    Answered {
        at: Timestamp,
    },
    Held {
        since_answer: Timestamp,
    },
    Ended {
        answered: Option<Timestamp>,
        reason: String,
    },
}

/// One line of a call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Leg {
    pub(crate) id: i64,
    pub(crate) party: Party,
    pub(crate) calling: Option<String>,
    pub(crate) called: Option<String>,
    pub(crate) state: LegState,
    #[serde(default)]
    pub(crate) dialled: Option<Timestamp>,
    #[serde(default)]
    pub(crate) ended: Option<Timestamp>,
}

impl Leg {
    pub(crate) fn is_up(&self) -> bool {
        !matches!(self.state, LegState::Ended { .. })
    }

    pub(crate) fn answered(&self) -> Option<Timestamp> {
        match self.state {
            LegState::Ringing => None,
            LegState::Answered { at } => Some(at),
            LegState::Held { since_answer } => Some(since_answer),
            LegState::Ended { answered, .. } => answered,
        }
    }

    pub(super) fn end(&mut self, reason: &str, at: Timestamp) {
        self.state = LegState::Ended {
            answered: self.answered(),
            reason: reason.to_owned(),
        };
        self.ended = Some(at);
    }
}
