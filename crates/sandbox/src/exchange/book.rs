//! What the account writes down: contacts, tags, the black list, and what its employees are at the moment.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Exchange;
use crate::account::{NOT_HANDLED, TAGS};
use crate::call::Caller;

/// The first id of a contact or tag that was made here.
const FIRST_OWN: i64 = 500_001;
/// The status of somebody whom nobody gave another.
const AVAILABLE: i64 = 1;

/// What was written down beyond what the account begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Book {
    /// Contacts that were made or changed.
    pub(crate) contacts: BTreeMap<i64, Contact>,
    /// Tags that were made, with their names.
    pub(crate) tags: BTreeMap<i64, String>,
    pub(crate) black_list: Vec<String>,
    /// Employees who are not just available.
    pub(crate) duties: BTreeMap<i64, Duty>,
}

/// Somebody in the address book.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Contact {
    pub(crate) last_name: String,
    pub(crate) first_name: Option<String>,
    pub(crate) patronymic: Option<String>,
    pub(crate) emails: Vec<String>,
    pub(crate) phone_numbers: Vec<String>,
    pub(crate) personal_manager_id: Option<i64>,
    pub(crate) organization_id: Option<i64>,
    pub(crate) groups: Vec<i64>,
}

/// What an employee is at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Duty {
    pub(crate) status_id: i64,
    /// Whether their softphone is there to ring.
    pub(crate) registered: bool,
}

impl Default for Duty {
    fn default() -> Self {
        Self {
            status_id: AVAILABLE,
            registered: true,
        }
    }
}

impl Contact {
    pub(crate) fn full_name(&self) -> String {
        let parts = [
            Some(&self.last_name),
            self.first_name.as_ref(),
            self.patronymic.as_ref(),
        ];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        parts.join(" ")
    }
}

impl Book {
    /// An id that nothing has.
    pub(crate) fn fresh_id(&self) -> i64 {
        let last = self.contacts.keys().chain(self.tags.keys()).max();
        last.map_or(FIRST_OWN, |last| (last + 1).max(FIRST_OWN))
    }
}

impl Exchange {
    /// The whole address book: whom the account begins with, and who was written down since.
    pub(crate) fn contacts(&self) -> BTreeMap<i64, Contact> {
        let known = self.clients.iter().filter_map(|client| {
            let (last, first) = client
                .full_name
                .split_once(' ')
                .unwrap_or((&client.full_name, ""));
            let contact = Contact {
                last_name: last.to_owned(),
                first_name: Some(first.to_owned()).filter(|name| !name.is_empty()),
                phone_numbers: vec![client.number.clone()],
                ..Contact::default()
            };
            Some((client.contact_id?, contact))
        });
        known.chain(self.book().contacts).collect()
    }

    /// Whoever has this number, with the name of the address book if they stand there.
    pub(crate) fn caller(&self, number: &str) -> Caller {
        let known = self
            .contacts()
            .into_iter()
            .find(|(_, contact)| contact.phone_numbers.iter().any(|own| own == number));
        Caller {
            number: Some(number.to_owned()),
            full_name: known.as_ref().map(|(_, contact)| contact.full_name()),
            contact_id: known.map(|(id, _)| id),
        }
    }

    /// The account's tags, its own and those made since; the platform's own is not among them.
    pub(crate) fn tags(&self) -> BTreeMap<i64, String> {
        let own = TAGS.iter().map(|tag| (tag.id, tag.name.to_owned()));
        own.chain(self.book().tags).collect()
    }

    pub(crate) fn tag_name(&self, id: i64) -> Option<String> {
        if id == NOT_HANDLED.id {
            return Some(NOT_HANDLED.name.to_owned());
        }
        self.tags().remove(&id)
    }

    pub(crate) fn duty(&self, employee: i64) -> Duty {
        self.book()
            .duties
            .get(&employee)
            .copied()
            .unwrap_or_default()
    }
}
