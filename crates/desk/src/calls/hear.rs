//! Hearing: what waits in the inbound log becomes calls, a batch in one transaction.

mod batch;

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use futures_util::FutureExt;

use domain::NotificationId;
use domain::notification::{Notification, Verdict};
use store::Tx;
use store::notifications::{self, Settled};

use batch::Batch;

use crate::{Desk, Refusal, Result};

/// Notifications in one transaction: few enough that what arrives meanwhile is not kept waiting long.
const BATCH: i64 = 64;
/// How often a batch is tried again at once when somebody else was in the way.
const TRIES: u32 = 5;
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
        for _ in 0..TRIES {
            match caught(self.hear_batch()).await {
                Ok(heard) => return Ok(heard),
                Err(Trouble::InTheWay) => {}
                Err(Trouble::Away(refusal)) => return Err(refusal),
                Err(Trouble::Broken(_)) => break,
            }
        }
        self.hear_one_by_one().await
    }

    async fn hear_batch(&self) -> Result<usize> {
        let mut tx = self.store.begin().await?;
        let waiting = notifications::claim_waiting(&mut tx, BATCH).await?;
        self.hear_claimed(tx, waiting).await
    }

    async fn hear_claimed(&self, mut tx: Tx, waiting: Vec<Notification>) -> Result<usize> {
        let count = waiting.len();
        let kept = match Batch::read(&mut tx, waiting).await {
            Ok(batch) => batch.keep(self, &mut tx).await,
            Err(refusal) => Err(refusal),
        };
        if let Err(refusal) = kept {
            // Waited for, so that the rows are free again for whoever tries them next.
            tx.roll_back().await?;
            return Err(refusal);
        }
        tx.commit().await?;
        metrics::counter!("dozvon_notifications_heard_total").increment(count as u64);
        Ok(count)
    }

    /// Each in a transaction of its own: what fails is marked with its reason and can be replayed.
    async fn hear_one_by_one(&self) -> Result<usize> {
        let ids = notifications::waiting_ids(&mut self.store.read().await?, BATCH).await?;
        for id in &ids {
            match caught(self.hear_one(*id)).await {
                Ok(_) | Err(Trouble::InTheWay) => {}
                Err(Trouble::Away(refusal)) => return Err(refusal),
                Err(Trouble::Broken(why)) => self.set_aside(*id, why).await?,
            }
        }
        Ok(ids.len())
    }

    async fn hear_one(&self, id: NotificationId) -> Result<usize> {
        let mut tx = self.store.begin().await?;
        let waiting = notifications::claim(&mut tx, id).await?;
        self.hear_claimed(tx, waiting.into_iter().collect()).await
    }

    async fn set_aside(&self, id: NotificationId, why: String) -> Result<()> {
        tracing::error!(notification = %id, why, "a notification could not be heard and is set aside");
        metrics::counter!("dozvon_notifications_set_aside_total").increment(1);
        let mut tx = self.store.begin().await?;
        if let Some(notification) = notifications::claim(&mut tx, id).await? {
            let failed = Settled {
                id,
                verdict: Verdict::Failed,
                event: notification.event,
                session_id: notification.session_id,
                findings: notification.findings,
                error: Some(why),
            };
            notifications::settle(&mut tx, failed).await?;
        }
        Ok(tx.commit().await?)
    }
}

/// Why a batch was not heard.
enum Trouble {
    /// Somebody else was writing the same: the same again may go through.
    InTheWay,
    /// Storage is away for now.
    Away(Refusal),
    /// It will not go through this time or the next.
    Broken(String),
}

/// A panic over one notification is that notification's trouble, not the end of hearing.
async fn caught(
    hearing: impl Future<Output = Result<usize>>,
) -> std::result::Result<usize, Trouble> {
    match AssertUnwindSafe(hearing).catch_unwind().await {
        Ok(Ok(heard)) => Ok(heard),
        Ok(Err(Refusal::Changed | Refusal::Storage(store::Error::Conflict(_)))) => {
            Err(Trouble::InTheWay)
        }
        Ok(Err(Refusal::Storage(error))) if error.is_passing() => Err(Trouble::Away(error.into())),
        Ok(Err(refusal)) => Err(Trouble::Broken(refusal.to_string())),
        Err(panic) => {
            let said = panic.downcast_ref::<String>().map(String::as_str);
            let said = said.or_else(|| panic.downcast_ref::<&str>().copied());
            Err(Trouble::Broken(format!(
                "panicked: {}",
                said.unwrap_or("without a word")
            )))
        }
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

/// The lock under which a call is told.
pub(super) fn call_lock(channel: domain::ChannelId, session: i64) -> i64 {
    lock_name(&format!("call {channel} {session}"))
}

/// A lock's number out of its name.
pub(crate) fn lock_name(name: &str) -> i64 {
    let hash = crate::secrets::hash(name);
    i64::from_le_bytes(hash.first_chunk().copied().unwrap_or_default())
}

/// The lock under which a number's calls find their client.
pub(crate) fn number_lock(number: &domain::PhoneNumber) -> i64 {
    lock_name(&format!("number {number}"))
}
