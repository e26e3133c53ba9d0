//! A line: plays the script of one call in its time and tells what happens.

use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, sleep_until};

use crate::call::{Lost, Turn};
use crate::clock;
use crate::exchange::{Command, Exchange};
use crate::notify::Courier;
use crate::script::Step;

/// How long after the end of a call its recordings can be fetched, in the call's own time.
const RECORD_READY: Duration = Duration::from_secs(3);

/// Plays a call to its end and closes its recordings.
pub(crate) async fn play(
    exchange: Arc<Exchange>,
    session: i64,
    script: Vec<Step>,
    mut orders: UnboundedReceiver<Command>,
) {
    let speed = exchange
        .board()
        .calls
        .get(&session)
        .map_or(1.0, |call| call.speed);
    let line = Line {
        courier: Courier::hire(&exchange),
        exchange,
        session,
        speed,
        begun: Instant::now(),
    };
    let mut steps = script.into_iter();
    let ended = loop {
        let Some(step) = steps.next() else {
            break line.released(&mut orders).await;
        };
        tokio::select! {
            () = line.exchange.stop.cancelled() => return,
            () = sleep_until(line.wall(step.after)) => {}
            Some(Command::Release(reason)) = orders.recv() => break line.end(reason).await,
        }
        line.take(&step.turn, step.after).await;
        if matches!(step.turn, Turn::End { .. }) {
            break step.after;
        }
    };
    line.exchange.board().live.remove(&session);
    line.close_records(ended).await;
}

struct Line {
    exchange: Arc<Exchange>,
    courier: Courier,
    session: i64,
    speed: f64,
    begun: Instant,
}

impl Line {
    /// When a moment of the call's own time comes on the wall.
    fn wall(&self, after: Duration) -> Instant {
        self.begun + after.div_f64(self.speed)
    }

    /// A script that ran out waits for somebody to end the call.
    async fn released(&self, orders: &mut UnboundedReceiver<Command>) -> Duration {
        match orders.recv().await {
            Some(Command::Release(reason)) => self.end(reason).await,
            None => self.end("internal_error").await,
        }
    }

    async fn end(&self, reason: &'static str) -> Duration {
        let after = self.own_time();
        self.take(
            &Turn::End {
                reason,
                lost: Lost::HungUp,
            },
            after,
        )
        .await;
        after
    }

    /// The call's own time since its beginning, never before what has already happened; a call of an earlier run
    /// has gone on while nobody played it.
    fn own_time(&self) -> Duration {
        let played = self.begun.elapsed().mul_f64(self.speed);
        let board = self.exchange.board();
        let Some(call) = board.calls.get(&self.session) else {
            return played;
        };
        let since =
            |at: Timestamp| Duration::try_from(at.duration_since(call.started)).unwrap_or_default();
        let on_the_wall = if self.speed > 1.0 {
            Duration::ZERO
        } else {
            since(clock::now())
        };
        played.max(on_the_wall).max(since(call.latest()))
    }

    async fn take(&self, turn: &Turn, after: Duration) {
        let told = {
            let mut board = self.exchange.board();
            let Some(call) = board.calls.get_mut(&self.session) else {
                return;
            };
            let at = call.started + SignedDuration::try_from(after).unwrap_or_default();
            let told = call.take(turn, at);
            told.into_iter()
                .map(|occasion| (occasion, call.clone()))
                .collect::<Vec<_>>()
        };
        if matches!(
            turn,
            Turn::Arrive | Turn::Join(_) | Turn::End { .. } | Turn::CloseRecord { .. }
        ) {
            self.exchange.keep_call(self.session).await;
        }
        for (occasion, call) in told {
            self.courier.tell(&self.exchange, &call, &occasion);
        }
    }

    async fn close_records(&self, ended: Duration) {
        let records = self
            .exchange
            .board()
            .calls
            .get(&self.session)
            .map_or(0, |call| call.records.len());
        let ready = ended + RECORD_READY;
        let wait = RECORD_READY.div_f64(self.speed);
        tokio::select! {
            () = self.exchange.stop.cancelled() => {}
            () = tokio::time::sleep(wait) => {}
        }
        for record in 0..records {
            self.take(
                &Turn::CloseRecord {
                    record,
                    wall: clock::now(),
                },
                ready,
            )
            .await;
        }
    }
}
