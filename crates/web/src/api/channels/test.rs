//! `/channels/{id}/test`: test notifications that go the provider's whole way.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{Desk, Thing};
use domain::ChannelId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{ChannelTest, shape_test};
use crate::api::{At, Sent, Two, known};
use crate::problem::Result;
use crate::who::Keyed;

/// What to test.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewChannelTest)]
pub(super) struct Form {
    /// Mnemonics of the events; all four when empty.
    #[serde(default)]
    events: Vec<String>,
    /// The token they carry; the newest live one when absent.
    token_id: Option<String>,
}

/// Send test notifications
///
/// The desk sends the ready bodies to its own public address, as the provider does, and follows them: reached, accepted,
/// durable, heard, call, ticket. Calls and tickets of a test are marked, assigned to nobody, and taken away with it. The
/// body may be `{}`.
#[utoipa::path(post, path = "/channels/{id}/test", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")), request_body = Form,
    responses((status = 202, body = ChannelTest, description = "They are on their way; Location tells how far")))]
pub(super) async fn send(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let id: ChannelId = at.id(Thing::Channel)?;
    let token = form.token_id.map(|text| known(&text, Thing::Token));
    let test = desk
        .test_channel(&actor, id, &form.events, token.transpose()?)
        .await?;
    let address = format!("/api/v1/channels/{id}/test/{}", test.id);
    let location = [(header::LOCATION, address)];
    Ok((StatusCode::ACCEPTED, location, Json(shape_test(&test))).into_response())
}

/// How far test notifications have come
#[utoipa::path(get, path = "/channels/{id}/test/{test_id}", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("test_id" = String, Path, description = "Its id")),
    responses((status = 200, body = ChannelTest)))]
pub(super) async fn one(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, id): Two,
) -> Result<Json<ChannelTest>> {
    let channel = known(&channel, Thing::Channel)?;
    let id = known(&id, Thing::ChannelTest)?;
    let test = desk.channel_test(&actor, channel, id).await?;
    Ok(Json(shape_test(&test)))
}

/// Take test notifications away
///
/// With the calls and tickets they made.
#[utoipa::path(delete, path = "/channels/{id}/test/{test_id}", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("test_id" = String, Path, description = "Its id")),
    responses((status = 204, description = "They are gone")))]
pub(super) async fn remove(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, id): Two,
) -> Result<StatusCode> {
    let channel = known(&channel, Thing::Channel)?;
    let id = known(&id, Thing::ChannelTest)?;
    desk.remove_test(&actor, channel, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
