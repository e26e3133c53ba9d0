//! `PATCH /clients/{id}`.

use axum::Json;
use axum::extract::State;
use desk::clients::ClientChange;
use desk::{Desk, Thing};
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{SentPhone, sent_phones, sent_values, shaped};
use crate::api::body::nullable;
use crate::api::shape::Client;
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// What to change; what is absent stays, `null` takes away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientChange)]
pub(super) struct Form {
    /// `null`: the first number stands in its place.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    name: Option<Option<String>>,
    /// All numbers.
    phones: Option<Vec<SentPhone>>,
    /// All addresses.
    emails: Option<Vec<String>>,
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    company: Option<Option<String>>,
    /// What to know when they call.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    note: Option<Option<String>>,
    /// Comes first.
    vip: Option<bool>,
    /// Their calls are filed as spam.
    spammer: Option<bool>,
    /// Who answers for them: an agent's id.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    responsible_id: Option<Option<String>>,
    /// Values in the desk's own fields, each by its field's id or name; those not sent stay, `null` takes one away.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Map<String, Value>,
    /// The version that was looked at: 409 when somebody has changed the client since.
    version: Option<i64>,
}

/// Change a client
#[utoipa::path(patch, path = "/clients/{id}", tag = "clients", params(("id" = String, Path, description = "Their id")),
    request_body = Form, responses((status = 200, body = Client)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(sent): Sent<Form>,
) -> Result<Json<Client>> {
    let id = at.id(Thing::Client)?;
    let mut faults = Faults::default();
    let responsible_id =
        form::id_or_null(&mut faults, "responsible_id", sent.responsible_id.as_ref());
    faults.check()?;
    let change = ClientChange {
        name: sent.name,
        phones: sent.phones.map(sent_phones),
        emails: sent.emails,
        company: sent.company,
        note: sent.note,
        vip: sent.vip,
        spammer: sent.spammer,
        responsible_id,
        fields: sent_values(sent.fields),
        version: sent.version,
    };
    let client = desk.change_client(&actor, id, change).await?;
    shaped(&desk, &actor, client).await.map(Json)
}
