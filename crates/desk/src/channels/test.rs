//! «Проверить связь»: test notifications go the provider's whole way, and all they made goes away again.

mod samples;

use domain::call::is_test_session;
use domain::channel::{ChannelTest, TestStep};
use domain::{Actor, ChannelId, ChannelTestId, Status, TicketId, TokenId};
use jiff::SignedDuration;
use store::{Tx, channel_tests};
use uis::Four;

use super::seen::administered;
use crate::fault::Why;
use crate::jobs::{self, Work};
use crate::{Desk, Refusal, Result, Thing};

pub(crate) use samples::body;
use samples::session_of;

/// A test that has not ended after this never will.
const LONGEST: SignedDuration = SignedDuration::from_mins(5);
/// Tests that nobody took away go by themselves after this.
const LAST: SignedDuration = SignedDuration::from_hours(24);
/// Tests taken away at once.
const SWEPT: i64 = 50;

impl Desk {
    /// Sends test notifications of these events (of all four when none is named) with a token of the channel: the newest
    /// live one, or the one that is chosen. Those sent before are taken away; one that is still on its way is enough.
    pub async fn test_channel(
        &self,
        actor: &Actor,
        id: ChannelId,
        events: &[String],
        chosen: Option<TokenId>,
    ) -> Result<ChannelTest> {
        let events = read_events(events)?;
        let mut tx = self.store.begin().await?;
        administered(&mut tx, actor, id).await?;
        let token_id = self.token_for_test(&mut tx, id, chosen).await?;
        let now = self.now();
        if let Some(before) = channel_tests::latest(&mut tx, id).await? {
            if before.finished_at.is_none() && now.duration_since(before.created_at) < LONGEST {
                return Ok(before);
            }
            self.take_away(&mut tx, &before).await?;
        }
        let step = |four: &Four| {
            let event = four.event();
            TestStep::to_be_sent(event.mnemonic(), session_of(*four, now))
        };
        let test = ChannelTest {
            id: ChannelTestId::at(now),
            channel_id: id,
            token_id,
            asked_by: actor.agent,
            steps: events.iter().map(step).collect(),
            created_at: now,
            finished_at: None,
        };
        channel_tests::insert(&mut tx, &test).await?;
        jobs::enqueue(&mut tx, &Work::TestChannel { test: test.id }, now).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(test)
    }

    /// How far test notifications have come.
    pub async fn channel_test(
        &self,
        actor: &Actor,
        channel: ChannelId,
        id: ChannelTestId,
    ) -> Result<ChannelTest> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, channel).await?;
        let test = channel_tests::find(&mut conn, id).await?;
        test.filter(|test| test.channel_id == channel)
            .ok_or(Refusal::NotFound(Thing::ChannelTest))
    }

    /// A channel's latest test notifications, until they are taken away.
    pub async fn latest_test(
        &self,
        actor: &Actor,
        channel: ChannelId,
    ) -> Result<Option<ChannelTest>> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, channel).await?;
        Ok(channel_tests::latest(&mut conn, channel).await?)
    }

    /// Takes test notifications away with the calls and tickets they made.
    pub async fn remove_test(
        &self,
        actor: &Actor,
        channel: ChannelId,
        id: ChannelTestId,
    ) -> Result<()> {
        let mut tx = self.store.begin().await?;
        administered(&mut tx, actor, channel).await?;
        let test = channel_tests::find(&mut tx, id).await?;
        let test = test
            .filter(|test| test.channel_id == channel)
            .ok_or(Refusal::NotFound(Thing::ChannelTest))?;
        self.take_away(&mut tx, &test).await?;
        Ok(tx.commit().await?)
    }

    /// Takes away what nobody did.
    pub(crate) async fn remove_old_tests(&self) -> Result<()> {
        let mut tx = self.store.begin().await?;
        for test in channel_tests::older(&mut tx, self.now() - LAST, SWEPT).await? {
            self.take_away(&mut tx, &test).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn take_away(&self, tx: &mut Tx, test: &ChannelTest) -> Result<()> {
        for session in test
            .sessions()
            .into_iter()
            .filter(|one| is_test_session(*one))
        {
            let held = store::calls::hold_by_sessions(tx, test.channel_id, &[session]).await?;
            let call = held.into_iter().next();
            if let Some(ticket) = call.as_ref().and_then(|call| call.ticket_id) {
                self.delete_test_ticket(tx, ticket, call.map(|call| call.id))
                    .await?;
            }
        }
        Ok(channel_tests::remove(tx, test).await?)
    }

    /// Only a ticket that the test's own call opened: somebody may have moved the call elsewhere.
    async fn delete_test_ticket(
        &self,
        tx: &mut Tx,
        id: TicketId,
        call: Option<domain::CallId>,
    ) -> Result<()> {
        let ticket = store::tickets::hold(tx, id).await?;
        let Some(mut ticket) = ticket.filter(|ticket| ticket.opened_by_call == call) else {
            return Ok(());
        };
        ticket.status = Status::Deleted;
        ticket.updated_at = self.now().max(ticket.updated_at);
        crate::tickets::save_by_desk(tx, &mut ticket).await
    }

    async fn token_for_test(
        &self,
        tx: &mut Tx,
        channel: ChannelId,
        chosen: Option<TokenId>,
    ) -> Result<TokenId> {
        let live = self.live_tokens(tx, channel).await?;
        let mut fitting = live
            .iter()
            .filter(|(token, _)| chosen.is_none_or(|chosen| token.id == chosen));
        let token = fitting.next().map(|(token, _)| token.id);
        token.ok_or_else(|| match chosen {
            Some(_) => Refusal::NotFound(Thing::Token),
            None => Refusal::field("token", Why::Required),
        })
    }
}

/// The events by their mnemonics, in the order they are set up; all four when none is named.
fn read_events(typed: &[String]) -> Result<Vec<Four>> {
    let named = |four: &Four| typed.iter().any(|name| name == four.event().mnemonic());
    let unknown = typed.iter().find(|name| {
        !Four::ALL
            .iter()
            .any(|four| *name == four.event().mnemonic())
    });
    if unknown.is_some() {
        let known = vec![
            "in_call_session",
            "out_call_session",
            "talk_started",
            "call_session_finished",
        ];
        return Err(Refusal::field("events", Why::NotOneOf(known)));
    }
    let chosen: Vec<Four> = Four::ALL.into_iter().filter(named).collect();
    Ok(if chosen.is_empty() {
        Four::ALL.into()
    } else {
        chosen
    })
}
