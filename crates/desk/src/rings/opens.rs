//! What is opened when a call rings: the client's ticket in work, else the client, else the call's own new ticket.

use domain::{Actor, Call, CallId, ClientId, Decision, Status, Ticket};
use store::tickets::{TicketFilter, Title};
use store::{Conn, Slice};

use crate::Result;

/// Tickets of a client that are looked at.
const LATEST: i64 = 5;

/// What is to be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opens {
    /// The ticket with this number.
    Ticket(i64),
    /// The client.
    Client(ClientId),
    /// The call itself: it has made no ticket.
    Call(CallId),
}

/// The client's latest ticket, and what to open.
pub(super) async fn find(
    conn: &mut Conn,
    actor: &Actor,
    call: &Call,
) -> Result<(Option<Title>, Opens)> {
    let all = theirs(conn, actor, call).await?;
    let own = |ticket: &&Ticket| ticket.opened_by_call == Some(call.id);
    let in_work = all.iter().find(|one| !own(one) && is_in_work(one));
    let earlier = all.iter().find(|one| !own(one));
    let new = all.iter().find(own);
    let opens = match (in_work, call.client_id, new) {
        (Some(ticket), _, _) => Opens::Ticket(ticket.number),
        (None, Some(client), _) if !is_new(call) => Opens::Client(client),
        (None, _, Some(ticket)) => Opens::Ticket(ticket.number),
        (None, Some(client), None) => Opens::Client(client),
        (None, None, None) => Opens::Call(call.id),
    };
    let last = in_work.or(earlier).or(new).map(|ticket| Title {
        number: ticket.number,
        subject: ticket.subject.clone(),
        channel_id: ticket.channel_id,
    });
    Ok((last, opens))
}

/// The call's ticket, and the latest of its client within reach.
async fn theirs(conn: &mut Conn, actor: &Actor, call: &Call) -> Result<Vec<Ticket>> {
    let mut all = Vec::new();
    if let Some(id) = call.ticket_id {
        let ticket = store::tickets::find(conn, id).await?;
        all.extend(ticket.filter(|ticket| actor.reach.covers(ticket.channel_id)));
    }
    if let Some(client) = call.client_id {
        let filter = TicketFilter {
            statuses: vec![
                Status::New,
                Status::Open,
                Status::Pending,
                Status::OnHold,
                Status::Solved,
                Status::Closed,
            ],
            client: Some(client),
            ..TicketFilter::default()
        };
        let page = store::tickets::list(conn, &filter, &actor.reach, Slice::first(LATEST)).await?;
        all.extend(page.items);
    }
    Ok(all)
}

/// Whether this call has made its client: the desk did not know them before.
pub(super) fn is_new(call: &Call) -> bool {
    let made = |decision: &Decision| matches!(decision, Decision::ClientMade { .. });
    call.decisions.iter().any(made)
}

fn is_in_work(ticket: &Ticket) -> bool {
    match ticket.status {
        Status::New | Status::Open | Status::Pending | Status::OnHold => true,
        Status::Solved | Status::Closed | Status::Spam | Status::Deleted | Status::Merged => false,
    }
}
