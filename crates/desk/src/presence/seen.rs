//! Who is here, as colleagues see it.

use std::collections::HashMap;

use domain::presence::{Presence, PresenceChoice, Tabs, presence};
use domain::{Actor, AgentId, At, State};
use jiff::SignedDuration;
use store::{Conn, agents, calls, last_seen};

use crate::{Desk, Result};

/// How long ago a browser that another node serves has been noted at most, while it is open.
const NOTED_WITHIN: SignedDuration = SignedDuration::from_secs(100);

/// Somebody who is around now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Around {
    /// Who.
    pub id: AgentId,
    /// Their name.
    pub name: String,
    /// What they are for their colleagues.
    pub presence: Presence,
    /// The call they are in: how far it is, and since when.
    pub call: Option<(State, At)>,
}

impl Desk {
    /// Everybody who is here or in a call, the asker first of all, then by name.
    pub async fn around(&self, actor: &Actor) -> Result<Vec<Around>> {
        let mut conn = self.store.read().await?;
        let presences = self.presences(&mut conn).await?;
        let calls = calls::live_agents(&mut conn).await?;
        let mut ids: Vec<AgentId> = presences.keys().chain(calls.keys()).copied().collect();
        ids.push(actor.agent);
        let named = agents::active_names(&mut conn, &ids).await?;
        let mut around: Vec<Around> = named
            .into_iter()
            .filter_map(|(id, name)| {
                let presence = presences.get(&id).copied().unwrap_or(Presence::Away);
                let call = calls.get(&id).copied();
                let here = presence != Presence::Away || call.is_some() || id == actor.agent;
                here.then_some(Around {
                    id,
                    name,
                    presence,
                    call,
                })
            })
            .collect();
        around.sort_by_cached_key(|one| (one.id != actor.agent, one.name.to_lowercase(), one.id));
        Ok(around)
    }

    /// What everybody is for their colleagues who is not simply away.
    pub(crate) async fn presences(&self, conn: &mut Conn) -> Result<HashMap<AgentId, Presence>> {
        let now = self.now();
        let mut tabs = self.attendance.here(now);
        if self.has_other_nodes() {
            for (agent, seen) in last_seen::all(conn).await? {
                let fresh = now.duration_since(seen) < NOTED_WITHIN;
                let left = self.attendance.left_at(agent);
                if fresh && left.is_none_or(|left| left < seen) {
                    tabs.entry(agent).or_insert(Tabs::InUse);
                }
            }
        }
        let set = store::presence::all(conn).await?;
        let of = |agent: &AgentId, tabs: Tabs| {
            let set = set.get(agent).copied().unwrap_or(PresenceChoice::BY_TABS);
            presence(set, tabs, now)
        };
        Ok(tabs
            .into_iter()
            .map(|(agent, tabs)| (agent, of(&agent, tabs)))
            .collect())
    }

    /// Whether the asker wants to be left alone now: by their own word, or because they are not at work.
    pub async fn is_quiet(&self, actor: &Actor) -> Result<bool> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let set = store::presence::find(&mut conn, actor.agent).await?;
        if set.is_some_and(|set| set.at(now) == Presence::DoNotDisturb) {
            return Ok(true);
        }
        Ok(!self.is_at_work(&mut conn, actor.agent).await?)
    }
}
