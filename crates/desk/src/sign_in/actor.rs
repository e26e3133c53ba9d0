//! An agent as they may act at this moment.

use domain::{Actor, Agent, AgentId, Email};
use store::{Conn, access, agents};

use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// An active agent as they may act at this moment. For the desk's own use and the command line: nobody is asked for a password.
    pub async fn actor(&self, id: AgentId) -> Result<Actor> {
        let mut conn = self.store.read().await?;
        let agent = agents::find(&mut conn, id).await?;
        let agent = agent
            .filter(|agent| agent.active)
            .ok_or(Refusal::NotFound(Thing::Agent))?;
        actor_of(&mut conn, &agent).await
    }

    /// The same by what they sign in with.
    pub async fn actor_by_email(&self, email: &str) -> Result<Actor> {
        let unknown = || Refusal::NotFound(Thing::Agent);
        let email: Email = email.parse().map_err(|_| unknown())?;
        let mut conn = self.store.read().await?;
        let known = agents::by_email(&mut conn, &email).await?;
        drop(conn);
        self.actor(known.ok_or_else(unknown)?.agent_id).await
    }
}

/// What an agent's rows allow them at this moment.
pub(crate) async fn actor_of(conn: &mut Conn, agent: &Agent) -> Result<Actor> {
    Ok(Actor {
        agent: agent.id,
        name: agent.name.clone(),
        role: agent.role,
        reach: access::reach(conn, agent.id, agent.role).await?,
        language: agent.language,
        address: None,
    })
}
