//! A call's page: its life, who and what its decisions rested on, its neighbours in a list, its notifications.

use std::collections::HashMap;

use domain::call::{Step, life};
use domain::decision::PointsTo;
use domain::notification::Notification;
use domain::{Actor, CallId, Decision, TicketId};
use store::calls::{CallFilter, Neighbours};
use store::notifications;

use super::seen::{named_agents, named_clients, reachable};
use super::{NamedAgent, NamedClient};
use crate::{Desk, Result};

/// A decision with the names of what it rested on.
#[derive(Debug, Clone)]
pub struct NamedDecision {
    /// The decision.
    pub decision: Decision,
    /// Clients it names, as far as they are within reach.
    pub clients: Vec<NamedClient>,
    /// The number of the ticket it names.
    pub ticket: Option<i64>,
    /// Agents it names.
    pub agents: Vec<NamedAgent>,
}

impl Desk {
    /// What happened in a call, step by step.
    pub async fn call_life(&self, actor: &Actor, id: CallId) -> Result<Vec<Step>> {
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        let events = store::calls::events_of(&mut conn, &[id]).await?;
        let said: Vec<_> = events.into_iter().map(|(_, _, event)| event).collect();
        let turns = store::steered::turns(&mut conn, id).await?;
        Ok(life(&said, &turns, &call.facts, call.lapsed_at))
    }

    /// Why this client, this ticket, this agent.
    pub async fn call_decisions(&self, actor: &Actor, id: CallId) -> Result<Vec<NamedDecision>> {
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        let mut decisions = call.decisions.clone();
        let routed = store::routes::find(&mut conn, call.channel_id, call.session_id).await?;
        decisions.extend(routed.map(|routed| Decision::RoutedTo {
            agent: routed.agent,
            why: routed.because,
        }));
        let all: Vec<PointsTo> = decisions.iter().map(Decision::points_to).collect();
        let mut seen = Vec::new();
        for client in all.iter().flat_map(|to| to.clients.iter().copied()) {
            if store::clients::is_within(&mut conn, client, &actor.reach).await? {
                seen.push(client);
            }
        }
        let clients = named_clients(&mut conn, seen.into_iter()).await?;
        let tickets: Vec<TicketId> = all.iter().filter_map(|to| to.ticket).collect();
        let tickets: HashMap<TicketId, i64> = store::tickets::numbers(&mut conn, &tickets).await?;
        let agents = named_agents(&mut conn).await?;
        let named = |(decision, to): (&Decision, &PointsTo)| NamedDecision {
            clients: of(&clients, &to.clients),
            ticket: to.ticket.and_then(|id| tickets.get(&id).copied()),
            agents: of(&agents, &to.agents),
            decision: decision.clone(),
        };
        Ok(decisions.iter().zip(&all).map(named).collect())
    }

    /// The calls beside this one in a list within reach.
    pub async fn call_neighbours(
        &self,
        actor: &Actor,
        id: CallId,
        filter: &CallFilter,
    ) -> Result<Neighbours> {
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        Ok(store::calls::neighbours(&mut conn, filter, &actor.reach, &call).await?)
    }

    /// What the provider sent of a call, the first first. For administrators: bodies hold personal data of others.
    pub async fn call_notifications(&self, actor: &Actor, id: CallId) -> Result<Vec<Notification>> {
        crate::rights::admins_only(actor)?;
        let mut conn = self.store.read().await?;
        let call = reachable(&mut conn, actor, id).await?;
        Ok(notifications::of_call(&mut conn, call.id).await?)
    }
}

fn of<K: std::hash::Hash + Eq, T: Clone>(named: &HashMap<K, T>, ids: &[K]) -> Vec<T> {
    ids.iter().filter_map(|id| named.get(id).cloned()).collect()
}
