//! `POST /clients/moves/{id}/undo`: a merging or a choice is taken back; and how something that can be is told.

use axum::extract::Path;
use axum::response::Response;
use desk::Thing;
use domain::MoveId;

use super::pick::back_to;
use crate::frame::Flash;
use crate::pages::draw::on_to;
use crate::pages::named::named;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn undo(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: MoveId = named(&id, Thing::Move)?;
    let client = visit.desk.undo_client_move(&visit.actor, id).await?;
    Ok(on_to(&back_to(&typed, &format!("/clients/{}", client.id))))
}

/// On to a page, which says what was done and offers to take it back.
pub(super) fn done(visit: &Visit, back: &str, said: &str, undo: &str) -> Response {
    visit.on_to_saying(back, &Flash::said(said).undo(undo, [("back", back)]))
}
