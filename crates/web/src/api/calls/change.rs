//! `PATCH /calls/{id}`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};
use domain::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Call, shape_call};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Problem, Result};
use crate::who::Keyed;

/// Where the call belongs.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CallChange)]
pub(super) struct Form {
    /// The ticket to move it to.
    #[schema(example = "tkt_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    ticket_id: String,
}

/// Move a call to another ticket
///
/// Its entries move along; later notifications leave it there.
#[utoipa::path(patch, path = "/calls/{id}", tag = "calls", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Call)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Call>> {
    let id = at.id(Thing::Call)?;
    let mut faults = Faults::default();
    let ticket = form::id(&mut faults, "ticket_id", Some(&form.ticket_id));
    faults.check()?;
    let ticket: TicketId = ticket.ok_or(Problem::Inside)?;
    let view = desk.move_call(&actor, id, ticket).await?;
    Ok(Json(shape_call(actor.language)(view)))
}
