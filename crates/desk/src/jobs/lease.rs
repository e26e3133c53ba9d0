//! A job belongs to its worker while the worker says so in time.

use std::time::Duration;

use domain::{At, JobId};
use jiff::SignedDuration;
use store::jobs;

use crate::{Desk, Result};

/// How long a job stays its worker's without a word: after that the worker is taken for dead.
const LASTS: SignedDuration = SignedDuration::from_secs(60);
/// How often the worker says a word: two may get lost.
const SAID_EVERY: Duration = Duration::from_secs(20);

/// Until when a lease taken now lasts.
pub(super) fn until(now: At) -> At {
    now + LASTS
}

impl Desk {
    /// Keeps a job for its worker; returns when it is the worker's no more.
    pub(super) async fn keep_lease(&self, id: JobId, worker: &str) {
        let mut beat = tokio::time::interval(SAID_EVERY);
        beat.tick().await;
        loop {
            beat.tick().await;
            match self.say_a_word(id, worker).await {
                Ok(true) => {}
                Ok(false) => return,
                // Storage that is away for a moment costs one word; a lease that ran out is told by the next.
                Err(error) => tracing::warn!(
                    job = %id,
                    error = &error as &dyn std::error::Error,
                    "could not keep a job's lease"
                ),
            }
        }
    }

    pub(super) async fn say_a_word(&self, id: JobId, worker: &str) -> Result<bool> {
        let mut tx = self.store.begin().await?;
        let kept = jobs::heartbeat(&mut tx, id, worker, until(self.now())).await?;
        tx.commit().await?;
        Ok(kept)
    }
}
