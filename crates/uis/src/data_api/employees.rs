//! `get.employees`: who works in the account, with their numbers.

use serde::Deserialize;

use super::DataApi;
use super::listing::{Listing, Row};
use crate::rpc::loose;

/// Somebody who works in the account.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Employee {
    /// The employee’s id: «ID оператора».
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// Login in the account.
    #[serde(deserialize_with = "loose::text")]
    pub login: Option<String>,
    /// Surname, first name and patronymic.
    #[serde(deserialize_with = "loose::text")]
    pub full_name: Option<String>,
    /// First name.
    #[serde(deserialize_with = "loose::text")]
    pub first_name: Option<String>,
    /// Surname.
    #[serde(deserialize_with = "loose::text")]
    pub last_name: Option<String>,
    /// Patronymic.
    #[serde(deserialize_with = "loose::text")]
    pub patronymic: Option<String>,
    /// E-mail.
    #[serde(deserialize_with = "loose::text")]
    pub email: Option<String>,
    /// What they are at the moment: an id of [`Status`](super::Status).
    #[serde(deserialize_with = "loose::number")]
    pub status_id: Option<i64>,
    /// Which of their calls are recorded: `all`, `in`, `out`, `off`.
    #[serde(deserialize_with = "loose::text")]
    pub call_recording: Option<String>,
    /// The groups they are in.
    #[serde(deserialize_with = "loose::list")]
    pub groups: Vec<Group>,
    /// Their phones, in the order they are rung.
    #[serde(deserialize_with = "loose::list")]
    pub phone_numbers: Vec<PhoneNumber>,
    /// Their extension.
    #[serde(deserialize_with = "loose::object")]
    pub extension: Extension,
}

/// A group of employees.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Group {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub group_id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub group_name: Option<String>,
}

/// A phone of an employee.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct PhoneNumber {
    /// Its id.
    #[serde(deserialize_with = "loose::number")]
    pub phone_id: Option<i64>,
    /// Seven digits for SIP, or E.164; may carry what is dialled ahead after three dots.
    #[serde(deserialize_with = "loose::text")]
    pub phone_number: Option<String>,
    /// How many calls it takes at once.
    #[serde(deserialize_with = "loose::number")]
    pub channels_count: Option<i64>,
    /// Seconds it is rung.
    #[serde(deserialize_with = "loose::number")]
    pub dial_time: Option<i64>,
    /// `active` or `inactive`.
    #[serde(deserialize_with = "loose::text")]
    pub status: Option<String>,
}

impl PhoneNumber {
    /// Whether it is rung at all.
    #[must_use]
    pub fn is_active(&self) -> bool {
        self.status.as_deref() == Some("active")
    }
}

/// An extension; all empty when the employee has none.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Extension {
    /// Up to five digits.
    #[serde(deserialize_with = "loose::text")]
    pub extension_phone_number: Option<String>,
    /// Whether it takes messages.
    #[serde(deserialize_with = "loose::flag")]
    pub extension_voice_mail_enabled: Option<bool>,
    /// Whether calls wait for it.
    #[serde(deserialize_with = "loose::flag")]
    pub extension_queue_enabled: Option<bool>,
}

impl Row for Employee {
    const METHOD: &'static str = "get.employees";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "login",
        "full_name",
        "first_name",
        "last_name",
        "patronymic",
        "email",
        "status_id",
        "call_recording",
        "groups",
        "phone_numbers",
        "extension",
    ];
}

impl DataApi {
    /// Who works in the account.
    pub fn employees(&self) -> Listing<Employee> {
        Listing::new(self, None)
    }
}
