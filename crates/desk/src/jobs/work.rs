//! The kinds of work there are: what each takes with it, how many run at once, which one is enough.

use domain::{At, ChannelId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use store::Tx;
use store::jobs::{Job, Limit, NewJob};

use crate::{Desk, Result};

/// Work to be done later. Doing it twice does what doing it once does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", content = "with", rename_all = "snake_case")]
pub(crate) enum Work {
    /// Has a channel's notifications be heard again that could not be read or kept.
    ReplayChannel {
        /// Which.
        channel: ChannelId,
    },
}

/// How many jobs of each kind run at once, over all nodes; what is not here is not claimed.
pub(super) const LIMITS: [Limit; 1] = [
    // It writes many rows at once, and another channel's can wait.
    Limit {
        kind: "replay_channel",
        at_once: 1,
    },
];

/// Whether this version of the desk does work of this kind.
pub(crate) fn is_known(kind: &str) -> bool {
    LIMITS.iter().any(|limit| limit.kind == kind)
}

impl Work {
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::ReplayChannel { .. } => "replay_channel",
        }
    }

    /// While a job with the same key waits, that one is enough.
    pub(super) fn key(&self) -> Option<String> {
        match self {
            Self::ReplayChannel { channel } => Some(format!("{}:{channel}", self.kind())),
        }
    }

    pub(super) fn payload(&self) -> Value {
        match self {
            Self::ReplayChannel { channel } => serde_json::json!({ "channel": channel }),
        }
    }

    /// Reads a job; nothing when its kind or what it takes with it is not known here.
    pub(super) fn of(job: &Job) -> Option<Self> {
        let told = serde_json::json!({ "kind": job.kind, "with": job.payload });
        serde_json::from_value(told).ok()
    }

    /// Does it.
    pub(super) async fn perform(&self, desk: &Desk) -> Result<()> {
        match self {
            Self::ReplayChannel { channel } => desk.replay_channel(*channel).await,
        }
    }
}

/// Puts work into the queue within the transaction that wants it; the worker is rung after the commit.
pub(crate) async fn enqueue(tx: &mut Tx, work: &Work, now: At) -> Result<()> {
    let job = NewJob {
        kind: work.kind(),
        payload: work.payload(),
        run_at: now,
        dedupe_key: work.key(),
    };
    store::jobs::enqueue(tx, &job, now).await?;
    Ok(())
}
