//! Hearing notifications again: it gives the same calls, or those that could not be heard before.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::{Desk, Thing};

use super::notifications::of_channel;
use crate::api::shape::{Notification, shape_notification};
use crate::api::{At, Two};
use crate::problem::Result;
use crate::who::Keyed;

/// Hear a notification again
#[utoipa::path(post, path = "/channels/{id}/notifications/{notification_id}/replay", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("notification_id" = String, Path, description = "Its id")),
    responses((status = 202, body = Notification, description = "It waits to be heard")))]
pub(super) async fn one(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, id): Two,
) -> Result<(StatusCode, Json<Notification>)> {
    let kept = of_channel(&desk, &actor, &channel, &id).await?;
    desk.replay(&actor, kept.id).await?;
    let waits = desk.notification(&actor, kept.id).await?;
    let shape = shape_notification(actor.language);
    Ok((StatusCode::ACCEPTED, Json(shape(waits))))
}

/// Hear again what could not be heard
///
/// All of the channel's notifications that could not be read or kept, a little later.
#[utoipa::path(post, path = "/channels/{id}/notifications/replay", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")),
    responses((status = 202, description = "It will be done")))]
pub(super) async fn all(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<StatusCode> {
    desk.replay_all(&actor, at.id(Thing::Channel)?).await?;
    Ok(StatusCode::ACCEPTED)
}
