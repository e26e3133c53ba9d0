//! Who can open a ticket: whom it may be given to, who can be named in it.

use domain::presence::Presence;
use domain::{Actor, Agent, ChannelId, TicketId};
use store::Conn;

use crate::people::Colleague;
use crate::{Desk, Result};

impl Desk {
    /// Colleagues who can open this ticket, by name.
    pub async fn who_sees(&self, actor: &Actor, id: TicketId) -> Result<Vec<Colleague>> {
        let mut conn = self.store.read().await?;
        let ticket = super::reachable(&mut conn, actor, id).await?;
        let presences = self.presences(&mut conn).await?;
        let all = seeing(&mut conn, ticket.channel_id).await?;
        let named = all.into_iter().map(|agent| Colleague {
            presence: presences.get(&agent.id).copied().unwrap_or(Presence::Away),
            id: agent.id,
            name: agent.name,
            role: agent.role,
        });
        Ok(named.collect())
    }
}

/// Those who work here now and reach this channel; what belongs to no channel is everybody's.
pub(super) async fn seeing(conn: &mut Conn, channel: Option<ChannelId>) -> Result<Vec<Agent>> {
    let mut all = store::agents::list(conn).await?;
    all.retain(|agent| agent.active);
    if let Some(channel) = channel {
        let access = store::access::of_channel(conn, channel).await?;
        all.retain(|agent| {
            agent.role.reaches_all_channels()
                || access.agents.contains(&agent.id)
                || agent
                    .groups
                    .iter()
                    .any(|group| access.groups.contains(group))
        });
    }
    Ok(all)
}
