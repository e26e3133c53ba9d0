//! Tickets that were picked go into the oldest of them, and are parted again.

use axum::response::Response;
use desk::tickets::TicketView;
use desk::{Refusal, Thing};
use domain::TicketId;

use crate::frame::Flash;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result, detail};

/// The most tickets that go into one at once.
const MOST: usize = 20;

/// Puts the others into the oldest; `back` is where the list stands.
pub(super) async fn merge(visit: &Visit, mut ids: Vec<TicketId>, back: &str) -> Result<Response> {
    let t = visit.words();
    ids.sort_unstable();
    ids.dedup();
    ids.truncate(MOST);
    let [target, sources @ ..] = ids.as_slice() else {
        return Ok(visit.on_to_saying(back, &Flash::said(t.msg_bulk_none_picked())));
    };
    if sources.is_empty() {
        return Ok(visit.on_to_saying(back, &Flash::said(t.msg_bulk_merge_two())));
    }
    let into = visit.desk.ticket(&visit.actor, *target).await?;
    let mut merged = Vec::new();
    let mut refused = None;
    for source in sources {
        match into_one(visit, *source, *target).await {
            Ok(from) => merged.push(from.ticket.number.to_string()),
            Err(refusal) => refused = Some(why(refusal)?),
        }
    }
    let mut said = Vec::new();
    if !merged.is_empty() {
        let number = into.ticket.number.to_string();
        said.push(t.msg_bulk_merged(merged.join(", "), number));
    }
    if let Some(problem) = refused {
        said.push(detail(&problem, t));
    }
    let flash = Flash::said(said.join(" "));
    let flash = if merged.is_empty() {
        flash
    } else {
        let numbers = merged.join(",");
        let fields = [("tickets", numbers.as_str()), ("back", back)];
        flash.undo("/tickets/bulk/part", fields)
    };
    Ok(visit.on_to_saying(back, &flash))
}

async fn into_one(
    visit: &Visit,
    source: TicketId,
    target: TicketId,
) -> std::result::Result<TicketView, Refusal> {
    let from = visit.desk.ticket(&visit.actor, source).await?;
    visit
        .desk
        .merge_tickets(&visit.actor, source, target)
        .await?;
    Ok(from)
}

/// `POST /tickets/bulk/part`
pub(super) async fn part(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let t = visit.words();
    let mut parted = Vec::new();
    let mut refused = None;
    let numbers = typed.one("tickets").split(',').take(MOST);
    for number in numbers.filter_map(|number| number.parse().ok()) {
        let view = visit.desk.ticket_by_number(&visit.actor, number).await?;
        let done = visit.desk.unmerge_ticket(&visit.actor, view.ticket.id);
        match done.await {
            Ok(_) => parted.push(number.to_string()),
            Err(refusal) => refused = Some(why(refusal)?),
        }
    }
    let mut said = Vec::new();
    if !parted.is_empty() {
        said.push(t.msg_bulk_parted(parted.join(", ")));
    }
    if let Some(problem) = refused {
        said.push(detail(&problem, t));
    }
    let back = super::picked::back(&visit, &typed);
    Ok(visit.on_to_saying(&back, &Flash::said(said.join(" "))))
}

/// A refusal that is about one of the tickets; any other ends it all.
fn why(refusal: Refusal) -> Result<Problem> {
    match refusal {
        Refusal::Invalid(_) => Ok(Problem::NotFound(Thing::Ticket)),
        refusal @ (Refusal::Conflict(_) | Refusal::Changed | Refusal::NotFound(_)) => {
            Ok(Problem::from(refusal))
        }
        other @ (Refusal::NotAllowed(_)
        | Refusal::SignedOut
        | Refusal::Unfinished(_)
        | Refusal::TooMany(_)
        | Refusal::Gone
        | Refusal::NotReady
        | Refusal::Upstream(_)
        | Refusal::Storage(_)
        | Refusal::Unready(_)
        | Refusal::Pbx(_)
        | Refusal::Inside(_)) => Err(Problem::from(other)),
    }
}
