//! A line: plays the script of one call in its time and tells what happens.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::time::{Instant, sleep_until};

use crate::call::{Lost, Turn};
use crate::clock;
use crate::exchange::{Command, Exchange, Live};
use crate::script::Step;

/// How long after the end of a call its recordings can be fetched, in the call's own time.
const RECORD_READY: Duration = Duration::from_secs(3);

/// Plays a call to its end and closes its recordings.
pub(crate) async fn play(
    exchange: Arc<Exchange>,
    session: i64,
    script: Vec<Step>,
    live: Live,
    mut orders: UnboundedReceiver<Command>,
) {
    let line = Line {
        exchange,
        session,
        live,
    };
    let mut steps = VecDeque::from(script);
    while !line.is_over() {
        let next = steps.front().map(|step| line.live.wall(step.after));
        tokio::select! {
            () = line.exchange.stop.cancelled() => return,
            () = until(next) => {
                if let Some(step) = steps.pop_front() {
                    line.take(&step.turn, step.after).await;
                }
            }
            command = orders.recv() => match command {
                Some(Command::Follow(script)) => steps = line.counted_from_now(script),
                Some(Command::Release(reason)) => line.end(reason).await,
                None => line.end("internal_error").await,
            },
        }
    }
    line.exchange.keep_call(session).await;
    line.exchange.board().live.remove(&session);
    line.close_records().await;
}

/// Until this moment; for ever without one: a script that ran out waits for somebody to end the call.
async fn until(moment: Option<Instant>) {
    match moment {
        Some(moment) => sleep_until(moment).await,
        None => std::future::pending().await,
    }
}

struct Line {
    exchange: Arc<Exchange>,
    session: i64,
    live: Live,
}

impl Line {
    fn is_over(&self) -> bool {
        let board = self.exchange.board();
        board
            .calls
            .get(&self.session)
            .is_none_or(|call| call.is_finished())
    }

    /// The call's own time.
    fn now(&self) -> Duration {
        let board = self.exchange.board();
        let call = board.calls.get(&self.session);
        call.map_or(Duration::ZERO, |call| self.live.own_time(call))
    }

    fn counted_from_now(&self, script: Vec<Step>) -> VecDeque<Step> {
        let now = self.now();
        let later = |step: Step| Step {
            after: now + step.after,
            turn: step.turn,
        };
        script.into_iter().map(later).collect()
    }

    async fn end(&self, reason: &'static str) {
        let lost = Lost::HungUp;
        self.take(&Turn::End { reason, lost }, self.now()).await;
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
            self.live.courier.tell(&self.exchange, &call, &occasion);
        }
    }

    async fn close_records(&self) {
        let (records, ended) = {
            let board = self.exchange.board();
            let Some(call) = board.calls.get(&self.session) else {
                return;
            };
            let ended = call.latest().duration_since(call.started);
            (
                call.records.len(),
                Duration::try_from(ended).unwrap_or_default(),
            )
        };
        let wait = RECORD_READY.div_f64(self.live.speed);
        tokio::select! {
            () = self.exchange.stop.cancelled() => {}
            () = tokio::time::sleep(wait) => {}
        }
        for record in 0..records {
            let wall = clock::now();
            let closed = Turn::CloseRecord { record, wall };
            self.take(&closed, ended + RECORD_READY).await;
        }
    }
}
