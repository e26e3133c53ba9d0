//! `/tickets/{id}/merge` and `/tickets/{id}/unmerge`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Ticket, shape_ticket};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Problem, Result};
use crate::who::Keyed;

/// Where a ticket goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketMerge)]
pub(super) struct Form {
    /// The id of the ticket that takes it in.
    into: String,
}

/// Merge a ticket into another
///
/// Its calls, timeline and labels go along; it becomes `merged`. The other ticket is answered.
#[utoipa::path(post, path = "/tickets/{id}/merge", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Ticket)))]
pub(super) async fn merge(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Ticket>> {
    let id = at.id(Thing::Ticket)?;
    let mut faults = Faults::default();
    let into = form::id(&mut faults, "into", Some(&form.into));
    faults.check()?;
    let into = into.ok_or(Problem::NotFound(Thing::Ticket))?;
    let view = desk.merge_tickets(&actor, id, into).await?;
    Ok(Json(shape_ticket(view)))
}

/// Part a ticket from the one it was merged into
///
/// Calls, timeline and labels are where they were; what was written in the other since stays there.
#[utoipa::path(post, path = "/tickets/{id}/unmerge", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Ticket)))]
pub(super) async fn unmerge(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Ticket>> {
    let view = desk.unmerge_ticket(&actor, at.id(Thing::Ticket)?).await?;
    Ok(Json(shape_ticket(view)))
}
