//! At whom the PBX is told to ring.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::AgentId;

/// Where a call was sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Routed {
    /// To whom.
    pub agent: AgentId,
    /// Why to them.
    pub because: RouteReason,
    /// Their phones, as the account writes them, in the order they ring.
    pub phones: Vec<String>,
}

/// Why a call was sent to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RouteReason {
    /// They work on the client's open ticket.
    OpenTicket,
    /// Somebody has named them for this client.
    Responsible,
    /// They talked with the client last.
    TalkedLast,
}

impl RouteReason {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::OpenTicket, Self::Responsible, Self::TalkedLast];

    /// The name in the database and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::OpenTicket => "open_ticket",
            Self::Responsible => "responsible",
            Self::TalkedLast => "talked_last",
        }
    }
}

/// A reason we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no reason to send a call to somebody")]
pub struct UnknownReason(String);

impl FromStr for RouteReason {
    type Err = UnknownReason;
    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        let mut all = Self::ALL.into_iter();
        all.find(|reason| reason.as_str() == text)
            .ok_or_else(|| UnknownReason(text.chars().take(40).collect()))
    }
}
