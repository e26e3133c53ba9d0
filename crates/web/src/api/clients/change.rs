//! `PATCH /clients/{id}`.

use axum::Json;
use axum::extract::State;
use desk::clients::{ClientChange, TypedPhone};
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use super::SentPhone;
use crate::api::body::nullable;
use crate::api::shape::{Client, shape_client};
use crate::api::{At, Sent};
use crate::problem::Result;
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
    /// Their tickets are spam.
    spammer: Option<bool>,
}

impl From<Form> for ClientChange {
    fn from(form: Form) -> Self {
        let phones = form.phones;
        Self {
            name: form.name,
            phones: phones.map(|all| all.into_iter().map(TypedPhone::from).collect()),
            emails: form.emails,
            company: form.company,
            note: form.note,
            vip: form.vip,
            spammer: form.spammer,
        }
    }
}

/// Change a client
#[utoipa::path(patch, path = "/clients/{id}", tag = "clients", params(("id" = String, Path, description = "Their id")),
    request_body = Form, responses((status = 200, body = Client)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Client>> {
    let id = at.id(Thing::Client)?;
    let client = desk.change_client(&actor, id, form.into()).await?;
    Ok(Json(shape_client(client)))
}
