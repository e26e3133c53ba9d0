//! `list.calls`: the calls that are going on, with everybody who is in them.

use serde::{Deserialize, Serialize};

use super::CallApi;
use super::start::Direction;
use crate::LocalTime;
use crate::rpc::{Failure, loose};

/// Which calls are listed; all of them unless told.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Which {
    /// Of one direction only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Of one virtual number only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub virtual_phone_number: Option<String>,
}

/// A call that is going on.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct LiveCall {
    /// The call's session.
    #[serde(deserialize_with = "loose::id")]
    pub call_session_id: i64,
    /// What it counts as.
    pub direction: Option<Direction>,
    /// When it began, by the account's clock.
    #[serde(deserialize_with = "loose::time")]
    pub start_time: Option<LocalTime>,
    /// The account's own number.
    #[serde(deserialize_with = "loose::text")]
    pub virtual_phone_number: Option<String>,
    /// The client's number.
    #[serde(deserialize_with = "loose::text")]
    pub contact_phone_number: Option<String>,
    /// As it was given when the call was begun.
    #[serde(deserialize_with = "loose::text")]
    pub external_id: Option<String>,
    /// Its tags.
    #[serde(deserialize_with = "loose::list")]
    pub tags: Vec<LiveTag>,
    /// Everybody who is in it.
    #[serde(deserialize_with = "loose::list")]
    pub legs: Vec<LiveLeg>,
}

/// A tag of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct LiveTag {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub tag_id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub tag_name: Option<String>,
}

/// Somebody who is in a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct LiveLeg {
    /// The leg's id, for [`disconnect_leg`](CallApi::disconnect_leg).
    #[serde(deserialize_with = "loose::id")]
    pub leg_id: i64,
    /// Who calls.
    #[serde(deserialize_with = "loose::text")]
    pub calling_phone_number: Option<String>,
    /// Who is called; may carry what is dialled ahead after three dots.
    #[serde(deserialize_with = "loose::text")]
    pub called_phone_number: Option<String>,
    /// Whether it is an employee.
    #[serde(deserialize_with = "loose::flag")]
    pub is_operator: Option<bool>,
    /// Which employee.
    #[serde(deserialize_with = "loose::number")]
    pub employee_id: Option<i64>,
    /// The employee's name.
    #[serde(deserialize_with = "loose::text")]
    pub employee_full_name: Option<String>,
    /// Whether it is recorded.
    #[serde(deserialize_with = "loose::flag")]
    pub record_call_enabled: Option<bool>,
    /// How far it has come, as a Russian word: «Дозвон», «Разговор», «На удержании», «Разговор операторов»…
    #[serde(deserialize_with = "loose::text")]
    pub state: Option<String>,
}

impl CallApi {
    /// The calls that are going on.
    pub async fn list_calls(&self, which: &Which) -> Result<Vec<LiveCall>, Failure> {
        self.line.ask("list.calls", which).await?.rows()
    }
}
