//! Test notifications are sent and followed: reached, accepted, durable, heard, call, ticket.

use std::time::Duration;

use bytes::Bytes;
use domain::channel::{ChannelTest, Stage, TestStep, Trouble};
use domain::notification::{Notification, Verdict};
use domain::{Channel, ChannelTestId};
use telephony::outbound::{Answered, Failure};
use tokio::time::Instant;
use uis::{Event, Four};

use crate::channels::test_body;
use crate::ingest::{Incoming, digest};
use crate::{Desk, Result};

/// How long hearing may take before one says that it does not happen.
const PATIENCE: Duration = Duration::from_secs(15);
/// How often to look whether it has.
const LOOKS_EVERY: Duration = Duration::from_millis(50);

impl Desk {
    /// Sends what was not sent yet, one after another as calls go.
    pub(super) async fn send_test(&self, id: ChannelTestId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let found = store::channel_tests::find(&mut conn, id).await?;
        let Some(mut test) = found.filter(|test| test.finished_at.is_none()) else {
            return Ok(());
        };
        let channel = store::channels::find(&mut conn, test.channel_id).await?;
        let secret = self.token_secret(&mut conn, test.token_id).await?;
        drop(conn);
        let (Some(channel), Some(secret)) = (channel, secret) else {
            return self.end_test(test).await;
        };
        for place in 0..test.steps.len() {
            self.send_step(&mut test, place, &channel, &secret).await?;
        }
        for session in test.sessions() {
            // A call of which no more comes would go on ringing.
            self.give_up_call(&channel, session).await?;
        }
        self.end_test(test).await
    }

    async fn send_step(
        &self,
        test: &mut ChannelTest,
        place: usize,
        channel: &Channel,
        secret: &str,
    ) -> Result<()> {
        let asked_at = test.created_at;
        let Some(step) = test
            .steps
            .get_mut(place)
            .filter(|step| !step.went_through())
        else {
            return Ok(());
        };
        let four = Event::from_mnemonic(&step.event).and_then(|event| Four::from_event(&event));
        let Some(four) = four else {
            return Ok(());
        };
        let body = Bytes::from(test_body(four, secret, channel, asked_at));
        self.knock(step, body.clone()).await;
        self.save_test(test).await?;
        let Some(step) = test
            .steps
            .get_mut(place)
            .filter(|step| step.accepted == Stage::Done)
        else {
            return Ok(());
        };
        self.follow_test(step, channel, body).await?;
        self.save_test(test).await
    }

    /// The public address first; where the server cannot reach itself by it, the address it listens on.
    async fn knock(&self, step: &mut TestStep, body: Bytes) {
        let public = self.options.hook_url();
        let begun = Instant::now();
        let mut address = public.clone();
        let mut answered = self.outbound.post_to_ourselves(&public, body.clone()).await;
        if let (Err(failure), Some(local)) = (&answered, self.options.local_hook_url())
            && local != public
        {
            step.instead_because = Some(in_full(failure));
            answered = self.outbound.post_to_ourselves(&local, body).await;
            address = local;
        }
        let took = i64::try_from(begun.elapsed().as_millis()).unwrap_or(i64::MAX);
        step.milliseconds = Some(took);
        step.address = Some(address);
        match answered {
            Ok(answered) => {
                step.reached = Stage::Done;
                step.accepted = accepted(&answered);
            }
            Err(failure) => step.reached = failed(Trouble::Unreachable, in_full(&failure)),
        }
    }

    /// Looks for it in the log, then waits until it is heard.
    async fn follow_test(&self, step: &mut TestStep, channel: &Channel, body: Bytes) -> Result<()> {
        let sent = Incoming {
            tokens: Vec::new(),
            method: "POST".to_owned(),
            query: String::new(),
            content_type: None,
            body,
            address: None,
        };
        let digest = digest(&sent);
        let begun = Instant::now();
        loop {
            let mut conn = self.store.read().await?;
            let found = store::notifications::by_digest(&mut conn, channel.id, &digest).await?;
            let Some(kept) = found else {
                step.durable = failed(Trouble::NotKept, String::new());
                return Ok(());
            };
            step.durable = Stage::Done;
            step.notification = Some(kept.id);
            match kept.verdict {
                Verdict::Waiting if begun.elapsed() < PATIENCE => {
                    drop(conn);
                    tokio::time::sleep(LOOKS_EVERY).await;
                }
                Verdict::Waiting => {
                    step.heard = failed(Trouble::NotHeard, String::new());
                    return Ok(());
                }
                Verdict::Unreadable | Verdict::Failed => {
                    step.heard = failed(Trouble::Unreadable, kept.error.unwrap_or_default());
                    return Ok(());
                }
                Verdict::Heard | Verdict::Aside => {
                    step.heard = Stage::Done;
                    return self.see_call(&mut conn, step, &kept).await;
                }
            }
        }
    }

    async fn see_call(
        &self,
        conn: &mut store::Conn,
        step: &mut TestStep,
        kept: &Notification,
    ) -> Result<()> {
        let call = match kept.call_id {
            Some(id) => store::calls::find(conn, id).await?,
            None => None,
        };
        let Some(call) = call else {
            step.called = failed(Trouble::Unreadable, String::new());
            return Ok(());
        };
        step.called = Stage::Done;
        step.call = Some(call.id);
        step.ticket = call.ticket_id;
        let ids: Vec<_> = call.ticket_id.into_iter().collect();
        let numbers = store::tickets::numbers(conn, &ids).await?;
        step.ticket_number = numbers.values().next().copied();
        step.ticketed = match call.ticket_id {
            Some(_) => Stage::Done,
            None => Stage::NotNeeded,
        };
        Ok(())
    }

    async fn end_test(&self, mut test: ChannelTest) -> Result<()> {
        test.finished_at = Some(self.now());
        self.save_test(&test).await
    }

    async fn save_test(&self, test: &ChannelTest) -> Result<()> {
        let mut tx = self.store.begin().await?;
        store::channel_tests::save(&mut tx, test).await?;
        Ok(tx.commit().await?)
    }
}

fn failed(because: Trouble, said: String) -> Stage {
    Stage::Failed { because, said }
}

/// Whether the desk has said that it takes it.
fn accepted(answered: &Answered) -> Stage {
    let said = || format!("HTTP {} {}", answered.status, answered.text);
    match answered.status {
        200 if answered.text.contains("\"accepted\":true") => Stage::Done,
        300..=399 => failed(
            Trouble::Redirected,
            answered.location.clone().unwrap_or_else(said),
        ),
        401 => failed(Trouble::TokenRefused, said()),
        429 | 503 => failed(Trouble::Later, said()),
        _ => failed(Trouble::NotTheDesk, said()),
    }
}

/// A failure with its causes.
fn in_full(failure: &Failure) -> String {
    let mut text = failure.to_string();
    let mut cause = std::error::Error::source(failure);
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}
