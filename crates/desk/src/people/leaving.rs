//! What becomes of the open tickets of somebody who leaves: they stay, they are nobody's, or a colleague takes them over.

use domain::ticket::Assigner;
use domain::timeline::Change;
use domain::{Actor, Agent, AgentId};
use store::{Tx, access, agents, tickets};

use crate::notices::{self, Notice};
use crate::rights::admins_only;
use crate::tickets::deed;
use crate::{Desk, Refusal, Result, Why};

/// What becomes of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Handover {
    /// They are nobody's.
    ToNobody,
    /// This colleague's; where they do not work in the ticket's channel, it is nobody's.
    To(AgentId),
}

impl Desk {
    /// How many tickets somebody has open: for administrators, before that somebody leaves.
    pub async fn open_tickets_of(&self, actor: &Actor, id: AgentId) -> Result<usize> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(tickets::open_of(&mut conn, id).await?.len())
    }

    /// Hands the open tickets of somebody over, in the transaction that lets them go.
    pub(super) async fn hand_over(
        &self,
        tx: &mut Tx,
        actor: &Actor,
        from: &Agent,
        handover: Handover,
    ) -> Result<()> {
        let now = self.now();
        let heir = match handover {
            Handover::ToNobody => None,
            Handover::To(id) => {
                let heir = agents::find(tx, id).await?;
                let heir = heir.filter(|heir| heir.active && heir.id != from.id);
                Some(heir.ok_or(Refusal::field("open_tickets_to", Why::Unknown))?)
            }
        };
        let reach = match &heir {
            Some(heir) => Some(access::reach(tx, heir.id, heir.role).await?),
            None => None,
        };
        let mut first = None;
        for id in tickets::open_of(tx, from.id).await? {
            let Some(mut ticket) = tickets::hold(tx, id).await? else {
                continue;
            };
            let reached = reach
                .as_ref()
                .is_some_and(|reach| reach.covers(ticket.channel_id));
            let to = heir.as_ref().filter(|_| reached);
            ticket.assignee_id = to.map(|heir| heir.id);
            ticket.assigned_by = match to {
                Some(_) => Assigner::Hand,
                None => Assigner::Call,
            };
            ticket.updated_at = now.max(ticket.updated_at);
            deed::save_by_desk(tx, &mut ticket).await?;
            let change = Change {
                field: "assignee".to_owned(),
                from: Some(from.name.clone()),
                to: to.map(|heir| heir.name.clone()),
            };
            deed::write_change(tx, id, Some(actor), change, now).await?;
            first = first.or(to.map(|heir| (heir.id, id)));
        }
        // One notice says it: hundreds of them would say less.
        if let Some((heir, ticket)) = first.filter(|(heir, _)| *heir != actor.agent) {
            let by = actor.agent;
            notices::tell(tx, &[heir], &Notice::Assigned { ticket, by }, now).await?;
        }
        Ok(())
    }
}
