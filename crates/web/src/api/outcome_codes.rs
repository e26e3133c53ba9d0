//! `/outcome_codes`: what can come of a call.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use desk::outcomes::OutcomeCodeForm;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::Items;
use super::shape::{OutcomeCode, shape_outcome_code};
use super::{At, Sent, made};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create))
        .routes(routes!(change))
}

/// Outcomes of calls, in their order
#[utoipa::path(get, path = "/outcome_codes", operation_id = "list_outcome_codes", tag = "calls",
    responses((status = 200, body = Items<OutcomeCode>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<OutcomeCode>>> {
    let codes = desk.outcome_codes(&actor).await?;
    Ok(Json(Items::whole(codes, shape_outcome_code)))
}

/// What an outcome is made of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewOutcomeCode)]
struct NewCode {
    #[schema(example = "Продажа")]
    name: String,
    /// Its place among the others; the last when absent.
    place: Option<i64>,
}

/// Add an outcome of calls
///
/// Administrators.
#[utoipa::path(post, path = "/outcome_codes", operation_id = "create_outcome_code", tag = "calls", request_body = NewCode,
    responses((status = 201, body = OutcomeCode)))]
async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(sent): Sent<NewCode>,
) -> Result<Response> {
    let form = OutcomeCodeForm {
        name: Some(sent.name),
        active: None,
        place: sent.place,
    };
    let code = desk.create_outcome_code(&actor, form).await?;
    let address = format!("/api/v1/outcome_codes/{}", code.id);
    Ok(made(address, shape_outcome_code(code)))
}

/// What to change; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = OutcomeCodeChange)]
struct Change {
    name: Option<String>,
    /// Whether it can be chosen.
    active: Option<bool>,
    place: Option<i64>,
}

/// Change an outcome of calls
///
/// Administrators. One that is no longer wanted is made inactive: calls that have it keep it.
#[utoipa::path(patch, path = "/outcome_codes/{id}", operation_id = "change_outcome_code", tag = "calls",
    params(("id" = String, Path, description = "Its id")), request_body = Change,
    responses((status = 200, body = OutcomeCode)))]
async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(sent): Sent<Change>,
) -> Result<Json<OutcomeCode>> {
    let form = OutcomeCodeForm {
        name: sent.name,
        active: sent.active,
        place: sent.place,
    };
    let id = at.id(Thing::OutcomeCode)?;
    let code = desk.change_outcome_code(&actor, id, form).await?;
    Ok(Json(shape_outcome_code(code)))
}
