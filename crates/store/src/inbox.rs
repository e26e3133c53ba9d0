//! The inbox: what arrives is durable before it is acknowledged, and many arrivals share one commit.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use tokio::sync::{Notify, mpsc, oneshot};
use tokio::task::JoinHandle;

use crate::notifications::{self, Arrival};
use crate::{Error, Result, Store};

/// Arrivals in one commit: enough that a sync costs each little, few enough that hearing waits only some milliseconds.
const MOST_IN_A_COMMIT: usize = 128;
/// Arrivals that may wait for the next commit before senders are held back.
const QUEUE: usize = 1024;

type Waiting = (Arrival, oneshot::Sender<bool>);

/// What keeps the inbox going.
#[must_use = "only its end tells that everything taken is kept"]
pub struct Keeping {
    task: JoinHandle<()>,
    end: oneshot::Sender<()>,
}

impl Keeping {
    /// Takes nothing more and waits until everything taken is kept, whoever still has a handle.
    pub async fn end(self) {
        // One that has ended by itself is not there to hear it; one that failed has said so.
        let _ = self.end.send(());
        let _ = self.task.await;
    }
}

/// The way in.
#[derive(Clone)]
pub struct Inbox {
    queue: Option<mpsc::Sender<Waiting>>,
    arrived: Arc<Notify>,
    commits: Arc<AtomicU64>,
}

impl Inbox {
    /// Opens the inbox; it ends when it is told to or the last handle is gone, and everything in it is kept.
    pub fn open(store: Store) -> (Self, Keeping) {
        let (queue, taken) = mpsc::channel(QUEUE);
        let (end, told) = oneshot::channel();
        let arrived = Arc::new(Notify::new());
        let commits = Arc::new(AtomicU64::new(0));
        let inbox = Self {
            queue: Some(queue),
            arrived: Arc::clone(&arrived),
            commits: Arc::clone(&commits),
        };
        let task = tokio::spawn(keep_all(store, taken, told, arrived, commits));
        (inbox, Keeping { task, end })
    }

    /// One that says of everything that it is kept and keeps nothing: what keeping costs is measured against it.
    #[must_use]
    pub fn keeping_nothing() -> Self {
        Self {
            queue: None,
            arrived: Arc::default(),
            commits: Arc::default(),
        }
    }

    /// Keeps one request. When this returns `Ok`, it is on disk.
    pub async fn keep(&self, arrival: Arrival) -> Result<()> {
        let Some(queue) = &self.queue else {
            return Ok(());
        };
        let (done, kept) = oneshot::channel();
        queue
            .send((arrival, done))
            .await
            .map_err(|_| Error::Stopped)?;
        if kept.await.map_err(|_| Error::Stopped)? {
            Ok(())
        } else {
            Err(Error::Stopped)
        }
    }

    /// How many commits there have been: arrivals over commits is the size of a group.
    #[must_use]
    pub fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Rings whenever something new was kept.
    #[must_use]
    pub fn arrived(&self) -> Arc<Notify> {
        Arc::clone(&self.arrived)
    }
}

async fn keep_all(
    store: Store,
    mut taken: mpsc::Receiver<Waiting>,
    mut told: oneshot::Receiver<()>,
    arrived: Arc<Notify>,
    commits: Arc<AtomicU64>,
) {
    let mut batch = Vec::with_capacity(MOST_IN_A_COMMIT);
    loop {
        tokio::select! {
            biased;
            taken = taken.recv_many(&mut batch, MOST_IN_A_COMMIT) => if taken == 0 { return },
            Ok(()) = &mut told, if !told.is_terminated() => taken.close(),
        }
        if batch.is_empty() {
            continue;
        }
        let (arrivals, senders): (Vec<_>, Vec<_>) = batch.drain(..).unzip();
        let kept = match notifications::keep(&store, once_each(arrivals)).await {
            Ok(()) => true,
            Err(error) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    requests = senders.len(),
                    "could not keep what arrived"
                );
                false
            }
        };
        for sender in senders {
            // A sender that has gone away will send again.
            let _ = sender.send(kept);
        }
        if kept {
            commits.fetch_add(1, Ordering::Relaxed);
            arrived.notify_one();
        }
    }
}

/// The same request twice in one batch is one row with a counter, as it is across batches.
fn once_each(arrivals: Vec<Arrival>) -> Vec<(Arrival, i64)> {
    let mut places: HashMap<(domain::ChannelId, [u8; 32]), usize> =
        HashMap::with_capacity(arrivals.len());
    let mut once: Vec<(Arrival, i64)> = Vec::with_capacity(arrivals.len());
    for arrival in arrivals {
        match places.entry((arrival.channel_id, arrival.digest)) {
            std::collections::hash_map::Entry::Occupied(place) => once[*place.get()].1 += 1,
            std::collections::hash_map::Entry::Vacant(place) => {
                place.insert(once.len());
                once.push((arrival, 0));
            }
        }
    }
    once
}
