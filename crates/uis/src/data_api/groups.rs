//! `get.group_employees`: the groups, with who is in them and which phones are rung.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use crate::rpc::loose;

/// A group of employees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct EmployeeGroup {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub name: Option<String>,
    /// Who is in it.
    #[serde(deserialize_with = "loose::list")]
    pub members: Vec<Member>,
    /// Which phones are rung, in this order.
    #[serde(deserialize_with = "loose::list")]
    pub phone_number: Vec<GroupPhone>,
    /// The group’s own extension.
    #[serde(deserialize_with = "loose::text")]
    pub group_phone_number: Option<String>,
    /// Whether calls wait when all are busy.
    #[serde(deserialize_with = "loose::flag")]
    pub queue_enabled: Option<bool>,
    /// How many phones are rung at once.
    #[serde(deserialize_with = "loose::number")]
    pub channels_count: Option<i64>,
}

/// Somebody in a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Member {
    /// Their id.
    #[serde(deserialize_with = "loose::id")]
    pub employee_id: i64,
    /// Their name.
    #[serde(deserialize_with = "loose::text")]
    pub employee_full_name: Option<String>,
}

/// A phone that the group rings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct GroupPhone {
    /// The number.
    #[serde(deserialize_with = "loose::text")]
    pub employee_phone_number: Option<String>,
    /// Its id.
    #[serde(deserialize_with = "loose::number")]
    pub employee_phone_number_id: Option<i64>,
    /// Whose it is.
    #[serde(deserialize_with = "loose::number")]
    pub employee_id: Option<i64>,
    /// Their name.
    #[serde(deserialize_with = "loose::text")]
    pub employee_full_name: Option<String>,
    /// Whether it is rung.
    #[serde(deserialize_with = "loose::flag")]
    pub available: Option<bool>,
}

impl Row for EmployeeGroup {
    const METHOD: &'static str = "get.group_employees";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "name",
        "members",
        "phone_number",
        "group_phone_number",
        "queue_enabled",
        "channels_count",
    ];
}

impl DataApi {
    /// The groups of employees.
    pub fn employee_groups(&self) -> Listing<EmployeeGroup> {
        Listing::new(self, None)
    }
}
