//! Calls as somebody sees them: within their reach, with the names of those concerned.

use std::collections::HashMap;

use domain::extension::Recogniser;
use domain::transcript::Making;
use domain::{
    Actor, AgentId, Call, CallId, ChannelId, Client, ClientId, Decision, Recording, TicketId,
};
use store::calls::CallFilter;
use store::{Conn, Page, Slice};

use crate::wrap_ups::{self, WrapUpView};
use crate::{Desk, Refusal, Result, Thing};

/// A client by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedClient {
    /// Who.
    pub id: ClientId,
    /// Their name, or number in its place.
    pub name: String,
    /// Whether they come first.
    pub vip: bool,
}

impl From<&Client> for NamedClient {
    fn from(client: &Client) -> Self {
        Self {
            id: client.id,
            name: client.name.clone(),
            vip: client.vip,
        }
    }
}

/// An agent by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedAgent {
    /// Who.
    pub id: AgentId,
    /// Their name.
    pub name: String,
}

/// A call with the names of those concerned.
#[derive(Debug, Clone, PartialEq)]
pub struct CallView {
    /// The call.
    pub call: Call,
    /// Whose.
    pub client: Option<NamedClient>,
    /// Who talked.
    pub agent: Option<NamedAgent>,
    /// The number of its ticket.
    pub ticket_number: Option<i64>,
    /// The name of its channel.
    pub channel_name: String,
    /// Its recordings, in their places.
    pub recordings: Vec<Recording>,
    /// Whether whoever asks may listen to them.
    pub is_audible: bool,
    /// How far its transcript is, when anybody has asked for one.
    pub transcript: Option<Making>,
    /// Whether «Расшифровка звонка» is on in its channel.
    pub transcribes: bool,
    /// What its agent is asked or has said of it.
    pub wrap_up: Option<WrapUpView>,
    /// Where the PBX was told to ring, when it asked.
    pub routed: Option<Decision>,
    /// Who would turn its speech into text.
    pub recognised_by: Recogniser,
}

impl Desk {
    /// Calls within reach, the latest begun first.
    pub async fn calls(
        &self,
        actor: &Actor,
        filter: &CallFilter,
        slice: Slice,
    ) -> Result<Page<CallView>> {
        let mut conn = self.store.read().await?;
        let page = store::calls::list(&mut conn, filter, &actor.reach, slice).await?;
        let Page { items, next } = page;
        Ok(Page {
            items: views(&mut conn, actor, items).await?,
            next,
        })
    }

    /// Our numbers that were called within reach.
    pub async fn virtual_numbers(&self, actor: &Actor) -> Result<Vec<String>> {
        const MOST: i64 = 200;
        let mut conn = self.store.read().await?;
        Ok(store::calls::virtual_numbers(&mut conn, &actor.reach, MOST).await?)
    }

    /// One call within reach.
    pub async fn call(&self, actor: &Actor, id: CallId) -> Result<CallView> {
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        views(&mut conn, actor, vec![call])
            .await?
            .pop()
            .ok_or(Refusal::NotFound(Thing::Call))
    }

    /// These calls, as far as they are within reach.
    pub async fn calls_by_id(&self, actor: &Actor, ids: &[CallId]) -> Result<Vec<CallView>> {
        let mut conn = self.store.read().await?;
        let mut calls = store::calls::find_all(&mut conn, ids).await?;
        calls.retain(|call| actor.reach.covers(Some(call.channel_id)));
        views(&mut conn, actor, calls).await
    }

    /// The calls of a ticket within reach, oldest first.
    pub async fn calls_of_ticket(&self, actor: &Actor, ticket: TicketId) -> Result<Vec<CallView>> {
        let mut conn = self.store.read().await?;
        crate::tickets::reachable(&mut conn, actor, ticket).await?;
        let calls = store::calls::of_ticket(&mut conn, ticket, Slice::MOST).await?;
        let seen = calls
            .into_iter()
            .filter(|call| actor.reach.covers(Some(call.channel_id)))
            .collect();
        views(&mut conn, actor, seen).await
    }
}

/// The call, if the actor reaches its channel.
pub(crate) async fn reachable(conn: &mut Conn, actor: &Actor, id: CallId) -> Result<Call> {
    let call = store::calls::find(conn, id).await?;
    call.filter(|call| actor.reach.covers(Some(call.channel_id)))
        .ok_or(Refusal::NotFound(Thing::Call))
}

/// With names: one query a kind, however many calls.
pub(crate) async fn views(
    conn: &mut Conn,
    actor: &Actor,
    calls: Vec<Call>,
) -> Result<Vec<CallView>> {
    // Whoever waits for a call asks often, and finds nothing each time but the last.
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let clients = named_clients(conn, calls.iter().filter_map(|call| call.client_id)).await?;
    let agents = named_agents(conn).await?;
    let channels = channel_names(conn).await?;
    let numbers =
        store::tickets::numbers(conn, &ids(calls.iter().filter_map(|call| call.ticket_id))).await?;
    let all: Vec<CallId> = calls.iter().map(|call| call.id).collect();
    let mut transcripts = store::transcripts::of_calls(conn, &all).await?;
    let mut wrapped = wrap_ups::views(conn, &all, &agents).await?;
    let routes = store::routes::of_calls(conn, &calls).await?;
    let routed = |call: &Call| {
        let sent = routes.get(&(call.channel_id, call.session_id))?;
        Some(Decision::RoutedTo {
            agent: sent.agent,
            why: sent.because,
        })
    };
    let (transcription, _) = crate::extensions::kept(conn).await?;
    let mut recordings = recordings(conn, &calls).await?;
    let rules = store::recordings::all_rules(conn).await?;
    let audible = |call: &Call| {
        let rules = rules.get(&call.channel_id).cloned().unwrap_or_default();
        rules.lets_listen(actor, call.agent_id)
    };
    Ok(calls
        .into_iter()
        .map(|call| CallView {
            recordings: recordings.remove(&call.id).unwrap_or_default(),
            is_audible: audible(&call),
            transcript: transcripts.remove(&call.id),
            routed: routed(&call),
            wrap_up: wrapped.remove(&call.id),
            transcribes: transcription.is_on(call.channel_id),
            recognised_by: transcription.recognised_by,
            client: call.client_id.and_then(|id| clients.get(&id).cloned()),
            agent: call.agent_id.and_then(|id| agents.get(&id).cloned()),
            ticket_number: call.ticket_id.and_then(|id| numbers.get(&id).copied()),
            channel_name: channels.get(&call.channel_id).cloned().unwrap_or_default(),
            call,
        })
        .collect())
}

async fn recordings(conn: &mut Conn, calls: &[Call]) -> Result<HashMap<CallId, Vec<Recording>>> {
    let recorded = calls
        .iter()
        .filter(|call| !call.facts.recordings.is_empty());
    let ids: Vec<CallId> = recorded.map(|call| call.id).collect();
    let mut of_calls: HashMap<CallId, Vec<Recording>> = HashMap::new();
    for recording in store::recordings::of_calls(conn, &ids).await? {
        of_calls
            .entry(recording.call_id)
            .or_default()
            .push(recording);
    }
    Ok(of_calls)
}

fn ids<T: Ord>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut ids: Vec<T> = all.collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

pub(crate) async fn named_clients(
    conn: &mut Conn,
    all: impl Iterator<Item = ClientId>,
) -> Result<HashMap<ClientId, NamedClient>> {
    let found = store::clients::find_all(conn, &ids(all)).await?;
    Ok(found
        .iter()
        .map(|client| (client.id, NamedClient::from(client)))
        .collect())
}

/// All agents: there are hundreds at most.
pub(crate) async fn named_agents(conn: &mut Conn) -> Result<HashMap<AgentId, NamedAgent>> {
    let names = store::agents::names(conn).await?;
    Ok(names
        .into_iter()
        .map(|(id, name)| (id, NamedAgent { id, name }))
        .collect())
}

pub(crate) async fn channel_names(conn: &mut Conn) -> Result<HashMap<ChannelId, String>> {
    let all = store::channels::list_with_deleted(conn).await?;
    Ok(all
        .into_iter()
        .map(|channel| (channel.id, channel.name))
        .collect())
}
