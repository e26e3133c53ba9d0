//! `GET /channels/{id}/refusals`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};

use crate::api::At;
use crate::api::paging::Items;
use crate::api::shape::{ChannelRefusal, shape_refusal};
use crate::problem::Result;
use crate::who::Keyed;

/// Requests that were turned away
///
/// The latest that may have been meant for this channel, counted by sender and reason: without a token, with one that
/// nobody knows, with one of the channel that was revoked, or too large. For administrators.
#[utoipa::path(get, path = "/channels/{id}/refusals", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")),
    responses((status = 200, body = Items<ChannelRefusal>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Items<ChannelRefusal>>> {
    let refused = desk.refusals(&actor, at.id(Thing::Channel)?).await?;
    Ok(Json(Items::whole(refused, shape_refusal)))
}
