//! Who is let into a channel besides administrators and supervisors.

use domain::channel::Access;
use domain::{Actor, AgentId, ChannelId, GroupId};
use store::{access, agents, groups};

use super::noted;
use super::seen::administered;
use crate::fault::{Faults, read_ids};
use crate::rights::supervisors_only;
use crate::{Desk, Result};

/// Everybody who is to be let in, as typed.
#[derive(Debug, Clone, Default)]
pub struct AccessForm {
    /// Ids of agents.
    pub agents: Vec<String>,
    /// Ids of groups.
    pub groups: Vec<String>,
}

impl Desk {
    /// The agents and groups who are let in: for administrators and supervisors.
    pub async fn access(&self, actor: &Actor, id: ChannelId) -> Result<Access> {
        self.channel(actor, id).await?;
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(access::of_channel(&mut conn, id).await?)
    }

    /// Lets in exactly these; whoever is not among them is out at once.
    pub async fn set_access(
        &self,
        actor: &Actor,
        id: ChannelId,
        form: &AccessForm,
    ) -> Result<Access> {
        let mut tx = self.store.begin().await?;
        let channel = administered(&mut tx, actor, id).await?;
        let known_agents: Vec<AgentId> =
            agents::list(&mut tx).await?.iter().map(|a| a.id).collect();
        let known_groups: Vec<GroupId> =
            groups::list(&mut tx).await?.iter().map(|g| g.id).collect();
        let mut faults = Faults::none();
        let let_in = Access {
            agents: read_ids(&mut faults, "agents", &form.agents, &known_agents),
            groups: read_ids(&mut faults, "groups", &form.groups, &known_groups),
        };
        faults.check()?;
        let before = access::of_channel(&mut tx, id).await?;
        access::set(&mut tx, id, &let_in).await?;
        noted::access(&mut tx, actor, &channel, (&before, &let_in), self.now()).await?;
        tx.commit().await?;
        Ok(let_in)
    }
}
