//! `/channels/{id}/tokens`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::{Desk, Thing};
use domain::ChannelId;

use crate::api::paging::Items;
use crate::api::shape::{ChannelToken, shape_token};
use crate::api::{At, Two, known, made};
use crate::problem::Result;
use crate::who::Keyed;

/// A channel's live tokens
///
/// Newest first.
#[utoipa::path(get, path = "/channels/{id}/tokens", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")),
    responses((status = 200, body = Items<ChannelToken>)))]
pub(super) async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Items<ChannelToken>>> {
    let live = desk.tokens(&actor, at.id(Thing::Channel)?).await?;
    Ok(Json(Items::whole(live, shape_token)))
}

/// Make a token
///
/// Those before it go on working. No body is needed.
#[utoipa::path(post, path = "/channels/{id}/tokens", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")),
    responses((status = 201, body = ChannelToken)))]
pub(super) async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Response> {
    let id: ChannelId = at.id(Thing::Channel)?;
    let token = desk.create_token(&actor, id).await?;
    let address = format!("/api/v1/channels/{id}/tokens");
    Ok(made(address, shape_token(token)))
}

/// Revoke a token
///
/// It stops working at once.
#[utoipa::path(delete, path = "/channels/{id}/tokens/{token_id}", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("token_id" = String, Path, description = "The token's id")),
    responses((status = 204, description = "It works no more")))]
pub(super) async fn revoke(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, token): Two,
) -> Result<StatusCode> {
    let channel = known(&channel, Thing::Channel)?;
    let token = known(&token, Thing::Token)?;
    desk.revoke_token(&actor, channel, token).await?;
    Ok(StatusCode::NO_CONTENT)
}
