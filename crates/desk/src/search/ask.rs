//! Asking: tickets, clients, calls and colleagues that meet what was typed, each kind the newest first.

use domain::search::{Ask, Said, other_layout};
use domain::{Actor, Client, ClientId, TicketId};
use store::calls::CallFilter;
use store::search::{Found, Kind};
use store::{Conn, Cursor, Page, Slice, search};

use crate::calls::{CallView, NamedAgent, named_agents};
use crate::tickets::TicketView;
use crate::transcripts::{Heard, heard};
use crate::{Desk, Result};

/// How much of which kind is wanted; nothing of those that are not.
#[derive(Debug, Clone, Copy, Default)]
pub struct Wanted {
    /// Tickets.
    pub tickets: Option<Slice>,
    /// Clients.
    pub clients: Option<Slice>,
    /// Calls.
    pub calls: Option<Slice>,
    /// Calls in which it was said.
    pub said: Option<Slice>,
    /// Colleagues: so many.
    pub agents: usize,
}

/// What was found.
#[derive(Debug)]
pub struct Sought {
    /// What was looked for, to be marked in what is shown.
    pub ask: Ask,
    /// What was typed, as it was meant: in the other layout when nothing was found as it stood.
    pub meant: Option<String>,
    /// Tickets.
    pub tickets: Page<TicketView>,
    /// Clients.
    pub clients: Page<Client>,
    /// Calls.
    pub calls: Page<CallView>,
    /// Calls in which it was said.
    pub said: Page<Heard>,
    /// Colleagues.
    pub agents: Vec<NamedAgent>,
}

impl Sought {
    fn is_empty(&self) -> bool {
        self.tickets.items.is_empty()
            && self.clients.items.is_empty()
            && self.calls.items.is_empty()
            && self.said.items.is_empty()
            && self.agents.is_empty()
    }
}

/// The calls of so many of the newest clients that were found are shown.
const CLIENTS_OF_CALLS: usize = 50;
/// And so many of the newest tagged ones.
const TAGGED: usize = 200;

impl Desk {
    /// What meets the text, within reach. What is found nowhere is tried in the other layout of the keyboard.
    pub async fn search(&self, actor: &Actor, text: &str, wanted: Wanted) -> Result<Sought> {
        let found = self.seek(actor, text, wanted).await?;
        if !found.is_empty() {
            return Ok(found);
        }
        let Some(other) = other_layout(text) else {
            return Ok(found);
        };
        let meant = self.seek(actor, &other, wanted).await?;
        if meant.is_empty() {
            return Ok(found);
        }
        Ok(Sought {
            meant: Some(other),
            ..meant
        })
    }

    async fn seek(&self, actor: &Actor, text: &str, wanted: Wanted) -> Result<Sought> {
        let ask = Ask::read(text);
        let mut conn = self.store.read().await?;
        Ok(Sought {
            tickets: tickets(&mut conn, actor, &ask, wanted.tickets).await?,
            clients: clients(&mut conn, actor, &ask, wanted.clients).await?,
            calls: calls(&mut conn, actor, text, &ask, wanted.calls).await?,
            said: said(&mut conn, actor, text, wanted.said).await?,
            agents: agents(&mut conn, &ask, wanted.agents).await?,
            meant: None,
            ask,
        })
    }
}

fn nothing<T>() -> Page<T> {
    Page {
        items: Vec::new(),
        next: None,
    }
}

async fn found(
    conn: &mut Conn,
    kind: Kind,
    ask: &Ask,
    actor: &Actor,
    slice: Slice,
) -> Result<(Vec<uuid::Uuid>, Option<Cursor>)> {
    let limit = usize::try_from(slice.limit).unwrap_or_default();
    let before = slice.after.map(|cursor| cursor.id);
    let Found { ids, next } = search::find(conn, kind, ask, &actor.reach, before, limit).await?;
    Ok((ids, next.map(|id| Cursor { key: 0, id })))
}

async fn tickets(
    conn: &mut Conn,
    actor: &Actor,
    ask: &Ask,
    slice: Option<Slice>,
) -> Result<Page<TicketView>> {
    let Some(slice) = slice else {
        return Ok(nothing());
    };
    let (ids, next) = found(conn, Kind::Ticket, ask, actor, slice).await?;
    let ids: Vec<TicketId> = ids.into_iter().map(TicketId).collect();
    let mut items = store::tickets::find_all(conn, &ids).await?;
    items.sort_by_key(|ticket| std::cmp::Reverse(ticket.id));
    Ok(Page {
        items: crate::tickets::views(conn, items).await?,
        next,
    })
}

async fn clients(
    conn: &mut Conn,
    actor: &Actor,
    ask: &Ask,
    slice: Option<Slice>,
) -> Result<Page<Client>> {
    let Some(slice) = slice else {
        return Ok(nothing());
    };
    let (ids, next) = found(conn, Kind::Client, ask, actor, slice).await?;
    let ids: Vec<ClientId> = ids.into_iter().map(ClientId).collect();
    let mut items = store::clients::find_all(conn, &ids).await?;
    items.sort_by_key(|client| std::cmp::Reverse(client.id));
    Ok(Page { items, next })
}

/// Calls of the clients that were found, tagged ones, and the one of this session.
async fn calls(
    conn: &mut Conn,
    actor: &Actor,
    text: &str,
    ask: &Ask,
    slice: Option<Slice>,
) -> Result<Page<CallView>> {
    let Some(slice) = slice else {
        return Ok(nothing());
    };
    let clients = search::find(
        conn,
        Kind::Client,
        ask,
        &actor.reach,
        None,
        CLIENTS_OF_CALLS,
    )
    .await?;
    let tagged = search::find(conn, Kind::Call, ask, &actor.reach, None, TAGGED).await?;
    let any = store::calls::AnyOf {
        clients: clients.ids.into_iter().map(ClientId).collect(),
        calls: tagged.ids.into_iter().map(domain::CallId).collect(),
        session: text.trim().parse().ok(),
    };
    let filter = CallFilter {
        any: Some(any),
        ..CallFilter::default()
    };
    let page = store::calls::list(conn, &filter, &actor.reach, slice).await?;
    Ok(Page {
        items: crate::calls::views(conn, actor, page.items).await?,
        next: page.next,
    })
}

async fn said(
    conn: &mut Conn,
    actor: &Actor,
    text: &str,
    slice: Option<Slice>,
) -> Result<Page<Heard>> {
    let Some(slice) = slice else {
        return Ok(nothing());
    };
    heard(
        conn,
        actor,
        &Said::read(text, None),
        &CallFilter::default(),
        slice,
    )
    .await
}

/// Colleagues whose names have all the words: there are hundreds at most.
async fn agents(conn: &mut Conn, ask: &Ask, limit: usize) -> Result<Vec<NamedAgent>> {
    if limit == 0 || ask.terms().is_empty() {
        return Ok(Vec::new());
    }
    let mut agents: Vec<NamedAgent> = named_agents(conn).await?.into_values().collect();
    agents.retain(|agent| ask.is_met_by(&agent.name));
    agents.sort_by(|a, b| a.name.cmp(&b.name));
    agents.truncate(limit);
    Ok(agents)
}
