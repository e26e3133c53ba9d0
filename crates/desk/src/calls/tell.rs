//! One call told anew out of all its notifications: client, ticket, agent, comment.

use domain::call::{Facts, State, derive};
use domain::notification::Notification;
use domain::ticket::Assigner;
use domain::{At, Call, CallEvent, CallId, Channel, Decision, Dial, NotificationId};
use store::Tx;

use super::client_of::Chosen;
use super::known::SoFar;
use super::lore::Lore;
use super::told::Told;
use crate::{Desk, Result};

/// A call while it is told.
pub(crate) struct Story<'a> {
    pub(crate) desk: &'a Desk,
    pub(crate) channel: &'a Channel,
    pub(crate) lore: &'a Lore,
    pub(super) now: At,
    /// How it was begun, when that was done from the desk.
    pub(super) dial: Option<Dial>,
    session: i64,
    before: Option<Call>,
    events: Vec<(NotificationId, CallEvent)>,
    fresh: Vec<NotificationId>,
    lapse: bool,
    /// Somebody has asked for this to be heard again: what was decided is decided anew.
    again: bool,
    last_notified_at: At,
}

impl<'a> Story<'a> {
    /// With what is known of the call so far.
    pub(super) fn begin(
        desk: &'a Desk,
        channel: &'a Channel,
        lore: &'a Lore,
        session: i64,
        so_far: SoFar,
    ) -> Self {
        let (before, events) = (so_far.call, so_far.events);
        let dialled_at = so_far.dial.as_ref().map(|dial| dial.asked_at);
        let notified_at = before.as_ref().map(|call| call.last_notified_at);
        let last_notified_at = notified_at.or(dialled_at).unwrap_or(At::UNIX_EPOCH);
        Self {
            desk,
            channel,
            lore,
            now: desk.now(),
            dial: so_far.dial,
            session,
            before,
            events,
            fresh: Vec::new(),
            lapse: false,
            again: false,
            last_notified_at,
        }
    }

    /// What further notifications say; one heard anew says it anew.
    pub(super) fn add(&mut self, told: Vec<(Notification, CallEvent)>) {
        for (notification, event) in told {
            self.again |= notification.event.is_some();
            self.events.retain(|(id, _)| *id != notification.id);
            self.last_notified_at = self.last_notified_at.max(notification.received_at);
            self.fresh.push(notification.id);
            self.events.push((notification.id, event));
        }
    }

    /// The end is no longer waited for.
    pub(super) fn give_up(&mut self) {
        self.lapse = true;
    }

    /// Writes the call as it now stands, with all that follows from it.
    ///
    /// Gives what that gives rise to once all calls of a batch are written.
    pub(super) async fn tell(mut self, tx: &mut Tx) -> Result<Told> {
        let lapsed_at = self.before.as_ref().and_then(|call| call.lapsed_at);
        let lapsed_at = lapsed_at.or(self.lapse.then_some(self.now));
        let told = self.events.iter().map(|(_, event)| event.clone());
        let said: Vec<CallEvent> = told.chain(self.dial.as_ref().map(Dial::event)).collect();
        let Some(facts) = derive(&said, lapsed_at.is_some()) else {
            return self.close_wordless(tx).await;
        };
        let was = self.before.clone();
        let known = was.as_ref().map(|call| call.facts.recordings.clone());
        let call = match self.before.take() {
            Some(before)
                if !self.again && before.facts == facts && before.lapsed_at == lapsed_at =>
            {
                let call = Call {
                    last_notified_at: self.last_notified_at,
                    ..before
                };
                store::calls::put(tx, &call).await?;
                call
            }
            before => self.retell(tx, before, facts, lapsed_at).await?,
        };
        self.expect_recordings(tx, &known.unwrap_or_default(), &call)
            .await?;
        for (id, event) in self.events.iter().filter(|(id, _)| self.fresh.contains(id)) {
            store::calls::put_event(tx, call.id, *id, event).await?;
        }
        crate::rings::tell(tx, self.channel, &call, &said).await?;
        Ok(Told::by(was.as_ref(), &call, self.now))
    }

    /// A call of which nothing is said any more, because its notifications are read as something else now, is over.
    async fn close_wordless(self, tx: &mut Tx) -> Result<Told> {
        let was = self.before.clone();
        let mut told = Told::default();
        if let Some(mut call) = self.before.filter(|_| self.lapse) {
            call.facts.state = State::Finished;
            call.lapsed_at = call.lapsed_at.or(Some(self.now));
            store::calls::put(tx, &call).await?;
            told = Told::by(was.as_ref(), &call, self.now);
            if let Some(ticket) = call.ticket_id {
                store::tickets::follow_calls(tx, ticket).await?;
            }
        }
        Ok(told)
    }

    async fn retell(
        &self,
        tx: &mut Tx,
        before: Option<Call>,
        facts: Facts,
        lapsed_at: Option<At>,
    ) -> Result<Call> {
        let mut call = before.clone().unwrap_or_else(|| self.blank(facts.clone()));
        call.facts = facts;
        call.lapsed_at = lapsed_at;
        call.last_notified_at = self.last_notified_at;
        call.version += i64::from(before.is_some());

        let client = match call.is_test() {
            true => Chosen::nobody(Decision::TestCall),
            false => self.client_of(tx, before.as_ref(), &call).await?,
        };
        call.client_id = client.client.as_ref().map(|client| client.id);
        let ticket = self.ticket_of(tx, &call, client.client.as_ref()).await?;
        call.ticket_id = ticket.ticket.as_ref().map(|ticket| ticket.id);
        let settled = before
            .as_ref()
            .filter(|before| !self.again && same_agent(&before.facts, &call.facts))
            // Who began it may become known after whom it was taken for.
            .filter(|before| before.agent_id.is_some() || self.dial.is_none());
        let agent_why = match settled {
            Some(_) => None,
            None if call.is_test() => None,
            None => {
                let agent = self.agent_of(tx, &call.facts).await?;
                call.agent_id = agent.agent;
                Some(agent.why)
            }
        };
        call.decisions = trace(&call.decisions, [client.why, ticket.why, agent_why]);
        store::calls::put(tx, &call).await?;
        let legs = before.as_ref().map(|before| &before.facts.legs);
        if legs != Some(&call.facts.legs) {
            store::calls::note_rang(tx, &call);
        }
        let bars = before.as_ref().and_then(|before| before.agent_id);
        for agent in bars.into_iter().chain(call.agent_id) {
            store::steered::ring(tx, agent);
        }
        follow(tx, before.as_ref(), &call).await?;
        if before
            .as_ref()
            .is_some_and(|before| before.ticket_id != call.ticket_id)
        {
            crate::transcripts::follow_call(tx, call.id, call.ticket_id, self.now).await?;
        }

        if let Some(mut ticket) = ticket.ticket {
            self.write_entries(tx, before.as_ref(), &call, ticket.id)
                .await?;
            let same = before.as_ref().is_some_and(|before| {
                before.agent_id == call.agent_id
                    && before.ticket_id == call.ticket_id
                    && before.facts.started_at == call.facts.started_at
            });
            if self.again || !same || ticket.assigned_by == Assigner::Hand {
                let why = call.decisions.clone();
                self.assign(tx, &mut ticket, &mut call).await?;
                if call.decisions != why {
                    store::calls::put(tx, &call).await?;
                }
            }
        } else {
            store::entries::remove_of_call(tx, call.id).await?;
        }
        Ok(call)
    }

    fn blank(&self, facts: Facts) -> Call {
        Call {
            id: CallId::at(self.now),
            channel_id: self.channel.id,
            session_id: self.session,
            facts,
            client_id: None,
            ticket_id: None,
            agent_id: None,
            moved_by_hand: false,
            lapsed_at: None,
            last_notified_at: self.last_notified_at,
            decisions: Vec::new(),
            version: 1,
        }
    }
}

/// Tickets follow what has become of their calls.
async fn follow(tx: &mut Tx, before: Option<&Call>, call: &Call) -> Result<()> {
    let fate = |call: &Call| {
        let facts = &call.facts;
        (
            call.ticket_id,
            facts.direction,
            facts.state,
            facts.outcome,
            facts.started_at,
        )
    };
    if before.is_some_and(|before| fate(before) == fate(call)) {
        return Ok(());
    }
    let left = before.and_then(|before| before.ticket_id);
    let left = left.filter(|left| Some(*left) != call.ticket_id);
    for ticket in left.into_iter().chain(call.ticket_id) {
        store::tickets::follow_calls(tx, ticket).await?;
    }
    Ok(())
}

/// Whether what the agent is found by has stayed as it was.
fn same_agent(before: &Facts, now: &Facts) -> bool {
    before.operator == now.operator
        && before.operator_took_part == now.operator_took_part
        && before.virtual_number == now.virtual_number
}

/// One decision on each matter: the new one, or the one that still stands.
fn trace(before: &[Decision], fresh: [Option<Decision>; 3]) -> Vec<Decision> {
    let matters = ["client", "ticket", "agent"];
    matters
        .iter()
        .zip(fresh)
        .filter_map(|(matter, decision)| {
            decision.or_else(|| {
                before
                    .iter()
                    .find(|decision| decision.about() == *matter)
                    .cloned()
            })
        })
        .collect()
}
