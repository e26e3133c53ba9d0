//! `POST /clients`.

use axum::extract::State;
use axum::response::Response;
use desk::Desk;
use desk::clients::NewClient;
use serde::Deserialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{SentPhone, sent_phones, sent_values, shaped};
use crate::api::shape::Client;
use crate::api::{Sent, form, made};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// What a new client is made of: a name or a number at least.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewClient)]
pub(super) struct Form {
    /// Without one the first number stands in its place.
    #[schema(example = "Анна Петрова")]
    name: Option<String>,
    #[serde(default)]
    phones: Vec<SentPhone>,
    #[serde(default)]
    emails: Vec<String>,
    company: Option<String>,
    /// What to know when they call.
    note: Option<String>,
    /// Comes first.
    #[serde(default)]
    vip: bool,
    /// Their calls are filed as spam.
    #[serde(default)]
    spammer: bool,
    /// Who answers for them: an agent's id.
    responsible_id: Option<String>,
    /// Values in the desk's own fields, each by its field's id or name.
    #[serde(default)]
    #[schema(value_type = Object)]
    fields: Map<String, Value>,
}

/// Make a client
#[utoipa::path(post, path = "/clients", tag = "clients", request_body = Form,
    responses((status = 201, body = Client, description = "The client; Location is its address")))]
pub(super) async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(sent): Sent<Form>,
) -> Result<Response> {
    let mut faults = Faults::default();
    let responsible_id = form::id(
        &mut faults,
        "responsible_id",
        sent.responsible_id.as_deref(),
    );
    faults.check()?;
    let new = NewClient {
        name: sent.name,
        phones: sent_phones(sent.phones),
        emails: sent.emails,
        company: sent.company,
        note: sent.note,
        vip: sent.vip,
        spammer: sent.spammer,
        responsible_id,
        fields: sent_values(sent.fields),
    };
    let client = desk.create_client(&actor, new).await?;
    let address = format!("/api/v1/clients/{}", client.id);
    Ok(made(address, shaped(&desk, &actor, client).await?))
}
