//! What agents have promised: found in what they said, proposed as a reminder of the ticket, accepted or dismissed.

use domain::extension::Transcription;
use domain::promise::{Rules, USUAL};
use domain::transcript::Line;
use domain::{Actor, At, Call, PromiseId, Speaker, TicketId};
use jiff::SignedDuration;
use jiff::tz::TimeZone;
use store::promises::{self, Promise, PromiseState};
use store::{Slice, Tx};

use crate::tickets::TicketChange;
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Proposes a reminder for each promise in these lines that is still to come.
    pub(super) async fn note_promises(
        &self,
        tx: &mut Tx,
        call: &Call,
        lines: &[Line],
        settings: &Transcription,
    ) -> Result<()> {
        let now = self.now();
        let text = settings.promises.as_deref().unwrap_or(USUAL);
        let Ok(rules) = Rules::read(text) else {
            return Ok(());
        };
        let zone = TimeZone::get(&self.options.time_zone).unwrap_or(TimeZone::UTC);
        let begun = call.facts.answered_at.unwrap_or(call.facts.started_at);
        for (place, line) in lines.iter().enumerate() {
            match line.speaker {
                Speaker::Agent | Speaker::Unknown => {}
                Speaker::Client => continue,
            }
            let said = begun + SignedDuration::from_millis(i64::from(line.start));
            let found = rules.find(&line.text, &said.to_zoned(zone.clone()));
            if let Some(found) = found.filter(|found| found.remind_at > now) {
                let promise = Promise {
                    id: PromiseId::at(now),
                    call_id: call.id,
                    place: u32::try_from(place).unwrap_or(u32::MAX),
                    phrase: found.phrase,
                    remind_at: found.remind_at,
                    state: PromiseState::Proposed,
                };
                promises::insert(tx, &promise, now).await?;
            }
        }
        Ok(())
    }

    /// Promises of a ticket's calls within reach that nobody has looked at and that are still to come.
    pub async fn promises(&self, actor: &Actor, ticket: TicketId) -> Result<Vec<Promise>> {
        let mut conn = self.store.read().await?;
        crate::tickets::reachable(&mut conn, actor, ticket).await?;
        let calls = store::calls::of_ticket(&mut conn, ticket, Slice::MOST).await?;
        let calls: Vec<_> = calls
            .into_iter()
            .filter(|call| actor.reach.covers(Some(call.channel_id)))
            .map(|call| call.id)
            .collect();
        let now: At = self.now();
        let mut all = promises::proposed(&mut conn, &calls).await?;
        all.retain(|promise| promise.remind_at > now);
        Ok(all)
    }

    /// Sets the reminder that was proposed.
    pub async fn accept_promise(&self, actor: &Actor, id: PromiseId) -> Result<TicketId> {
        crate::tickets::may_change(actor)?;
        let known = promises::find(&mut self.store.read().await?, id).await?;
        let known = known.filter(|promise| promise.state == PromiseState::Proposed);
        let known = known.ok_or(Refusal::NotFound(Thing::Promise))?;
        let call = self.call(actor, known.call_id).await?.call;
        let ticket = call.ticket_id.ok_or(Refusal::NotFound(Thing::Promise))?;
        let change = TicketChange {
            reminder_at: Some(Some(known.remind_at)),
            ..TicketChange::default()
        };
        self.change_ticket(actor, ticket, change, None).await?;
        self.settle_promise(actor, id, PromiseState::Accepted).await
    }

    /// It is not wanted.
    pub async fn dismiss_promise(&self, actor: &Actor, id: PromiseId) -> Result<TicketId> {
        self.settle_promise(actor, id, PromiseState::Dismissed)
            .await
    }

    async fn settle_promise(
        &self,
        actor: &Actor,
        id: PromiseId,
        state: PromiseState,
    ) -> Result<TicketId> {
        const GONE: Refusal = Refusal::NotFound(Thing::Promise);
        crate::tickets::may_change(actor)?;
        let mut tx = self.store.begin().await?;
        let promise = promises::find(&mut tx, id).await?.ok_or(GONE)?;
        let call = crate::calls::reachable(&mut tx, actor, promise.call_id).await?;
        let ticket = call.ticket_id.ok_or(GONE)?;
        if !promises::settle(&mut tx, id, state, (actor.agent, self.now())).await? {
            return Err(GONE);
        }
        if let Some(shown) = store::tickets::find(&mut tx, ticket).await? {
            store::tickets::tell(&mut tx, &shown);
        }
        tx.commit().await?;
        Ok(ticket)
    }
}
