//! Tickets as somebody sees them: within their reach, with names.

use domain::{Actor, Entry, Ticket, TicketId};
use store::tickets::TicketFilter;
use store::{Conn, Page, Slice};

use crate::calls::{NamedAgent, NamedClient, channel_names, named_agents, named_clients};
use crate::{Desk, Refusal, Result, Thing};

/// A ticket with the names of those concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct TicketView {
    /// The ticket.
    pub ticket: Ticket,
    /// Whose.
    pub client: Option<NamedClient>,
    /// Who works on it.
    pub assignee: Option<NamedAgent>,
    /// The name of its channel.
    pub channel_name: Option<String>,
}

impl Desk {
    /// Tickets within reach, in the filter's order.
    pub async fn tickets(
        &self,
        actor: &Actor,
        filter: &TicketFilter,
        slice: Slice,
    ) -> Result<Page<TicketView>> {
        let mut conn = self.store.read().await?;
        let Page { items, next } =
            store::tickets::list(&mut conn, filter, &actor.reach, slice).await?;
        Ok(Page {
            items: views(&mut conn, items).await?,
            next,
        })
    }

    /// How many tickets within reach, counted as far as [`super::MOST_COUNTED`].
    pub async fn count_tickets(&self, actor: &Actor, filter: &TicketFilter) -> Result<i64> {
        let mut conn = self.store.read().await?;
        let most = super::MOST_COUNTED;
        Ok(store::tickets::count(&mut conn, filter, &actor.reach, most).await?)
    }

    /// One ticket within reach.
    pub async fn ticket(&self, actor: &Actor, id: TicketId) -> Result<TicketView> {
        let mut conn = self.store.read().await?;
        let ticket = reachable(&mut conn, actor, id).await?;
        one(&mut conn, ticket).await
    }

    /// One ticket within reach, by the number people say.
    pub async fn ticket_by_number(&self, actor: &Actor, number: i64) -> Result<TicketView> {
        let mut conn = self.store.read().await?;
        let ticket = store::tickets::by_number(&mut conn, number).await?;
        let seen = ticket.filter(|ticket| actor.reach.covers(ticket.channel_id));
        one(&mut conn, seen.ok_or(Refusal::NotFound(Thing::Ticket))?).await
    }

    /// A ticket's timeline, oldest first.
    pub async fn timeline(&self, actor: &Actor, id: TicketId, slice: Slice) -> Result<Page<Entry>> {
        let mut conn = self.store.read().await?;
        reachable(&mut conn, actor, id).await?;
        let mut page = store::entries::of_ticket(&mut conn, id, &actor.reach, slice).await?;
        crate::transcripts::with_texts(&mut conn, actor, &mut page.items).await?;
        Ok(page)
    }
}

/// The ticket, if the actor reaches its channel.
pub(crate) async fn reachable(conn: &mut Conn, actor: &Actor, id: TicketId) -> Result<Ticket> {
    let ticket = store::tickets::find(conn, id).await?;
    ticket
        .filter(|ticket| actor.reach.covers(ticket.channel_id))
        .ok_or(Refusal::NotFound(Thing::Ticket))
}

async fn one(conn: &mut Conn, ticket: Ticket) -> Result<TicketView> {
    views(conn, vec![ticket])
        .await?
        .pop()
        .ok_or(Refusal::NotFound(Thing::Ticket))
}

/// With names: one query a kind, however many tickets.
pub(crate) async fn views(conn: &mut Conn, tickets: Vec<Ticket>) -> Result<Vec<TicketView>> {
    let clients = named_clients(conn, tickets.iter().filter_map(|ticket| ticket.client_id)).await?;
    let agents = named_agents(conn).await?;
    let channels = channel_names(conn).await?;
    Ok(tickets
        .into_iter()
        .map(|ticket| TicketView {
            client: ticket.client_id.and_then(|id| clients.get(&id).cloned()),
            assignee: ticket.assignee_id.and_then(|id| agents.get(&id).cloned()),
            channel_name: ticket.channel_id.and_then(|id| channels.get(&id).cloned()),
            ticket,
        })
        .collect())
}
