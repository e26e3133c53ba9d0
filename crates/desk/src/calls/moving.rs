//! Moving a call to another ticket by hand.

use domain::timeline::Change;
use domain::{Actor, CallId, Decision, TicketId};

use super::CallView;
use crate::{Desk, Refusal, Result, tickets};

impl Desk {
    /// Puts a call into another ticket: its entries move along, both assignments follow. It stays there.
    pub async fn move_call(&self, actor: &Actor, id: CallId, to: TicketId) -> Result<CallView> {
        tickets::may_change(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        super::seen::reachable(&mut tx, actor, id).await?;
        let call = store::calls::hold(&mut tx, id).await?;
        let mut call = call.ok_or(Refusal::NotFound(crate::Thing::Call))?;
        let target = tickets::reachable(&mut tx, actor, to).await;
        // People of the call's channel must be able to open the ticket, and those of the ticket the call.
        let target = target
            .ok()
            .filter(|ticket| ticket.channel_id.is_none_or(|its| its == call.channel_id));
        let target = target.ok_or_else(|| Refusal::field("ticket_id", crate::Why::Unknown))?;
        let from = call.ticket_id;
        let mut both: Vec<TicketId> = from.into_iter().chain([target.id]).collect();
        both.sort_unstable();
        for ticket in &both {
            store::tickets::hold(&mut tx, *ticket).await?;
        }
        if from != Some(target.id) {
            call.ticket_id = Some(target.id);
            call.moved_by_hand = true;
            call.version += 1;
            call.decisions
                .retain(|decision| decision.about() != "ticket");
            call.decisions
                .push(Decision::TicketByHand { ticket: target.id });
            store::calls::put(&mut tx, &call).await?;
            super::comment::write(&mut tx, None, &call, target.id, now).await?;
            crate::transcripts::follow_call(&mut tx, call.id, Some(target.id), now).await?;
            for ticket in both {
                store::tickets::follow_calls(&mut tx, ticket).await?;
                tickets::assign_by_calls(&mut tx, ticket, now).await?;
                let names = [from, Some(target.id)];
                let [from, to] = tickets::numbers_of(&mut tx, names).await?;
                let change = Change {
                    field: "call_moved".to_owned(),
                    from,
                    to,
                };
                tickets::write_change(&mut tx, ticket, Some(actor), change, now).await?;
                tickets::touch(&mut tx, ticket, now).await?;
            }
        }
        tx.commit().await?;
        self.call(actor, id).await
    }
}
