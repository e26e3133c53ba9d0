//! A client outside.

use desk::clients::{ClientView, FieldValue};
use domain::FieldKind;
use domain::client::Phone;
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Number, Value};
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
    /// Their calls are filed as spam.
    spammer: bool,
    /// Who answers for them, when somebody has said so.
    responsible_id: Option<String>,
    /// Values in the desk's own fields, by the fields' ids: a text, a number, `true`, or a date as `2026-03-28`.
    #[schema(value_type = Object, example = json!({"fld_0195f2d1c3a47b2e9c11d0a6b7e4f311": "Опт"}))]
    fields: Map<String, Value>,
    /// Grows with each change: send it back in a PATCH to be refused when somebody was quicker.
    version: i64,
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
    /// Whether it is the first one to call.
    primary: bool,
    /// `mobile`, `home`, `work`, `fax` or `other`.
    kind: &'static str,
}

pub(crate) fn shape_client(view: ClientView) -> Client {
    let client = view.client;
    let phone = |(place, phone): (usize, Phone)| ClientPhone {
        kind: phone.kind.as_str(),
        number: phone.number.into(),
        primary: place == 0,
    };
    Client {
        id: text(client.id),
        name: client.name,
        named: client.named,
        phones: client.phones.into_iter().enumerate().map(phone).collect(),
        emails: client.emails.into_iter().map(String::from).collect(),
        company: client.company,
        note: client.note,
        vip: client.vip,
        spammer: client.spammer,
        responsible_id: client.responsible_id.map(text),
        fields: view
            .values
            .iter()
            .map(|value| (text(value.field.id), shape_value(value)))
            .collect(),
        version: client.version,
        created_at: client.created_at,
        updated_at: client.updated_at,
        last_contact_at: client.last_contact_at,
    }
}

fn shape_value(value: &FieldValue) -> Value {
    let text = || Value::String(value.value.clone());
    match value.field.kind {
        FieldKind::Number => {
            serde_json::from_str::<Number>(&value.value).map_or_else(|_| text(), Value::Number)
        }
        FieldKind::Checkbox => Value::Bool(true),
        FieldKind::Text | FieldKind::Date | FieldKind::Choice | FieldKind::Link => text(),
    }
}
