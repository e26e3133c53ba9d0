//! `get.sip_lines`: where softphones and desk phones register, and whether they have.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use crate::LocalTime;
use crate::rpc::loose;

/// A SIP line: where somebody’s softphone or desk phone registers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SipLine {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// Seven digits.
    #[serde(deserialize_with = "loose::text")]
    pub phone_number: Option<String>,
    /// `in`, or `in_out` where one can call from it too.
    #[serde(rename = "type", deserialize_with = "loose::text")]
    pub kind: Option<String>,
    /// `active` or `inactive` in the employee’s card.
    #[serde(deserialize_with = "loose::text")]
    pub status: Option<String>,
    /// `active`, `manual_lock`, `limit_lock`.
    #[serde(deserialize_with = "loose::text")]
    pub billing_state: Option<String>,
    /// A Russian word: «Зарегистрирован» or «Не зарегистрирован».
    #[serde(deserialize_with = "loose::text")]
    pub physical_state: Option<String>,
    /// Whose it is.
    #[serde(deserialize_with = "loose::number")]
    pub employee_id: Option<i64>,
    /// Their name.
    #[serde(deserialize_with = "loose::text")]
    pub employee_full_name: Option<String>,
    /// How many calls it takes at once.
    #[serde(deserialize_with = "loose::number")]
    pub channels_count: Option<i64>,
    /// Seconds it is rung.
    #[serde(deserialize_with = "loose::number")]
    pub dial_time: Option<i64>,
    /// The number it shows when calling.
    #[serde(deserialize_with = "loose::text")]
    pub virtual_phone_number: Option<String>,
    /// Where it was registered from.
    #[serde(deserialize_with = "loose::list")]
    pub ip_addresses: Vec<SeenAt>,
}

impl SipLine {
    /// Whether a phone is there to ring; `None` when the platform used another word.
    #[must_use]
    pub fn is_registered(&self) -> Option<bool> {
        match self.physical_state.as_deref()?.trim() {
            "Зарегистрирован" => Some(true),
            "Не зарегистрирован" => Some(false),
            _ => None,
        }
    }
}

/// Where a line was registered from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct SeenAt {
    /// When.
    #[serde(deserialize_with = "loose::time")]
    pub date_time: Option<LocalTime>,
    /// The address.
    #[serde(deserialize_with = "loose::text")]
    pub ip: Option<String>,
}

impl Row for SipLine {
    const METHOD: &'static str = "get.sip_lines";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "phone_number",
        "type",
        "status",
        "billing_state",
        "physical_state",
        "employee_id",
        "employee_full_name",
        "channels_count",
        "dial_time",
        "virtual_phone_number",
        "ip_addresses",
    ];
}

impl DataApi {
    /// The account’s SIP lines.
    pub fn sip_lines(&self) -> Listing<SipLine> {
        Listing::new(self, None)
    }
}
