//! A client outside.

use domain::client::Phone;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// A person who calls or is called.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Client {
    #[schema(example = "cl_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// A name, or the first number in its place.
    name: String,
    /// Whether the name is a name, not a number in its place.
    named: bool,
    phones: Vec<ClientPhone>,
    emails: Vec<String>,
    company: Option<String>,
    /// What to know when they call.
    note: Option<String>,
    /// Comes first.
    vip: bool,
    /// Their tickets are spam.
    spammer: bool,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// When they last called or were called.
    last_contact_at: Option<Timestamp>,
}

/// A client's number.
#[derive(Debug, Serialize, ToSchema)]
struct ClientPhone {
    /// E.164.
    #[schema(example = "+79162041837")]
    number: String,
    /// `mobile`, `home`, `work`, `fax` or `other`.
    kind: &'static str,
}

impl From<Phone> for ClientPhone {
    fn from(phone: Phone) -> Self {
        Self {
            kind: phone.kind.as_str(),
            number: phone.number.into(),
        }
    }
}

pub(crate) fn shape_client(client: domain::Client) -> Client {
    Client {
        id: text(client.id),
        name: client.name,
        named: client.named,
        phones: client.phones.into_iter().map(ClientPhone::from).collect(),
        emails: client.emails.into_iter().map(String::from).collect(),
        company: client.company,
        note: client.note,
        vip: client.vip,
        spammer: client.spammer,
        created_at: client.created_at,
        updated_at: client.updated_at,
        last_contact_at: client.last_contact_at,
    }
}
