//! Hearing: what waits in the inbound log becomes calls, a batch in one transaction.

mod batch;

use std::time::Duration;

use tokio_util::sync::CancellationToken;

use domain::notification::Verdict;
use store::notifications::{self, Settled};

use batch::Batch;

use crate::{Desk, Refusal, Result};

/// Notifications in one transaction: few enough that what arrives meanwhile is not kept waiting long.
const BATCH: i64 = 64;
/// How often to look without being rung: for what other nodes kept, and after a failure.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

impl Desk {
    /// Hears whatever waits, as it arrives, until `stop`.
    pub async fn hear_until(&self, stop: CancellationToken) {
        let arrived = self.inbox.arrived();
        while !stop.is_cancelled() {
            match self.hear_some().await {
                Ok(0) => {
                    tokio::select! {
                        () = arrived.notified() => {}
                        () = tokio::time::sleep(LOOK_AGAIN) => {}
                        () = stop.cancelled() => {}
                    }
                }
                Ok(_) => {}
                Err(error) => {
                    tracing::error!(
                        error = &error as &dyn std::error::Error,
                        "could not hear notifications, trying again"
                    );
                    tokio::select! {
                        () = tokio::time::sleep(LOOK_AGAIN) => {}
                        () = stop.cancelled() => {}
                    }
                }
            }
        }
    }

    /// Hears all that waits now; how many notifications that were.
    pub async fn hear_all(&self) -> Result<usize> {
        let mut heard = 0;
        loop {
            match self.hear_some().await? {
                0 => return Ok(heard),
                some => heard += some,
            }
        }
    }

    /// Hears one batch. One that cannot be kept is set aside alone; the others go through.
    async fn hear_some(&self) -> Result<usize> {
        match self.hear_batch(BATCH).await {
            Err(Refusal::Storage(error)) if !error.is_passing() => self.hear_one_by_one().await,
            done => done,
        }
    }

    async fn hear_batch(&self, limit: i64) -> Result<usize> {
        let mut tx = self.store.begin().await?;
        let waiting = notifications::claim_waiting(&mut tx, limit).await?;
        let count = waiting.len();
        if count > 0 {
            Batch::read(&mut tx, waiting)
                .await?
                .keep(self, &mut tx)
                .await?;
            tx.commit().await?;
            metrics::counter!("dozvon_notifications_heard_total").increment(count as u64);
        } else {
            tx.roll_back().await?;
        }
        Ok(count)
    }

    /// Each in a transaction of its own: what fails is marked with its reason and can be replayed.
    async fn hear_one_by_one(&self) -> Result<usize> {
        let mut heard = 0;
        for _ in 0..BATCH {
            match self.hear_batch(1).await {
                Ok(0) => break,
                Ok(some) => heard += some,
                Err(Refusal::Storage(error)) if !error.is_passing() => {
                    heard += self.set_aside_first(&error).await?;
                }
                Err(other) => return Err(other),
            }
        }
        Ok(heard)
    }

    async fn set_aside_first(&self, error: &store::Error) -> Result<usize> {
        let mut tx = self.store.begin().await?;
        let first = notifications::claim_waiting(&mut tx, 1).await?;
        for notification in &first {
            tracing::error!(notification = %notification.id, error = error as &dyn std::error::Error, "a notification could not be heard and is set aside");
            let why = format!("{error}");
            let failed = Settled {
                id: notification.id,
                verdict: Verdict::Failed,
                event: notification.event.clone(),
                session_id: notification.session_id,
                findings: notification.findings.clone(),
                error: Some(why),
            };
            notifications::settle(&mut tx, failed).await?;
        }
        tx.commit().await?;
        Ok(first.len())
    }
}

/// An event's name as it is kept: somebody's template may have put anything in its place.
fn event_name(event: Option<&str>) -> String {
    const LONGEST: usize = 80;
    let named: String = event
        .unwrap_or("unknown")
        .chars()
        .filter(|c| !c.is_control())
        .take(LONGEST)
        .collect();
    if named.is_empty() {
        "unknown".to_owned()
    } else {
        named
    }
}

/// A lock's number out of its name.
pub(super) fn lock_name(name: &str) -> i64 {
    let hash = crate::secrets::hash(name);
    i64::from_le_bytes(hash.first_chunk().copied().unwrap_or_default())
}
