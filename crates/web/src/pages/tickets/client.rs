//! The client beside a ticket: who it is, how to reach them, what was before.

use domain::{Client, ClientId, Status, TicketId};
use store::Slice;
use store::calls::CallFilter;
use store::tickets::TicketFilter;

use crate::frame::{Frame, Moment};
use crate::pages::calls::CallLine;
use crate::pages::visit::Visit;
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
    let client = visit.desk.client(&visit.actor, id).await?;
    let mut tickets =
        tickets_of(visit, frame, client.id, Slice::first(SHOWN), Some(beside)).await?;
    tickets.truncate(usize::try_from(SHOWN).unwrap_or_default());
    let theirs = CallFilter {
        client: Some(client.id),
        ..CallFilter::default()
    };
    let calls = visit
        .desk
        .calls(&visit.actor, &theirs, Slice::first(SHOWN))
        .await?;
    let day = frame.date(client.created_at);
    let path = frame.path.split('?').next().unwrap_or_default();
    Ok(ClientPane {
        path: format!("/clients/{}", client.id),
        since: frame.t.msg_client_since(day.as_str()),
        tickets,
        more_calls: calls.next.is_some(),
        calls: calls
            .items
            .iter()
            .map(|view| CallLine::of(view, frame))
            .collect(),
        all_calls: format!("/calls?client_id={}", client.id),
        back: path.to_owned(),
        client,
    })
}

/// A client's tickets, all but one, whatever became of them.
pub async fn tickets_of(
    visit: &Visit,
    frame: &Frame,
    client: ClientId,
    slice: Slice,
    but: Option<TicketId>,
) -> Result<Vec<TicketLine>> {
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
    Ok(lines.collect())
}
