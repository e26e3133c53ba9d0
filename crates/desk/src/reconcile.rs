//! What is put right again and again by the clock: it needs nothing, and may run twice or on several nodes at once.

mod housekeeping;
#[cfg(test)]
mod tests;

use std::pin::Pin;
use std::time::Duration;

use tokio::task::JoinSet;
use tokio::time::MissedTickBehavior;
use tokio_util::sync::CancellationToken;

use crate::recordings::ASKED_EVERY;
use crate::{Desk, Result};

type Run = fn(&Desk) -> Pin<Box<dyn Future<Output = Result<()>> + Send + '_>>;

/// Something that is put right by the clock.
struct Recurring {
    name: &'static str,
    every: Duration,
    run: Run,
}

/// What runs how often. The first run is at the start.
const ALL: [Recurring; 10] = [
    Recurring {
        name: "close silent calls",
        every: Duration::from_secs(60),
        run: |desk| Box::pin(async { desk.lapse_silent_calls().await.map(drop) }),
    },
    Recurring {
        name: "watch for silence",
        every: Duration::from_secs(60),
        run: |desk| Box::pin(desk.watch_for_silence()),
    },
    Recurring {
        name: "catch up with missed callers",
        every: Duration::from_secs(3600),
        run: |desk| Box::pin(desk.catch_up_with_missed()),
    },
    Recurring {
        name: "tell of overdue callbacks",
        every: Duration::from_secs(60),
        run: |desk| Box::pin(desk.tell_of_overdue_callbacks()),
    },
    Recurring {
        name: "write down refusals",
        every: Duration::from_secs(10),
        run: |desk| Box::pin(desk.write_down_refusals()),
    },
    Recurring {
        name: "sweep",
        every: Duration::from_secs(3600),
        run: |desk| Box::pin(desk.sweep()),
    },
    Recurring {
        name: "remove old recordings",
        every: Duration::from_secs(1800),
        run: |desk| Box::pin(desk.remove_old_recordings()),
    },
    Recurring {
        name: "look after recordings",
        every: Duration::from_secs(600),
        run: |desk| Box::pin(desk.look_after_recordings()),
    },
    Recurring {
        name: "ask for late recordings",
        every: Duration::from_secs(ASKED_EVERY.as_secs().unsigned_abs()),
        run: |desk| Box::pin(desk.ask_for_late_recordings()),
    },
    Recurring {
        name: "bury unknown jobs",
        every: Duration::from_secs(600),
        run: |desk| Box::pin(desk.bury_unknown_jobs()),
    },
];

impl Desk {
    /// Puts everything right as often as the table says, until it is told to stop; what has begun ends first.
    pub async fn reconcile_until(&self, stop: CancellationToken) {
        let mut running = JoinSet::new();
        for recurring in ALL {
            running.spawn(recurring.repeat(self.clone(), stop.clone()));
        }
        while running.join_next().await.is_some() {}
    }
}

impl Recurring {
    async fn repeat(self, desk: Desk, stop: CancellationToken) {
        let mut tick = tokio::time::interval(self.every);
        tick.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = tick.tick() => {}
            }
            if let Err(error) = (self.run)(&desk).await {
                tracing::error!(
                    what = self.name,
                    error = &error as &dyn std::error::Error,
                    "could not put something right, trying again by the clock"
                );
            }
        }
    }
}
