//! `GET /lookup`: who is calling.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Asked;
use super::shape::{LookUp, shape_look_up};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(look_up))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Number {
    /// A number in any spelling.
    #[param(required = true, example = "8 (916) 204-18-37")]
    number: Option<String>,
}

/// Who is calling
///
/// Everybody with this number, the likeliest first, with what speaks for each; who answers for them, and their open ticket.
#[utoipa::path(get, path = "/lookup", tag = "clients", params(Number), responses((status = 200, body = LookUp)))]
async fn look_up(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(asked): Asked<Number>,
) -> Result<Json<LookUp>> {
    let number = asked.number.unwrap_or_default();
    let found = desk.look_up(&actor, &number).await?;
    let clients = found.candidates.iter().map(|one| one.client.clone());
    let views = desk.client_views(&actor, clients.collect()).await?;
    Ok(Json(shape_look_up(found, views)))
}
