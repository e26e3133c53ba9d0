//! The timeline of a ticket: what happened, entry by entry.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{AgentId, At, CallId, EntryId, TicketId};

/// One entry of a ticket's timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The ticket it stands in.
    pub ticket_id: TicketId,
    /// What it tells.
    pub kind: EntryKind,
    /// When that happened.
    pub at: At,
    /// Who did it; nobody when the desk did.
    pub author: Option<Author>,
    /// What a person wrote.
    pub text: Option<String>,
    /// Facts, by kind.
    pub fields: serde_json::Value,
    /// The call it is about.
    pub call_id: Option<CallId>,
    /// When its author rewrote it.
    pub edited_at: Option<At>,
}

/// Who wrote an entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// The agent.
    pub id: AgentId,
    /// Their name.
    pub name: String,
}

/// What an entry tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// A call began.
    CallStarted,
    /// A call is over: the article's internal comment.
    CallFinished,
    /// Somebody wrote, for colleagues only.
    Comment,
    /// What was said in a call, for colleagues only; its text stands with the call.
    Transcript,
    /// A property changed: `fields` is [`Change`].
    Change,
}

impl EntryKind {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::CallStarted,
        Self::CallFinished,
        Self::Comment,
        Self::Transcript,
        Self::Change,
    ];

    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::CallStarted => "call_started",
            Self::CallFinished => "call_finished",
            Self::Comment => "comment",
            Self::Transcript => "transcript",
            Self::Change => "change",
        }
    }
}

/// A kind of entry we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of timeline entry")]
pub struct UnknownEntryKind(String);

impl FromStr for EntryKind {
    type Err = UnknownEntryKind;
    fn from_str(text: &str) -> Result<Self, UnknownEntryKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownEntryKind(text.to_owned()))
    }
}

/// A property of a ticket that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which: `status`, `assignee`, `priority`, `subject`, `tags`, `client`, `call_moved`, `created`, `group`,
    /// `reminder`, `reminder_due`, `merged_into`, `merged_from`, `unmerged_into`, `unmerged_from`.
    pub field: String,
    /// Before, in words of the API.
    pub from: Option<String>,
    /// After.
    pub to: Option<String>,
}
