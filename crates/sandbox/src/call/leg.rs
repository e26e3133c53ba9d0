//! A leg: one line of a call, to the client or to an operator.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Whose line it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Party {
    Client,
    Operator(i64),
}

impl Party {
    pub(crate) const fn operator(self) -> Option<i64> {
        match self {
            Self::Client => None,
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

    /// The word that `list.calls` shows.
    pub(crate) const fn word(&self) -> &'static str {
        match self.state {
            LegState::Ringing => "Дозвон",
            LegState::Answered { .. } => "Разговор",
            LegState::Held { .. } => "На удержании",
            LegState::Ended { .. } => "Разъединено",
        }
    }
}
