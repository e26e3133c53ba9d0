//! What was promised in the calls of a ticket: proposed as a reminder, accepted or dismissed.

use axum::extract::Path;
use axum::response::Response;
use desk::Thing;
use domain::PromiseId;
use domain::TicketId;

use crate::frame::{Flash, Frame, Moment};
use crate::pages::named::named;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::Result;

/// A promise as it is drawn.
pub struct Promised {
    /// Where the answer is sent.
    pub action: String,
    /// The words in which it was given.
    pub phrase: String,
    /// The line in which they stand.
    pub line: String,
    /// When to be reminded.
    pub moment: Moment,
}

/// Promises of a ticket that nobody has looked at.
pub async fn promised(visit: &Visit, frame: &Frame, ticket: TicketId) -> Result<Vec<Promised>> {
    let all = visit.desk.promises(&visit.actor, ticket).await?;
    let draw = |one: store::promises::Promise| Promised {
        action: format!("/promises/{}", one.id),
        phrase: one.phrase,
        line: format!("/calls/{0}#{0}-line-{1}", one.call_id, one.place),
        moment: frame.exact(one.remind_at),
    };
    Ok(all.into_iter().map(draw).collect())
}

/// `POST /promises/{id}`: `accept` or not.
pub(super) async fn settle(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id: PromiseId = named(&id, Thing::Promise)?;
    let (desk, actor, t) = (&visit.desk, &visit.actor, visit.words());
    let (ticket, said) = if typed.one("do") == "accept" {
        (
            desk.accept_promise(actor, id).await?,
            t.msg_promise_accepted(),
        )
    } else {
        (
            desk.dismiss_promise(actor, id).await?,
            t.msg_promise_dismissed(),
        )
    };
    let view = desk.ticket(actor, ticket).await?;
    let back = format!("/tickets/{}", view.ticket.number);
    Ok(visit.on_to_saying(&back, &Flash::said(said)))
}
