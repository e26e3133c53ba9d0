//! `/client_fields`: fields of clients that administrators have added.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::clients::FieldForm;
use desk::{Desk, Thing};
use domain::ClientField;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::Items;
use super::{At, Sent, made};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(change, delete))
}

/// A field of clients.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ClientField)]
struct Field {
    #[schema(example = "fld_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    name: String,
    /// `text`, `number`, `date`, `choice`, `checkbox` or `link`.
    kind: &'static str,
    /// What may be chosen, for a choice.
    choices: Vec<String>,
    /// Its place among the others.
    place: i64,
}

fn shape(field: ClientField) -> Field {
    Field {
        id: field.id.to_string(),
        name: field.name,
        kind: field.kind.as_str(),
        choices: field.choices,
        place: field.place,
    }
}

/// Fields of clients, in their order
#[utoipa::path(get, path = "/client_fields", tag = "clients", responses((status = 200, body = Items<Field>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<Field>>> {
    let fields = desk.client_fields(&actor).await?;
    Ok(Json(Items::whole(fields, shape)))
}

/// What a field is made of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewClientField)]
struct NewField {
    name: String,
    /// `text`, `number`, `date`, `choice`, `checkbox` or `link`; stays as it is made.
    kind: String,
    /// What may be chosen, for a choice.
    #[serde(default)]
    choices: Vec<String>,
}

/// Add a field of clients
///
/// Administrators.
#[utoipa::path(post, path = "/client_fields", tag = "clients", request_body = NewField,
    responses((status = 201, body = Field)))]
async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(sent): Sent<NewField>,
) -> Result<Response> {
    let form = FieldForm {
        name: Some(sent.name),
        kind: Some(sent.kind),
        choices: Some(sent.choices),
        place: None,
    };
    let field = desk.create_client_field(&actor, form).await?;
    let address = format!("/api/v1/client_fields/{}", field.id);
    Ok(made(address, shape(field)))
}

/// What to change of a field; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ClientFieldChange)]
struct FieldChange {
    name: Option<String>,
    /// What may be chosen; values that are there already stay.
    choices: Option<Vec<String>>,
    /// Its place among the others.
    place: Option<i64>,
}

/// Change a field of clients
///
/// Administrators.
#[utoipa::path(patch, path = "/client_fields/{id}", tag = "clients", params(("id" = String, Path, description = "Its id")),
    request_body = FieldChange, responses((status = 200, body = Field)))]
async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(sent): Sent<FieldChange>,
) -> Result<Json<Field>> {
    let form = FieldForm {
        name: sent.name,
        kind: None,
        choices: sent.choices,
        place: sent.place,
    };
    let id = at.id(Thing::ClientField)?;
    Ok(Json(shape(
        desk.change_client_field(&actor, id, form).await?,
    )))
}

/// Take a field away with all its values
///
/// Administrators.
#[utoipa::path(delete, path = "/client_fields/{id}", tag = "clients", params(("id" = String, Path, description = "Its id")),
    responses((status = 204)))]
async fn delete(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<StatusCode> {
    desk.delete_client_field(&actor, at.id(Thing::ClientField)?)
        .await?;
    Ok(StatusCode::NO_CONTENT)
}
