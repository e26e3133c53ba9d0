//! `/tickets/{id}/comments`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use desk::{Desk, Thing};
use domain::{Actor, EntryId, TicketId};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Entry, shape_entry};
use crate::api::{At, Sent, Two, known, made};
use crate::problem::Result;
use crate::who::Keyed;

/// A comment.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewComment)]
pub(super) struct Form {
    /// What to write, at most 20 000 characters; Markdown.
    #[schema(example = "Перезвонить после 18:00")]
    text: String,
}

/// Write a comment
///
/// It is internal: colleagues read it, clients never do.
#[utoipa::path(post, path = "/tickets/{id}/comments", tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id")), request_body = Form,
    responses((status = 201, body = Entry, description = "The timeline's new entry")))]
pub(super) async fn comment(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let id: TicketId = at.id(Thing::Ticket)?;
    let entry = desk.comment(&actor, id, &form.text).await?;
    let address = format!("/api/v1/tickets/{id}/timeline");
    Ok(made(address, shape_entry(&desk)(entry)))
}

/// Change one's own comment
///
/// Its entry says from then on when it was changed.
#[utoipa::path(patch, path = "/tickets/{id}/comments/{entry_id}", tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id"), ("entry_id" = String, Path, description = "The entry's id")),
    request_body = Form, responses((status = 200, body = Entry)))]
pub(super) async fn edit(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: Two,
    Sent(form): Sent<Form>,
) -> Result<Json<Entry>> {
    let id = of_ticket(&desk, &actor, &at).await?;
    let entry = desk.edit_comment(&actor, id, &form.text, None).await?;
    Ok(Json(shape_entry(&desk)(entry)))
}

/// Take one's own comment back
#[utoipa::path(delete, path = "/tickets/{id}/comments/{entry_id}", tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id"), ("entry_id" = String, Path, description = "The entry's id")),
    responses((status = 204, description = "It is gone")))]
pub(super) async fn delete(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: Two,
) -> Result<StatusCode> {
    let id = of_ticket(&desk, &actor, &at).await?;
    desk.delete_comment(&actor, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The comment that an address names; its ticket has to be within reach.
async fn of_ticket(desk: &Desk, actor: &Actor, Two(ticket, entry): &Two) -> Result<EntryId> {
    let ticket: TicketId = known(ticket, Thing::Ticket)?;
    desk.ticket(actor, ticket).await?;
    known(entry, Thing::Comment)
}
