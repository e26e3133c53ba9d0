//! `get.calls_report`: the calls of a stretch of time.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use super::period::Period;
use super::who_took_part::{PastTag, TookPart};
use crate::LocalTime;
use crate::call_api::Direction;
use crate::rpc::loose;

/// A call of the past, or one that still goes on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct PastCall {
    /// The call’s session.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// For tags and comments.
    #[serde(deserialize_with = "loose::number")]
    pub communication_id: Option<i64>,
    /// `call`.
    #[serde(deserialize_with = "loose::text")]
    pub communication_type: Option<String>,
    /// When it began.
    #[serde(deserialize_with = "loose::time")]
    pub start_time: Option<LocalTime>,
    /// When it ended; none while it goes on.
    #[serde(deserialize_with = "loose::time")]
    pub finish_time: Option<LocalTime>,
    /// Why: a mnemonic, see [`finish_reason_words`](crate::finish_reason_words).
    #[serde(deserialize_with = "loose::text")]
    pub finish_reason: Option<String>,
    /// What it counts as.
    pub direction: Option<Direction>,
    /// Where it came from: `va`, `callapi`, `sip`…
    #[serde(deserialize_with = "loose::text")]
    pub source: Option<String>,
    /// Whether nobody talked.
    #[serde(deserialize_with = "loose::flag")]
    pub is_lost: Option<bool>,
    /// The client’s number.
    #[serde(deserialize_with = "loose::text")]
    pub contact_phone_number: Option<String>,
    /// The account’s own number.
    #[serde(deserialize_with = "loose::text")]
    pub virtual_phone_number: Option<String>,
    /// The employee’s phone.
    #[serde(deserialize_with = "loose::text")]
    pub operator_phone_number: Option<String>,
    /// The client in the address book.
    #[serde(deserialize_with = "loose::number")]
    pub contact_id: Option<i64>,
    /// The client’s name there.
    #[serde(deserialize_with = "loose::text")]
    pub contact_full_name: Option<String>,
    /// The region of the client’s number.
    #[serde(deserialize_with = "loose::number")]
    pub cpn_region_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub cpn_region_name: Option<String>,
    /// Seconds until the first talk.
    #[serde(deserialize_with = "loose::number")]
    pub wait_duration: Option<i64>,
    /// Seconds without a talk.
    #[serde(deserialize_with = "loose::number")]
    pub total_wait_duration: Option<i64>,
    /// Seconds from the first talk to the last.
    #[serde(deserialize_with = "loose::number")]
    pub talk_duration: Option<i64>,
    /// Seconds of talking only.
    #[serde(deserialize_with = "loose::number")]
    pub clean_talk_duration: Option<i64>,
    /// Seconds as a whole.
    #[serde(deserialize_with = "loose::number")]
    pub total_duration: Option<i64>,
    /// Seconds of writing down.
    #[serde(deserialize_with = "loose::number")]
    pub postprocess_duration: Option<i64>,
    /// Hashes of recordings, one a talk.
    #[serde(deserialize_with = "loose::texts")]
    pub call_records: Vec<String>,
    /// Hashes of two mono files: the client, the employee.
    #[serde(deserialize_with = "loose::texts")]
    pub wav_call_records: Vec<String>,
    /// Hashes of messages.
    #[serde(deserialize_with = "loose::texts")]
    pub voice_mail_records: Vec<String>,
    /// The whole recording, as an address.
    #[serde(deserialize_with = "loose::text")]
    pub full_record_file_link: Option<String>,
    /// Whether it was passed on.
    #[serde(deserialize_with = "loose::flag")]
    pub is_transfer: Option<bool>,
    /// Everybody who was rung or rang.
    #[serde(deserialize_with = "loose::list")]
    pub employees: Vec<TookPart>,
    /// Who lifted first.
    #[serde(deserialize_with = "loose::number")]
    pub first_answered_employee_id: Option<i64>,
    /// Who lifted last.
    #[serde(deserialize_with = "loose::number")]
    pub last_answered_employee_id: Option<i64>,
    /// Who talked first.
    #[serde(deserialize_with = "loose::number")]
    pub first_talked_employee_id: Option<i64>,
    /// Who talked last.
    #[serde(deserialize_with = "loose::number")]
    pub last_talked_employee_id: Option<i64>,
    /// The client’s mark.
    #[serde(deserialize_with = "loose::number")]
    pub last_answered_employee_rating: Option<i64>,
    /// What processed it.
    #[serde(deserialize_with = "loose::number")]
    pub scenario_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub scenario_name: Option<String>,
    /// Its tags.
    #[serde(deserialize_with = "loose::list")]
    pub tags: Vec<PastTag>,
    /// The request of the Call API that began it.
    #[serde(deserialize_with = "loose::number")]
    pub call_api_request_id: Option<i64>,
    /// The `external_id` of that request.
    #[serde(deserialize_with = "loose::text")]
    pub call_api_external_id: Option<String>,
    /// The id it was uploaded with.
    #[serde(deserialize_with = "loose::text")]
    pub ext_id: Option<String>,
}

impl Row for PastCall {
    const METHOD: &'static str = "get.calls_report";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "communication_id",
        "communication_type",
        "start_time",
        "finish_time",
        "finish_reason",
        "direction",
        "source",
        "is_lost",
        "contact_phone_number",
        "virtual_phone_number",
        "operator_phone_number",
        "contact_id",
        "contact_full_name",
        "cpn_region_id",
        "cpn_region_name",
        "wait_duration",
        "total_wait_duration",
        "talk_duration",
        "clean_talk_duration",
        "total_duration",
        "postprocess_duration",
        "call_records",
        "wav_call_records",
        "voice_mail_records",
        "full_record_file_link",
        "is_transfer",
        "employees",
        "first_answered_employee_id",
        "last_answered_employee_id",
        "first_talked_employee_id",
        "last_talked_employee_id",
        "last_answered_employee_rating",
        "scenario_id",
        "scenario_name",
        "tags",
        "call_api_request_id",
        "call_api_external_id",
        "ext_id",
    ];
}

impl DataApi {
    /// The calls of a stretch of time.
    pub fn calls_report(&self, period: Period) -> Listing<PastCall> {
        Listing::new(self, Some(period))
    }
}
