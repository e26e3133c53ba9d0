//! `POST /tickets/{number}/merge` and `/unmerge`: a ticket goes into another, named by its number, and comes back.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::{Refusal, Thing};

use super::show::{again, by_number};
use super::ticket::Form;
use crate::form::Mistakes;
use crate::frame::Flash;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result, detail};

pub(super) async fn merge(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let view = by_number(&visit, &number).await?;
    let t = visit.words();
    let into = typed
        .one("into")
        .trim()
        .trim_start_matches(['№', '#'])
        .trim();
    let target = match into.parse() {
        Ok(number) => visit.desk.ticket_by_number(&visit.actor, number).await,
        Err(_) => Err(Refusal::NotFound(Thing::Ticket)),
    };
    let merged = match target {
        Ok(target) => {
            let into = target.ticket.id;
            visit
                .desk
                .merge_tickets(&visit.actor, view.ticket.id, into)
                .await
        }
        Err(refusal) => Err(refusal),
    };
    match merged {
        Ok(target) => {
            let (from, into) = (view.ticket.number.to_string(), target.ticket.number);
            let said = t.msg_merge_done(from.as_str(), into.to_string());
            let undo = format!("/tickets/{from}/unmerge");
            let flash = Flash::said(said).undo(&undo, []);
            Ok(visit.on_to_saying(&format!("/tickets/{into}"), &flash))
        }
        Err(refusal) => {
            let mut mistakes = Mistakes::default();
            mistakes.note("into", refused(&visit, refusal)?);
            let form = Form {
                typed,
                mistakes,
                conflict: None,
            };
            again(&visit, view, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

pub(super) async fn unmerge(visit: Visit, Path(number): Path<String>) -> Result<Response> {
    let view = by_number(&visit, &number).await?;
    let t = visit.words();
    let here = format!("/tickets/{}", view.ticket.number);
    match visit
        .desk
        .unmerge_ticket(&visit.actor, view.ticket.id)
        .await
    {
        Ok(_) => {
            let said = t.msg_merge_undone(view.ticket.number.to_string());
            Ok(visit.on_to_saying(&here, &Flash::said(said)))
        }
        Err(refusal) => Ok(visit.on_to_saying(&here, &Flash::said(refused(&visit, refusal)?))),
    }
}

/// Why it cannot be done, in words; what has nothing to do with the tickets is told by a page of its own.
fn refused(visit: &Visit, refusal: Refusal) -> Result<String> {
    let t = visit.words();
    match Problem::from(refusal) {
        Problem::Invalid(_) | Problem::NotFound(_) => Ok(t.msg_missing_ticket()),
        problem @ (Problem::Clash(_) | Problem::Changed) => Ok(detail(&problem, t)),
        problem @ (Problem::Malformed(_)
        | Problem::SignedOut
        | Problem::Foreign
        | Problem::NotAllowed(_)
        | Problem::NoRoute
        | Problem::Method
        | Problem::TooLarge
        | Problem::KeyUnreadable
        | Problem::TooMany(_)
        | Problem::Gone
        | Problem::NotReady
        | Problem::Upstream
        | Problem::Storage
        | Problem::TooSlow
        | Problem::Unready(_)
        | Problem::Pbx(_)
        | Problem::Inside) => Err(problem),
    }
}
