//! At whom the PBX is told to ring when it asks: the agent who answers for the client, or nobody, so that its scenario goes on.

mod phones;
#[cfg(test)]
mod tests;

use std::time::Duration;

use domain::presence::Presence;
use domain::routing::{RouteReason, Routed};
use domain::{Agent, AgentId, Channel, ChannelId, Client, Party, Reach, Status};
use store::calls::CallFilter;
use store::tickets::TicketFilter;
use store::{Conn, Slice};

use crate::ingest::{Incoming, NotTaken};
use crate::{Desk, Result};

pub(crate) use phones::KnownPhones;

/// The PBX waits for no more than 300 ms; the way there and back takes its part.
const PATIENCE: Duration = Duration::from_millis(220);
/// Calls looked at for who talked last.
const LATEST_CALLS: i64 = 10;
const IN_WORK: [Status; 4] = [Status::New, Status::Open, Status::Pending, Status::OnHold];

/// What the PBX asks.
#[derive(Debug, Clone, Default)]
pub struct RouteAsk {
    /// `numa`: who is calling.
    pub number: Option<String>,
    /// `call_session_id`.
    pub session: Option<i64>,
}

impl Desk {
    /// The phones to ring, in order; none: the scenario goes on. Always answers in time.
    ///
    /// # Errors
    /// When the token is not known, or storage is away.
    pub async fn route(
        &self,
        incoming: &Incoming,
        ask: &RouteAsk,
    ) -> std::result::Result<Vec<String>, NotTaken> {
        let channel = self.channel_of(incoming).await?;
        let routed = match tokio::time::timeout(PATIENCE, self.find_route(channel, ask)).await {
            Ok(Ok(routed)) => routed,
            Ok(Err(refusal)) => {
                tracing::warn!(
                    error = &refusal as &dyn std::error::Error,
                    "could not tell the PBX at whom to ring, its scenario goes on"
                );
                None
            }
            Err(_) => {
                tracing::warn!(
                    "could not tell the PBX in time at whom to ring, its scenario goes on"
                );
                None
            }
        };
        let Some(routed) = routed else {
            return Ok(Vec::new());
        };
        let phones = routed.phones.clone();
        if let Some(session) = ask.session {
            // Written down after the answer: the caller hears nothing until then.
            tokio::spawn(self.clone().note_route(channel, session, routed));
        }
        Ok(phones)
    }

    async fn find_route(&self, id: ChannelId, ask: &RouteAsk) -> Result<Option<Routed>> {
        let mut conn = self.store.read().await?;
        let Some(channel) = store::channels::find(&mut conn, id).await? else {
            return Ok(None);
        };
        let number = ask.number.as_deref();
        let party = number.and_then(|text| Party::read(text, channel.country));
        let Some(number) = party
            .as_ref()
            .and_then(Party::phone)
            .filter(|_| channel.routes)
        else {
            return Ok(None);
        };
        let known = store::clients::by_number(&mut conn, number).await?;
        let Some(client) = known.into_iter().next().map(|one| one.client) else {
            return Ok(None);
        };
        for (agent, because) in candidates(&mut conn, &channel, &client).await? {
            if let Some(phones) = self.reachable_by_phone(&mut conn, &channel, agent).await? {
                return Ok(Some(Routed {
                    agent,
                    because,
                    phones,
                }));
            }
        }
        Ok(None)
    }

    /// The phones of an agent who may take this channel's calls and wants to.
    async fn reachable_by_phone(
        &self,
        conn: &mut Conn,
        channel: &Channel,
        id: AgentId,
    ) -> Result<Option<Vec<String>>> {
        let Some(agent) = store::agents::find(conn, id).await? else {
            return Ok(None);
        };
        let presence = store::presence::find(conn, id).await?;
        let quiet = presence.is_some_and(|set| set.at(self.now()) == Presence::DoNotDisturb);
        if quiet || !takes_calls(conn, channel, &agent).await? {
            return Ok(None);
        }
        let Some(operator) = &agent.telephony.operator_id else {
            return Ok(None);
        };
        let phones = self.phones_of(conn, channel, operator).await?;
        Ok((!phones.is_empty()).then_some(phones))
    }

    async fn note_route(self, channel: ChannelId, session: i64, routed: Routed) {
        let noted = async {
            let mut tx = self.store.begin().await?;
            store::routes::put(&mut tx, channel, session, &routed, self.now()).await?;
            tx.commit().await
        };
        if let Err(error) = noted.await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "could not write down at whom the PBX was told to ring"
            );
        }
    }
}

async fn takes_calls(conn: &mut Conn, channel: &Channel, agent: &Agent) -> Result<bool> {
    let telephony = &agent.telephony;
    if !agent.active
        || !agent.role.may_call()
        || telephony
            .provider
            .is_some_and(|provider| provider != channel.provider)
    {
        return Ok(false);
    }
    let reach = store::access::reach(conn, agent.id, agent.role).await?;
    Ok(reach.covers(Some(channel.id)))
}

/// Who answers for the client in this channel, the first first: who works on their open ticket, whom a person has named,
/// who talked with them last.
async fn candidates(
    conn: &mut Conn,
    channel: &Channel,
    client: &Client,
) -> Result<Vec<(AgentId, RouteReason)>> {
    let reach = Reach::Only(vec![channel.id]);
    let open = TicketFilter {
        statuses: IN_WORK.to_vec(),
        client: Some(client.id),
        ..TicketFilter::default()
    };
    let open = store::tickets::list(conn, &open, &reach, Slice::first(LATEST_CALLS)).await?;
    let assignee = open.items.iter().find_map(|ticket| ticket.assignee_id);
    let calls = CallFilter {
        client: Some(client.id),
        channel: Some(channel.id),
        ..CallFilter::default()
    };
    let calls = store::calls::list(conn, &calls, &reach, Slice::first(LATEST_CALLS)).await?;
    let talked = calls.items.iter().find_map(|call| call.agent_id);
    let all = [
        (assignee, RouteReason::OpenTicket),
        (client.responsible_id, RouteReason::Responsible),
        (talked, RouteReason::TalkedLast),
    ];
    let named = all
        .into_iter()
        .filter_map(|(agent, why)| Some((agent?, why)));
    Ok(named.collect())
}
