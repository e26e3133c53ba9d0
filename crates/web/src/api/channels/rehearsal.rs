//! `/channels/{id}/rehearsal`: what a ticket policy would have made of past calls.

use axum::Json;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{Desk, Thing};
use domain::ChannelId;
use serde::Deserialize;
use utoipa::ToSchema;

use super::SentPolicy;
use crate::api::paging::{Items, PageOnly};
use crate::api::shape::{DifferingCall, PolicyRehearsal, shape_differing, shape_rehearsal};
use crate::api::{Asked, At, Sent, Two, known};
use crate::problem::Result;
use crate::who::Keyed;

/// What to rehearse.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewPolicyRehearsal)]
pub(super) struct Form {
    /// The policy to try out; what is absent is as it is now.
    #[serde(default)]
    ticket_policy: SentPolicy,
}

/// Rehearse a ticket policy
///
/// Tries it out on the calls of the last 30 days (at most 100 000), by the rule that decides on new calls, beside the
/// present policy. Nothing is changed by it.
#[utoipa::path(post, path = "/channels/{id}/rehearsal", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")), request_body = Form,
    responses((status = 202, body = PolicyRehearsal, description = "It has begun; Location tells how far it is")))]
pub(super) async fn rehearse(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let id: ChannelId = at.id(Thing::Channel)?;
    let rehearsal = desk
        .rehearse(&actor, id, &form.ticket_policy.into())
        .await?;
    let address = format!("/api/v1/channels/{id}/rehearsal/{}", rehearsal.id);
    let location = [(header::LOCATION, address)];
    let shaped = Json(shape_rehearsal(rehearsal));
    Ok((StatusCode::ACCEPTED, location, shaped).into_response())
}

/// A rehearsal, as far as it is
#[utoipa::path(get, path = "/channels/{id}/rehearsal/{rehearsal_id}", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("rehearsal_id" = String, Path, description = "Its id")),
    responses((status = 200, body = PolicyRehearsal)))]
pub(super) async fn one(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, id): Two,
) -> Result<Json<PolicyRehearsal>> {
    let channel = known(&channel, Thing::Channel)?;
    let id = known(&id, Thing::Rehearsal)?;
    let rehearsal = desk.rehearsal(&actor, channel, id).await?;
    Ok(Json(shape_rehearsal(rehearsal)))
}

/// Calls that would have gone elsewhere
///
/// The latest first, once the rehearsal is over; at most 10 000.
#[utoipa::path(get, path = "/channels/{id}/rehearsal/{rehearsal_id}/differences", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), ("rehearsal_id" = String, Path, description = "Its id"), PageOnly),
    responses((status = 200, body = Items<DifferingCall>)))]
pub(super) async fn differences(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(channel, id): Two,
    Asked(page): Asked<PageOnly>,
) -> Result<Json<Items<DifferingCall>>> {
    let channel = known(&channel, Thing::Channel)?;
    let id = known(&id, Thing::Rehearsal)?;
    let slice = page.slice()?;
    let found = desk
        .rehearsal_differences(&actor, channel, id, slice)
        .await?;
    Ok(Json(Items::of(found, |one| shape_differing(&one))))
}
