//! The client beside a ticket: who it is or may be, how to reach them, what was before.

use domain::{Client, ClientId, Status, TicketId};
use store::calls::CallFilter;
use store::tickets::TicketFilter;
use store::{Cursor, Slice};

use super::likely::{Likely, likely};
use crate::frame::{Frame, Moment};
use crate::pages::calls::CallLine;
use crate::pages::clients::{ShownValue, shown_values};
use crate::pages::markdown;
use crate::pages::visit::{Visit, may_change};
use crate::pages::words::StatusSign;
use crate::problem::Result;

/// Earlier tickets and calls shown; the rest stands on the client's page.
const SHOWN: i64 = 7;

/// The pane as it is drawn.
pub struct ClientPane {
    /// The client.
    pub client: Client,
    /// Their page.
    pub path: String,
    /// Since when they are known, in words.
    pub since: String,
    /// What to know when they call: HTML that was made harmless.
    pub note: Option<String>,
    /// Values of the desk's own fields.
    pub values: Vec<ShownValue>,
    /// Who answers for them, when somebody has said so.
    pub responsible: Option<String>,
    /// Who else may have called, when the number is several clients'.
    pub likely: Vec<Likely>,
    /// The ticket that is said to be somebody's.
    pub ticket: String,
    /// Other tickets of theirs, the latest changed first.
    pub tickets: Vec<TicketLine>,
    /// Their calls, the latest first.
    pub calls: Vec<CallLine>,
    /// All of their calls.
    pub all_calls: String,
    /// Whether there are more calls than shown.
    pub more_calls: bool,
    /// The ticket, on a narrow screen.
    pub back: String,
    /// This page, to come back to.
    pub here: String,
    /// Whether this agent names and chooses.
    pub may_change: bool,
}

/// A ticket in a line.
pub struct TicketLine {
    /// Its page.
    pub path: String,
    /// Its status.
    pub sign: StatusSign,
    /// What it is about.
    pub subject: String,
    /// Its last change.
    pub moment: Moment,
    /// Its number.
    pub number: i64,
}

/// The pane for a ticket of this client.
pub async fn client_pane(
    visit: &Visit,
    frame: &Frame,
    id: ClientId,
    beside: TicketId,
) -> Result<ClientPane> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    let client = desk.client(actor, id).await?;
    let view = desk.client_view(actor, client.clone()).await?;
    let (mut tickets, _) =
        tickets_page(visit, frame, client.id, Slice::first(SHOWN), Some(beside)).await?;
    tickets.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let theirs = CallFilter {
        client: Some(client.id),
        ..CallFilter::default()
    };
    let calls = desk.calls(actor, &theirs, Slice::first(SHOWN)).await?;
    let candidates = desk.candidates_of_ticket(actor, beside).await?;
    let candidates = candidates.map(|(_, all)| all).unwrap_or_default();
    let day = frame.date(client.created_at);
    let path = frame.path.split('?').next().unwrap_or_default();
    Ok(ClientPane {
        path: format!("/clients/{}", client.id),
        since: frame.t.msg_client_since(day.as_str()),
        note: client.note.as_deref().map(markdown::html_of),
        values: shown_values(&view.values, frame),
        responsible: view.responsible.map(|agent| agent.name),
        likely: if candidates.len() > 1 {
            likely(candidates, Some(client.id), frame)
        } else {
            Vec::new()
        },
        ticket: beside.to_string(),
        tickets,
        more_calls: calls.next.is_some(),
        calls: calls
            .items
            .iter()
            .map(|view| CallLine::of(view, frame))
            .collect(),
        all_calls: format!("/calls?client_id={}", client.id),
        back: path.to_owned(),
        here: frame.path.clone(),
        may_change: may_change(actor.role),
        client,
    })
}

/// A client's tickets, all but one, whatever became of them; and where the next page begins.
pub async fn tickets_page(
    visit: &Visit,
    frame: &Frame,
    client: ClientId,
    slice: Slice,
    but: Option<TicketId>,
) -> Result<(Vec<TicketLine>, Option<Cursor>)> {
    let theirs = TicketFilter {
        client: Some(client),
        statuses: Status::ALL
            .iter()
            .copied()
            .filter(|status| *status != Status::Deleted)
            .collect(),
        ..TicketFilter::default()
    };
    let page = visit.desk.tickets(&visit.actor, &theirs, slice).await?;
    let others = page
        .items
        .into_iter()
        .filter(|view| Some(view.ticket.id) != but);
    let lines = others.map(|view| TicketLine {
        path: format!("/tickets/{}", view.ticket.number),
        sign: StatusSign::of(view.ticket.status, frame.language),
        subject: view.ticket.subject.as_str().to_owned(),
        moment: frame.day_or_hour(view.ticket.updated_at),
        number: view.ticket.number,
    });
    Ok((lines.collect(), page.next))
}
