//! `POST /calls/{id}/ticket`: the call goes into another ticket, named by its number; the next page offers the way back.

use axum::extract::Path;
use axum::response::Response;
use desk::calls::CallView;
use desk::{Refusal, Thing};

use super::show::{Shown, again, call_id};
use crate::form::Mistakes;
use crate::frame::Flash;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::Result;

pub(super) async fn put(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = visit.desk.call(&visit.actor, call_id(&id)?).await?;
    let target = match ticket_number(typed.one("number")) {
        Some(number) => visit.desk.ticket_by_number(&visit.actor, number).await,
        None => Err(Refusal::NotFound(Thing::Ticket)),
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
    match moved {
        Ok(moved) => Ok(told(&visit, &view, &moved)),
        Err(refusal) => refused(&visit, &view, typed, refusal).await,
    }
}

fn ticket_number(typed: &str) -> Option<i64> {
    let number = typed.trim().trim_start_matches(['№', '#']).trim();
    number.parse().ok()
}

/// On to the ticket where the call stands now, with the way back.
fn told(visit: &Visit, before: &CallView, moved: &CallView) -> Response {
    let number = moved.ticket_number.unwrap_or_default();
    let flash = Flash::said(visit.words().msg_call_moved(number));
    let flash = match before.ticket_number {
        Some(from) if from != number => {
            let undo = format!("/calls/{}/ticket", moved.call.id);
            flash.undo(&undo, [("number", from.to_string().as_str())])
        }
        Some(_) | None => flash,
    };
    visit.on_to_saying(&format!("/tickets/{number}"), &flash)
}

async fn refused(
    visit: &Visit,
    view: &CallView,
    typed: Typed,
    refusal: Refusal,
) -> Result<Response> {
    let notes = if matches!(refusal, Refusal::NotFound(Thing::Ticket)) {
        let mut notes = Mistakes::default();
        notes.note("number", visit.words().msg_missing_ticket());
        notes
    } else {
        mistakes(refusal, visit.words())?
    };
    let shown = Shown {
        typed,
        mistakes: notes,
        ..Shown::default()
    };
    again(visit, view, shown).await
}
