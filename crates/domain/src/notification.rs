//! Notifications: requests of the provider as they arrived, and what became of them.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{At, CallId, ChannelId, NotificationId, TokenId};

/// One HTTP request of the provider, as it arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notification {
    /// Its id.
    pub id: NotificationId,
    /// The channel whose token it carried.
    pub channel_id: ChannelId,
    /// The token it came with.
    pub token_id: Option<TokenId>,
    /// `POST` or `GET`.
    pub method: String,
    /// The query string, without tokens.
    pub query: String,
    /// As sent.
    pub content_type: Option<String>,
    /// As sent, but for its token: of that only a hint is kept.
    pub body: Vec<u8>,
    /// Who sent it.
    pub address: Option<String>,
    /// First time.
    pub received_at: At,
    /// Last time.
    pub last_received_at: At,
    /// How often the same request came again.
    pub repeats: i64,
    /// What became of it.
    pub verdict: Verdict,
    /// The event it was taken for.
    pub event: Option<String>,
    /// The call session it told of.
    pub session_id: Option<i64>,
    /// The call it belongs to.
    pub call_id: Option<CallId>,
    /// What was repaired or missing, as the reader keeps it.
    pub findings: serde_json::Value,
    /// Why it could not be heard.
    pub error: Option<String>,
}

/// What became of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Kept, not heard yet.
    Waiting,
    /// Heard: it is part of a call.
    Heard,
    /// Readable, but about no call.
    Aside,
    /// Could not be read.
    Unreadable,
    /// Reading went well, keeping the call did not; tried again on replay.
    Failed,
}

impl Verdict {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::Waiting,
        Self::Heard,
        Self::Aside,
        Self::Unreadable,
        Self::Failed,
    ];

    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Heard => "heard",
            Self::Aside => "aside",
            Self::Unreadable => "unreadable",
            Self::Failed => "failed",
        }
    }
}

/// A verdict we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a verdict on a notification")]
pub struct UnknownVerdict(String);

impl FromStr for Verdict {
    type Err = UnknownVerdict;
    fn from_str(text: &str) -> Result<Self, UnknownVerdict> {
        Self::ALL
            .into_iter()
            .find(|v| v.as_str() == text)
            .ok_or_else(|| UnknownVerdict(text.to_owned()))
    }
}
