//! `GET /channels/{id}/bodies`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Refusal, Thing};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::api::paging::Items;
use crate::api::shape::{NotificationBody, shape_body};
use crate::api::{Asked, At, known};
use crate::problem::{Problem, Result};
use crate::who::Keyed;

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// The token to fill in; the newest live one when absent.
    token_id: Option<String>,
}

/// The four ready bodies
///
/// With the channel's token filled in, as an administrator pastes them into the provider's cabinet. 404 while the channel
/// has no live token.
#[utoipa::path(get, path = "/channels/{id}/bodies", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), Wanted),
    responses((status = 200, body = Items<NotificationBody>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<NotificationBody>>> {
    let id = at.id(Thing::Channel)?;
    let token = wanted.token_id.map(|text| known(&text, Thing::Token));
    let bodies = desk.bodies(&actor, id, token.transpose()?).await;
    let bodies = bodies.map_err(|refusal| {
        if matches!(refusal, Refusal::Invalid(_)) {
            return Problem::NotFound(Thing::Token);
        }
        refusal.into()
    })?;
    Ok(Json(Items::whole(bodies, shape_body)))
}
