//! Tickets: requests with a number, a status, an assignee and a timeline.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::text::Subject;
use crate::{AgentId, At, CallId, ChannelId, ClientId, GroupId, TicketId};

/// A request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Its id.
    pub id: TicketId,
    /// The short number people say.
    pub number: i64,
    /// What it is about.
    pub subject: Subject,
    /// Where it stands.
    pub status: Status,
    /// How soon.
    pub priority: Priority,
    /// Where it came from.
    pub channel_id: Option<ChannelId>,
    /// Whose it is.
    pub client_id: Option<ClientId>,
    /// Who works on it.
    pub assignee_id: Option<AgentId>,
    /// Who chose the assignee.
    pub assigned_by: Assigner,
    /// Whose job it is when nobody's.
    pub group_id: Option<GroupId>,
    /// Labels.
    pub tags: Vec<String>,
    /// The call that opened it.
    pub opened_by_call: Option<CallId>,
    /// Whether a person has changed it or written in it.
    pub touched: bool,
    /// Where it went when it was merged.
    pub merged_into: Option<TicketId>,
    /// Grows with each change.
    pub version: i64,
    /// Since when.
    pub created_at: At,
    /// The last change.
    pub updated_at: At,
    /// When it was solved, while it is.
    pub solved_at: Option<At>,
    /// When somebody has to be reminded of it.
    pub reminder_at: Option<At>,
}

/// Who chose an assignee: a person's choice is not taken back by a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Assigner {
    /// A call's operator, or nobody yet.
    Call,
    /// A person.
    Hand,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident, $wrong:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[serde(rename_all = "snake_case")]
        pub enum $name { $($(#[$vdoc])* $variant,)* }

        impl $name {
            /// All of them, in their order.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name in the API.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }
        }

        /// A name that is none of them.
        #[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
        #[error("`{0}` is not {what}: use {known}", what = $what, known = [$($text),*].join(", "))]
        pub struct $wrong(String);

        impl FromStr for $name {
            type Err = $wrong;
            fn from_str(text: &str) -> Result<Self, $wrong> {
                match text { $($text => Ok(Self::$variant),)* other => Err($wrong(other.chars().take(40).collect())) }
            }
        }
    };
}

named! {
    /// Where a ticket stands.
    Status, UnknownStatus, "a status" {
        /// Nobody has touched it.
        New = "new",
        /// In work.
        Open = "open",
        /// We wait for the client.
        Pending = "pending",
        /// We owe an answer later.
        OnHold = "on_hold",
        /// Answered; a further call opens it again for a while.
        Solved = "solved",
        /// Done; a further call makes a new one.
        Closed = "closed",
        /// Not a request.
        Spam = "spam",
        /// Thrown away.
        Deleted = "deleted",
        /// Went into another.
        Merged = "merged",
    }
}

named! {
    /// How soon.
    Priority, UnknownPriority, "a priority" {
        /// Can wait.
        Low = "low",
        /// As it comes.
        Normal = "normal",
        /// Soon.
        High = "high",
        /// Now.
        Urgent = "urgent",
    }
}

impl Status {
    /// Those in which somebody still has to do something.
    pub const IN_WORK: [Self; 4] = [Self::New, Self::Open, Self::Pending, Self::OnHold];

    /// Statuses a person or program may set; merging and deleting have ways of their own.
    pub const SETTABLE: [Self; 8] = [
        Self::New,
        Self::Open,
        Self::Pending,
        Self::OnHold,
        Self::Solved,
        Self::Closed,
        Self::Spam,
        Self::Deleted,
    ];

    /// Whether somebody still has to do something.
    #[must_use]
    pub fn is_open(self) -> bool {
        match self {
            Self::New | Self::Open | Self::Pending | Self::OnHold => true,
            Self::Solved | Self::Closed | Self::Spam | Self::Deleted | Self::Merged => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for status in Status::ALL {
            assert_eq!(status.as_str().parse(), Ok(*status));
            assert_eq!(serde_json::to_value(status).unwrap(), status.as_str());
        }
        for priority in Priority::ALL {
            assert_eq!(priority.as_str().parse(), Ok(*priority));
        }
        let wrong = "done".parse::<Status>().unwrap_err().to_string();
        assert!(wrong.contains("on_hold"), "{wrong}");
    }
}
