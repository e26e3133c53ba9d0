//! One notification about a call in the desk's words: a provider's driver makes it, nothing else is known of the wire.

use serde::{Deserialize, Serialize};

use super::{Direction, Operator};
use crate::{At, Party};

/// What a notification says about a call. What it does not say is absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CallEvent {
    /// What happened.
    pub kind: EventKind,
    /// When the provider says so; the arrival when it says nothing.
    pub at: At,
    /// Which way the call goes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The client's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client: Option<Party>,
    /// The client's name in the provider's address book.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub client_name: Option<String>,
    /// Our number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub virtual_number: Option<Party>,
    /// The operator of this event.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator: Option<Operator>,
    /// The operator who really talked last, when the end tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_talked: Option<Operator>,
    /// The operator who lifted the receiver first, when the end tells it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_answered: Option<Operator>,
    /// Names of those who talked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub talked: Vec<String>,
    /// Names of those who let it ring.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unanswered: Vec<String>,
    /// Beginning of the call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub started_at: Option<At>,
    /// Beginning of the talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered_at: Option<At>,
    /// End of the call, post-processing included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finished_at: Option<At>,
    /// Nobody took it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_lost: Option<bool>,
    /// The call went from one operator to another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub is_transfer: Option<bool>,
    /// Seconds of talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub talk_seconds: Option<i64>,
    /// Seconds until the first talk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wait_seconds: Option<i64>,
    /// Seconds of the whole call.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub total_seconds: Option<i64>,
    /// Seconds of the operator's work after the talk, inside the call's end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub postprocess_seconds: Option<i64>,
    /// The provider's mnemonic of why it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finish_reason: Option<String>,
    /// Links to recordings, in the provider's order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub recordings: Vec<String>,
    /// Tags set at the provider.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The client's mark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rating: Option<i64>,
    /// What the desk tied the call to when it started it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// The provider's groups of operators that the call went to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<i64>,
    /// Which fact an [`EventKind::Aside`] tells.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub aside: Option<Aside>,
}

/// A fact about a call that does not move it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aside {
    /// It rings at an operator.
    Rings,
    /// An operator lifted the receiver.
    Lifted,
    /// An operator's part is over.
    LegEnded,
    /// The client was put on hold.
    Held,
    /// The client was taken off hold.
    Resumed,
    /// A recording can be fetched.
    Recorded,
    /// A tag was set.
    Tagged,
    /// A tag was taken away.
    Untagged,
}

/// What happened in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EventKind {
    /// A call reached a number of ours.
    Incoming,
    /// An operator began a call.
    Outgoing,
    /// Both sides are connected.
    TalkStarted,
    /// One talk inside the call ended.
    TalkEnded,
    /// A fact about the call that does not move it: a leg, a tag, a recording.
    Aside,
    /// Nobody took it.
    Lost,
    /// Over for everybody.
    Finished,
}

impl CallEvent {
    /// An event that says nothing but that it happened.
    #[must_use]
    pub fn bare(kind: EventKind, at: At) -> Self {
        Self {
            kind,
            at,
            direction: None,
            client: None,
            client_name: None,
            virtual_number: None,
            operator: None,
            last_talked: None,
            first_answered: None,
            talked: Vec::new(),
            unanswered: Vec::new(),
            started_at: None,
            answered_at: None,
            finished_at: None,
            is_lost: None,
            is_transfer: None,
            talk_seconds: None,
            wait_seconds: None,
            total_seconds: None,
            postprocess_seconds: None,
            finish_reason: None,
            recordings: Vec::new(),
            tags: Vec::new(),
            rating: None,
            external_id: None,
            groups: Vec::new(),
            aside: None,
        }
    }

    /// Whether it ends the call.
    #[must_use]
    pub fn ends(&self) -> bool {
        match self.kind {
            EventKind::Finished | EventKind::Lost => true,
            EventKind::Incoming
            | EventKind::Outgoing
            | EventKind::TalkStarted
            | EventKind::TalkEnded
            | EventKind::Aside => false,
        }
    }
}
