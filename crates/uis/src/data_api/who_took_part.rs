//! Who took part in a call of the past, and its tags.

use serde::Deserialize;

use crate::LocalTime;
use crate::rpc::loose;

/// An employee who was rung or rang.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TookPart {
    /// Their id.
    #[serde(deserialize_with = "loose::number")]
    pub employee_id: Option<i64>,
    /// Their name.
    #[serde(deserialize_with = "loose::text")]
    pub employee_full_name: Option<String>,
    /// Whether they lifted the receiver.
    #[serde(deserialize_with = "loose::flag")]
    pub is_answered: Option<bool>,
    /// Whether they talked.
    #[serde(deserialize_with = "loose::flag")]
    pub is_talked: Option<bool>,
}

/// A tag that was put on a call.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct PastTag {
    /// Its id.
    #[serde(deserialize_with = "loose::number")]
    pub tag_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub tag_name: Option<String>,
    /// `auto` or `manual`.
    #[serde(deserialize_with = "loose::text")]
    pub tag_type: Option<String>,
    /// When it was put there.
    #[serde(deserialize_with = "loose::time")]
    pub tag_change_time: Option<LocalTime>,
    /// The user who did.
    #[serde(deserialize_with = "loose::number")]
    pub tag_user_id: Option<i64>,
    /// Their login.
    #[serde(deserialize_with = "loose::text")]
    pub tag_user_login: Option<String>,
    /// The employee who did.
    #[serde(deserialize_with = "loose::number")]
    pub tag_employee_id: Option<i64>,
    /// Their name.
    #[serde(deserialize_with = "loose::text")]
    pub tag_employee_full_name: Option<String>,
}
