//! `POST /tickets/{number}/labels`: one label put on or taken off. Two people who do so do not get in each other's way.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Refusal;
use desk::tickets::TicketChange;

use super::show::{again, by_number};
use super::ticket::Form;
use super::view::Wanted;
use crate::form::Mistakes;
use crate::pages::draw::on_to;
use crate::pages::mistakes::mistakes;
use crate::pages::typed::{Sent, Typed};
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};

/// How often it is tried when others change the ticket at the same moment.
const TRIES: usize = 3;

pub(super) async fn change(
    visit: Visit,
    Path(number): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    for _ in 0..TRIES {
        let view = by_number(&visit, &number).await?;
        let ticket = &view.ticket;
        let change = TicketChange {
            tags: Some(wanted(&ticket.tags, &typed)),
            ..TicketChange::default()
        };
        let version = Some(ticket.version);
        let done = visit
            .desk
            .change_ticket(&visit.actor, ticket.id, change, version);
        match done.await {
            Ok(_) => {
                let suffix = Wanted::of(&visit.query).suffix();
                return Ok(on_to(&format!("/tickets/{}{suffix}", ticket.number)));
            }
            Err(Refusal::Changed) => {}
            Err(refusal) => {
                let wrong = mistakes(refusal, visit.words())?;
                let mut notes = Mistakes::default();
                notes.note("label", wrong.of("tags"));
                let form = Form {
                    typed,
                    mistakes: notes,
                    conflict: None,
                };
                return again(&visit, view, form, StatusCode::UNPROCESSABLE_ENTITY).await;
            }
        }
    }
    Err(Problem::Changed)
}

/// The labels that stand there, with those typed and without the one that was taken off.
fn wanted(now: &[String], typed: &Typed) -> Vec<String> {
    let kept = now
        .iter()
        .filter(|tag| Some(tag.as_str()) != typed.sent("drop"));
    let added = typed.one("label").split(',').map(str::to_owned);
    kept.cloned().chain(added).collect()
}
