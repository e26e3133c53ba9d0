//! `POST /tickets/{id}/comments`.

use axum::extract::State;
use axum::response::Response;
use desk::{Desk, Thing};
use domain::TicketId;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Entry, shape_entry};
use crate::api::{At, Sent, made};
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
