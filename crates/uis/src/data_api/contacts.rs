//! `get.contacts`, `create.contacts`, `update.contacts`: the address book.

use serde::{Deserialize, Serialize};

use super::DataApi;
use super::listing::{Listing, Row};
use crate::rpc::{Failure, loose};

/// Somebody in the address book.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Contact {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub id: i64,
    /// First name.
    #[serde(deserialize_with = "loose::text")]
    pub first_name: Option<String>,
    /// Surname.
    #[serde(deserialize_with = "loose::text")]
    pub last_name: Option<String>,
    /// Patronymic.
    #[serde(deserialize_with = "loose::text")]
    pub patronymic: Option<String>,
    /// The whole name.
    #[serde(deserialize_with = "loose::text")]
    pub full_name: Option<String>,
    /// E-mails.
    #[serde(deserialize_with = "loose::texts")]
    pub emails: Vec<String>,
    /// Numbers, digits.
    #[serde(deserialize_with = "loose::texts")]
    pub phone_numbers: Vec<String>,
    /// The groups it is in.
    #[serde(deserialize_with = "loose::list")]
    pub groups: Vec<ContactGroup>,
    /// The employee who looks after them.
    #[serde(deserialize_with = "loose::number")]
    pub personal_manager_id: Option<i64>,
    /// That employee’s name.
    #[serde(deserialize_with = "loose::text")]
    pub personal_manager_full_name: Option<String>,
    /// The organization’s id.
    #[serde(deserialize_with = "loose::number")]
    pub organization_id: Option<i64>,
    /// The organization.
    #[serde(deserialize_with = "loose::text")]
    pub organization_name: Option<String>,
}

/// A group of contacts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct ContactGroup {
    /// Its id.
    #[serde(deserialize_with = "loose::id")]
    pub group_id: i64,
    /// Its name.
    #[serde(deserialize_with = "loose::text")]
    pub group_name: Option<String>,
}

/// What is written into the address book. What is `None` stays as it is when a contact is changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NewContact {
    /// Surname; a new contact has to have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// First name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Patronymic.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patronymic: Option<String>,
    /// E-mails, at most ten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub emails: Option<Vec<String>>,
    /// Numbers, at most ten.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_numbers: Option<Vec<String>>,
    /// The employee who looks after them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub personal_manager_id: Option<i64>,
    /// The organization.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organization_id: Option<i64>,
    /// Ids of groups.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub groups: Option<Vec<i64>>,
}

#[derive(Serialize)]
struct Change<'a> {
    id: i64,
    #[serde(flatten)]
    contact: &'a NewContact,
}

impl Row for Contact {
    const METHOD: &'static str = "get.contacts";
    const FIELDS: &'static [&'static str] = &[
        "id",
        "first_name",
        "last_name",
        "patronymic",
        "full_name",
        "emails",
        "phone_numbers",
        "groups",
        "personal_manager_id",
        "personal_manager_full_name",
        "organization_id",
        "organization_name",
    ];
}

impl DataApi {
    /// The address book.
    pub fn contacts(&self) -> Listing<Contact> {
        Listing::new(self, None)
    }

    /// Writes somebody into the address book and gives their id.
    pub async fn create_contact(&self, contact: &NewContact) -> Result<i64, Failure> {
        self.create("create.contacts", contact).await
    }

    /// Changes what is named.
    pub async fn update_contact(&self, id: i64, contact: &NewContact) -> Result<(), Failure> {
        let change = Change { id, contact };
        self.line.ask("update.contacts", &change).await?.done()
    }
}
