//! Hearing: what waits in the inbound log becomes calls, a batch in one transaction.

use std::collections::{BTreeMap, HashMap};
use std::time::Duration;

use tokio_util::sync::CancellationToken;

use domain::notification::{Notification, Verdict};
use domain::{CallEvent, Channel, ChannelId, NotificationId};
use store::Tx;
use store::notifications::{self, Settled};
use telephony::hearing::{Heard, Place};

use super::tell::Story;
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
            Batch::read(self, &mut tx, waiting)
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
            let failed = settled(notification.id, Verdict::Failed, None, Some(why));
            notifications::settle(&mut tx, failed).await?;
        }
        tx.commit().await?;
        Ok(first.len())
    }
}

/// Notifications read, and gathered by the call they tell of.
struct Batch {
    channels: HashMap<ChannelId, Channel>,
    told: BTreeMap<(ChannelId, i64), Vec<(Notification, CallEvent)>>,
    read: Vec<(NotificationId, ChannelId, domain::At, Heard)>,
}

impl Batch {
    async fn read(desk: &Desk, tx: &mut Tx, waiting: Vec<Notification>) -> Result<Self> {
        let mut batch = Self {
            channels: HashMap::new(),
            told: BTreeMap::new(),
            read: Vec::new(),
        };
        for notification in waiting {
            let channel = batch.channel(tx, notification.channel_id).await?;
            let place = Place {
                country: channel.country,
                zone: channel.zone(),
            };
            let mut heard = telephony::hear(&notification, &place);
            let (id, at) = (notification.id, notification.received_at);
            if let Some((session, event)) = heard.call.take() {
                heard.call = Some((session, CallEvent::bare(event.kind, event.at)));
                batch
                    .told
                    .entry((notification.channel_id, session))
                    .or_default()
                    .push((notification, event));
                batch.read.push((id, channel.id, at, heard));
            } else {
                batch.read.push((id, notification.channel_id, at, heard));
            }
        }
        let _ = desk;
        Ok(batch)
    }

    async fn channel(&mut self, tx: &mut Tx, id: ChannelId) -> Result<Channel> {
        if let Some(channel) = self.channels.get(&id) {
            return Ok(channel.clone());
        }
        let channel = store::channels::find(tx, id)
            .await?
            .ok_or(Refusal::Inside("a notification without its channel"))?;
        self.channels.insert(id, channel.clone());
        Ok(channel)
    }

    async fn keep(self, desk: &Desk, tx: &mut Tx) -> Result<()> {
        self.hold_names(tx).await?;
        for ((channel, session), told) in self.told {
            let Some(channel) = self.channels.get(&channel) else {
                continue;
            };
            let mut story = Story::begin(desk, tx, channel, session).await?;
            story.add(told);
            story.tell(tx).await?;
        }
        for (id, channel, at, heard) in self.read {
            let verdict = match (&heard.call, heard.readable) {
                (Some(_), _) => Verdict::Heard,
                (None, true) => Verdict::Aside,
                (None, false) => Verdict::Unreadable,
            };
            if verdict != Verdict::Heard {
                store::calls::remove_event(tx, id).await?;
            }
            let event = event_name(heard.event.as_deref());
            store::channels::count_event(tx, channel, &event, at, 1, heard.faulty).await?;
            notifications::settle(tx, settled(id, verdict, Some(heard), None)).await?;
        }
        Ok(())
    }

    /// Holds the calls and the clients' numbers of this batch against other nodes, always in the same order.
    async fn hold_names(&self, tx: &mut Tx) -> Result<()> {
        let calls = self
            .told
            .keys()
            .map(|(channel, session)| format!("call {channel} {session}"));
        let numbers = self.told.values().flatten().filter_map(|(_, event)| {
            let number = event.client.as_ref()?.phone()?;
            Some(format!("number {number}"))
        });
        let mut names: Vec<i64> = calls.chain(numbers).map(|name| lock_name(&name)).collect();
        names.sort_unstable();
        names.dedup();
        for name in names {
            tx.hold(name).await?;
        }
        Ok(())
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

fn settled(
    id: NotificationId,
    verdict: Verdict,
    heard: Option<Heard>,
    error: Option<String>,
) -> Settled {
    let (event, session_id, findings) = match heard {
        Some(heard) => (
            heard.event.map(|event| event_name(Some(&event))),
            heard.call.map(|(session, _)| session),
            heard.findings,
        ),
        None => (None, None, serde_json::Value::Array(Vec::new())),
    };
    Settled {
        id,
        verdict,
        event,
        session_id,
        findings,
        error,
    }
}
