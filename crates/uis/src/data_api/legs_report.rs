//! `get.call_legs_report`: the legs of the calls of a stretch of time.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use super::period::Period;
use crate::LocalTime;
use crate::call_api::Direction;
use crate::rpc::loose;

/// One leg of a call of the past.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct PastLeg {
    /// The leg’s id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// The call’s session.
    #[serde(deserialize_with = "loose::number")]
    pub call_session_id: Option<i64>,
    /// When it was dialled.
    #[serde(deserialize_with = "loose::time")]
    pub start_time: Option<LocalTime>,
    /// When it was answered.
    #[serde(deserialize_with = "loose::time")]
    pub connect_time: Option<LocalTime>,
    /// Seconds since it was answered.
    #[serde(deserialize_with = "loose::number")]
    pub duration: Option<i64>,
    /// Seconds as a whole.
    #[serde(deserialize_with = "loose::number")]
    pub total_duration: Option<i64>,
    /// Why it ended.
    #[serde(deserialize_with = "loose::text")]
    pub finish_reason: Option<String>,
    /// The same in Russian words.
    #[serde(deserialize_with = "loose::text")]
    pub finish_reason_description: Option<String>,
    /// The account’s own number.
    #[serde(deserialize_with = "loose::text")]
    pub virtual_phone_number: Option<String>,
    /// Who called.
    #[serde(deserialize_with = "loose::text")]
    pub calling_phone_number: Option<String>,
    /// Who was called.
    #[serde(deserialize_with = "loose::text")]
    pub called_phone_number: Option<String>,
    /// Whose leg it is.
    pub direction: Option<Direction>,
    /// Whether it was passed on; the platform’s own spelling.
    #[serde(deserialize_with = "loose::flag")]
    pub is_transfered: Option<bool>,
    /// Whether it is an employee’s.
    #[serde(deserialize_with = "loose::flag")]
    pub is_operator: Option<bool>,
    /// Whether it is a coach’s.
    #[serde(deserialize_with = "loose::flag")]
    pub is_coach: Option<bool>,
    /// Whether nobody lifted.
    #[serde(deserialize_with = "loose::flag")]
    pub is_failed: Option<bool>,
    /// Whether somebody talked.
    #[serde(deserialize_with = "loose::flag")]
    pub is_talked: Option<bool>,
    /// Whose it is.
    #[serde(deserialize_with = "loose::number")]
    pub employee_id: Option<i64>,
    /// Their name.
    #[serde(deserialize_with = "loose::text")]
    pub employee_full_name: Option<String>,
    /// Their phone.
    #[serde(deserialize_with = "loose::text")]
    pub employee_phone_number: Option<String>,
    /// The client’s mark.
    #[serde(deserialize_with = "loose::number")]
    pub employee_rating: Option<i64>,
    /// What dialled it.
    #[serde(deserialize_with = "loose::number")]
    pub scenario_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub scenario_name: Option<String>,
    /// The operation of the scenario.
    #[serde(deserialize_with = "loose::number")]
    pub action_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub action_name: Option<String>,
    /// The group that was rung.
    #[serde(deserialize_with = "loose::number")]
    pub group_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub group_name: Option<String>,
    /// The client in the address book.
    #[serde(deserialize_with = "loose::number")]
    pub contact_id: Option<i64>,
    /// The client’s name there.
    #[serde(deserialize_with = "loose::text")]
    pub contact_full_name: Option<String>,
    /// The client’s number.
    #[serde(deserialize_with = "loose::text")]
    pub contact_phone_number: Option<String>,
    /// Hashes of recordings.
    #[serde(deserialize_with = "loose::texts")]
    pub call_records: Vec<String>,
    /// Hashes of mono files.
    #[serde(deserialize_with = "loose::texts")]
    pub wav_call_records: Vec<String>,
}

impl Row for PastLeg {
    const METHOD: &'static str = "get.call_legs_report";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "call_session_id",
        "start_time",
        "connect_time",
        "duration",
        "total_duration",
        "finish_reason",
        "finish_reason_description",
        "virtual_phone_number",
        "calling_phone_number",
        "called_phone_number",
        "direction",
        "is_transfered",
        "is_operator",
        "is_coach",
        "is_failed",
        "is_talked",
        "employee_id",
        "employee_full_name",
        "employee_phone_number",
        "employee_rating",
        "scenario_id",
        "scenario_name",
        "action_id",
        "action_name",
        "group_id",
        "group_name",
        "contact_id",
        "contact_full_name",
        "contact_phone_number",
        "call_records",
        "wav_call_records",
    ];
}

impl DataApi {
    /// The legs of the calls of a stretch of time.
    pub fn call_legs_report(&self, period: Period) -> Listing<PastLeg> {
        Listing::new(self, Some(period))
    }
}
