//! A delivery: one notification sent to the account's address, or not.

use jiff::Timestamp;
use serde::Serialize;

/// What became of a notification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Outcome {
    /// The receiver answered.
    Answered,
    /// Nobody answered.
    Failed,
    /// Never sent, as the faults say.
    Dropped,
}

/// One sending of one notification.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Delivery {
    pub(crate) id: u64,
    pub(crate) call_session_id: i64,
    pub(crate) notification_mnemonic: &'static str,
    pub(crate) outcome: Outcome,
    /// HTTP status of the answer.
    pub(crate) status: Option<u16>,
    /// Why there was no answer.
    pub(crate) error: Option<String>,
    pub(crate) ms: u64,
    /// The first is 1.
    pub(crate) attempt: u32,
    pub(crate) duplicate: bool,
    pub(crate) at: Timestamp,
    /// What was sent: the body or the query string.
    pub(crate) sent: String,
    /// The beginning of the answer.
    pub(crate) answer: Option<String>,
}
