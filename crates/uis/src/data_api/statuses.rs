//! `get.statuses`: what an employee can be at the moment.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use crate::rpc::loose;

/// What an employee can be at the moment.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Status {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// What it is called.
    #[serde(deserialize_with = "loose::text")]
    pub name: Option<String>,
    /// `available`, `break`, `do_not_disturb`, `not_at_workplace`, `not_at_work`, `auto_out_call`, `unknown`; none for the account’s own.
    #[serde(deserialize_with = "loose::text")]
    pub mnemonic: Option<String>,
    /// Its colour.
    #[serde(deserialize_with = "loose::text")]
    pub color: Option<String>,
    /// Whether it counts as working.
    #[serde(deserialize_with = "loose::flag")]
    pub is_worktime: Option<bool>,
    /// Who of outside reaches them.
    #[serde(deserialize_with = "loose::texts")]
    pub in_external_allowed_call_directions: Vec<String>,
    /// Which colleagues reach them.
    #[serde(deserialize_with = "loose::texts")]
    pub in_internal_allowed_call_directions: Vec<String>,
    /// Whether they call outside.
    #[serde(deserialize_with = "loose::texts")]
    pub out_external_allowed_call_directions: Vec<String>,
    /// Whether they call colleagues.
    #[serde(deserialize_with = "loose::texts")]
    pub out_internal_allowed_call_directions: Vec<String>,
    /// Which of their phones ring: `PSTN`, `SIP`, `SIP_TRUNK`, `FMC`.
    #[serde(deserialize_with = "loose::texts")]
    pub allowed_phone_protocols: Vec<String>,
}

impl Status {
    /// Whether clients’ calls reach somebody who has it.
    #[must_use]
    pub fn takes_calls(&self) -> bool {
        self.in_external_allowed_call_directions
            .iter()
            .any(|way| way == "in")
    }
}

impl Row for Status {
    const METHOD: &'static str = "get.statuses";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "mnemonic",
        "color",
        "is_worktime",
        "in_external_allowed_call_directions",
        "in_internal_allowed_call_directions",
        "out_external_allowed_call_directions",
        "out_internal_allowed_call_directions",
        "allowed_phone_protocols",
    ];
}

impl DataApi {
    /// What employees can be at the moment.
    pub fn statuses(&self) -> Listing<Status> {
        Listing::new(self, None)
    }
}
