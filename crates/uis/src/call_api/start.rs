//! What all calls that are begun have in common.

use serde::{Deserialize, Serialize};

use super::CallApi;
use super::message::Message;
use crate::rpc::{Failure, loose};

/// Who is dialled first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The client.
    Contact,
    /// The employee; a simple call says `operator`.
    Employee,
}

/// What the platform counts the call as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// A client's call. The platform's default, seldom what is meant.
    In,
    /// A call to a client.
    Out,
}

/// How the number is chosen that the client sees. All but the first need a component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum UsageRule {
    /// The number given.
    Fixed,
    /// The same number for the same client.
    FixedForNuma,
    /// Any.
    Random,
    /// Any of the client's region.
    RegionalRandom,
    /// The same number of the client's region for the same client.
    RegionalFixedForNuma,
}

/// What can be asked of every call that is begun; what is `None` is left to the platform.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Common {
    /// Whose call it counts as; the platform takes `in` unless told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// How the number is chosen that the client sees.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub virtual_phone_usage_rule: Option<UsageRule>,
    /// Break off the messages as soon as both are there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub switch_at_once: Option<bool>,
    /// Hear the line while it is dialled: only with the employee first and `switch_at_once`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub early_switching: Option<bool>,
    /// What the client hears before the talk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact_message: Option<Message>,
    /// Dialled after the client answers: `0-9`, `*`, `#`, and a dot for a second.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtmf_string: Option<String>,
}

#[derive(Deserialize)]
struct Started {
    #[serde(deserialize_with = "loose::id")]
    call_session_id: i64,
}

impl CallApi {
    /// Begins a call; never asks twice.
    pub(super) async fn start(
        &self,
        method: &'static str,
        params: &impl Serialize,
    ) -> Result<i64, Failure> {
        let started: Started = self.line.ask(method, params).await?.data()?;
        Ok(started.call_session_id)
    }
}
