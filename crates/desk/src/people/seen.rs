//! Who sees whom.

use domain::presence::Presence;
use domain::{Actor, Agent, AgentId, Role};
use store::agents;

use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result, Thing};

/// As much of somebody as everybody in the desk may know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Colleague {
    /// Their id.
    pub id: AgentId,
    /// Their name.
    pub name: String,
    /// What they are in the desk.
    pub role: Role,
    /// Whether they are here now.
    pub presence: Presence,
}

impl Desk {
    /// Everybody with their settings, by name, those who left too: for administrators and supervisors.
    pub async fn agents(&self, actor: &Actor) -> Result<Vec<Agent>> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(agents::list(&mut conn).await?)
    }

    /// An agent with their settings: the asker, or anybody for administrators and supervisors.
    pub async fn agent(&self, actor: &Actor, id: AgentId) -> Result<Agent> {
        let unknown = Refusal::NotFound(Thing::Agent);
        if id != actor.agent && supervisors_only(actor).is_err() {
            return Err(unknown);
        }
        let mut conn = self.store.read().await?;
        agents::find(&mut conn, id).await?.ok_or(unknown)
    }

    /// Names of those who work here now, for everybody: whom a ticket may be given to, who wrote a comment.
    pub async fn colleagues(&self, _actor: &Actor) -> Result<Vec<Colleague>> {
        let mut conn = self.store.read().await?;
        let presences = self.presences(&mut conn).await?;
        let all = agents::list(&mut conn).await?;
        let here = all.into_iter().filter(|agent| agent.active);
        let named = here.map(|agent| Colleague {
            presence: presences.get(&agent.id).copied().unwrap_or(Presence::Away),
            id: agent.id,
            name: agent.name,
            role: agent.role,
        });
        Ok(named.collect())
    }
}
