//! `POST /calls/{id}/ticket`: the call goes into another ticket, named by its number.

use axum::extract::Path;
use axum::response::Response;
use desk::{Refusal, Thing};

use super::show::{again, call_id};
use crate::form::Mistakes;
use crate::pages::draw::on_to;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn put(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = visit.desk.call(&visit.actor, call_id(&id)?).await?;
    let number = typed
        .one("number")
        .trim()
        .trim_start_matches(['№', '#'])
        .trim();
    let target = match number.parse() {
        Ok(number) => visit.desk.ticket_by_number(&visit.actor, number).await,
        Err(_) => Err(Refusal::NotFound(Thing::Ticket)),
    };
    let moved = match target {
        Ok(target) => {
            visit
                .desk
                .move_call(&visit.actor, view.call.id, target.ticket.id)
                .await
        }
        Err(refusal) => Err(refusal),
    };
    let notes = match moved {
        Ok(moved) => {
            let ticket = moved
                .ticket_number
                .map(|number| format!("/tickets/{number}"));
            return Ok(on_to(
                &ticket.unwrap_or_else(|| format!("/calls/{}", moved.call.id)),
            ));
        }
        Err(Refusal::NotFound(Thing::Ticket)) => {
            let mut notes = Mistakes::default();
            notes.note("number", visit.words().msg_missing_ticket());
            notes
        }
        Err(refusal) => mistakes(refusal, visit.words())?,
    };
    again(&visit, &view, typed, notes).await
}
