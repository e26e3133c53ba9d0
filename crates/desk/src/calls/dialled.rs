//! Calls that were begun from the desk: their ticket, client and agent are known before the PBX says a word.

use domain::{Call, CallId, Channel, Client, Decision, Dial, PhoneNumber, Status, Ticket};
use store::{Tx, clients, dials, tickets as kept};

use super::agent_of::Matched;
use super::client_of::Chosen;
use super::hear::{call_lock, number_lock};
use super::known::Known;
use super::lore::Lore;
use super::tell::Story;
use super::ticket_of::Placed;
use crate::{Desk, Refusal, Result};

impl Desk {
    /// The PBX has begun the call: it stands in the desk from now on, whether or not notifications come.
    pub(crate) async fn begun(
        &self,
        channel: &Channel,
        dial: &Dial,
        session: i64,
    ) -> Result<CallId> {
        let mut tx = self.store.begin().await?;
        let mut names = [call_lock(channel.id, session), number_lock(&dial.number)];
        names.sort_unstable();
        tx.hold_all(&names).await?;
        dials::begin(&mut tx, dial.id, session).await?;
        let mut known = Known::of(&mut tx, [(channel.id, session)]).await?;
        let (lore, so_far) = (Lore::default(), known.take(channel.id, session));
        let story = Story::begin(self, channel, &lore, session, so_far);
        let told = story.tell(&mut tx).await?;
        told.follow(&mut tx, self.now()).await?;
        let call = store::calls::by_session(&mut tx, channel.id, session).await?;
        tx.commit().await?;
        let call = call.ok_or(Refusal::Inside("a call that was begun was not kept"))?;
        Ok(call.id)
    }
}

impl Story<'_> {
    /// The client for whom it was begun, as long as the PBX called the number that they were to be called at.
    pub(super) async fn dialled_client(
        &self,
        tx: &mut Tx,
        number: &PhoneNumber,
    ) -> Result<Option<Chosen>> {
        let dial = self.dial.as_ref().filter(|dial| dial.number == *number);
        let Some(id) = dial.and_then(|dial| dial.client_id) else {
            return Ok(None);
        };
        let id = clients::merged_into(tx, id).await?.unwrap_or(id);
        let found: Option<Client> = clients::find(tx, id).await?;
        Ok(found.map(|client| Chosen {
            why: Some(Decision::ClientDialled { client: client.id }),
            client: Some(client),
        }))
    }

    /// The ticket in which it was begun. One that the call opened before that was known goes into it.
    pub(super) async fn dialled_ticket(
        &self,
        tx: &mut Tx,
        call: &Call,
        current: Option<&Ticket>,
    ) -> Result<Option<Placed>> {
        let begun_in = self.dial.as_ref().and_then(|dial| dial.ticket_id);
        let Some(target) = begun_in.filter(|_| !call.moved_by_hand) else {
            return Ok(None);
        };
        let mut target = kept::hold(tx, target).await?;
        while let Some(on) = target.as_ref().and_then(|ticket| ticket.merged_into) {
            target = kept::hold(tx, on).await?;
        }
        let Some(target) = target else {
            return Ok(None);
        };
        if let Some(current) = current.filter(|current| current.id != target.id) {
            let own = current.opened_by_call == Some(call.id) && !current.touched;
            if !own || !self.is_alone(tx, current, call).await? {
                return Ok(None);
            }
            let mut gone = current.clone();
            gone.status = Status::Merged;
            gone.merged_into = Some(target.id);
            self.save(tx, &mut gone).await?;
        }
        let why = match current {
            Some(current) if current.id == target.id => None,
            Some(_) | None => Some(Decision::TicketDialled { ticket: target.id }),
        };
        Ok(Some(Placed {
            ticket: Some(target),
            why,
        }))
    }

    /// Who began it, as long as the call is still theirs.
    pub(super) fn dialled_agent(&self, operator: i64) -> Option<Matched> {
        let dial = self.dial.as_ref()?;
        let theirs = dial.operator_id.as_str().parse() == Ok(operator);
        theirs.then_some(Matched {
            agent: Some(dial.agent_id),
            why: Decision::AgentDialled {
                agent: dial.agent_id,
            },
        })
    }
}
