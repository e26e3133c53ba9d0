//! `get.virtual_numbers`: the numbers that clients dial.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use crate::LocalTime;
use crate::rpc::loose;

/// A number of the account, which clients dial.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct VirtualNumber {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// Digits, E.164 without the plus.
    #[serde(deserialize_with = "loose::text")]
    pub virtual_phone_number: Option<String>,
    /// Where it is passed on to.
    #[serde(deserialize_with = "loose::text")]
    pub redirection_phone_number: Option<String>,
    /// Since when it works, by the account’s clock.
    #[serde(deserialize_with = "loose::time")]
    pub activation_date: Option<LocalTime>,
    /// `active`, `waiting`, `cleaning`, `prereserved`, `reserved`, `manual_lock`, `limit_lock`.
    #[serde(deserialize_with = "loose::text")]
    pub status: Option<String>,
    /// Its category.
    #[serde(deserialize_with = "loose::text")]
    pub category: Option<String>,
    /// `va`, `call_tracking`, `dynamic_call_tracking`.
    #[serde(rename = "type", deserialize_with = "loose::text")]
    pub kind: Option<String>,
    /// What the account calls it.
    #[serde(deserialize_with = "loose::text")]
    pub name: Option<String>,
    /// A remark.
    #[serde(deserialize_with = "loose::text")]
    pub comment: Option<String>,
    /// What processes its calls.
    #[serde(deserialize_with = "loose::list")]
    pub scenarios: Vec<NumberScenario>,
}

impl VirtualNumber {
    /// Whether it can be called from and to.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status.as_deref() == Some("active")
    }
}

/// What processes the calls of a number.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct NumberScenario {
    /// The scenario’s id.
    #[serde(deserialize_with = "loose::number")]
    pub scenario_id: Option<i64>,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub scenario_name: Option<String>,
    /// The rule that leads to it.
    #[serde(deserialize_with = "loose::number")]
    pub call_processing_rule_id: Option<i64>,
    /// Whether it is the one at work.
    #[serde(deserialize_with = "loose::flag")]
    pub is_active: Option<bool>,
}

impl Row for VirtualNumber {
    const METHOD: &'static str = "get.virtual_numbers";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "virtual_phone_number",
        "redirection_phone_number",
        "activation_date",
        "status",
        "category",
        "type",
        "name",
        "comment",
        "scenarios",
    ];
}

impl DataApi {
    /// The account’s numbers.
    pub fn virtual_numbers(&self) -> Listing<VirtualNumber> {
        Listing::new(self, None)
    }
}
