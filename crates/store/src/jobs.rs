//! Jobs: work to be done later, enqueued in the transaction that wants it.
//!
//! A worker claims what is due under a lease, works without a transaction open, and then finishes, retries or buries it.

mod backoff;
mod board;
mod outcome;
mod queue;
#[cfg(test)]
mod tests;

use std::fmt;
use std::str::FromStr;

use serde_json::Value;
use uuid::Uuid;

use domain::{At, JobId};

use crate::Result;
use crate::row::{at, at_opt, json, word};

pub use backoff::backoff;
pub use board::{Count, counts, list};
pub use outcome::{bury, delete_done, finish, heartbeat, retry, revive};
pub use queue::{Limit, NewJob, claim, enqueue, enqueue_later, hurry, let_go};

/// Work to be done later.
#[derive(Debug, Clone, PartialEq)]
pub struct Job {
    /// Its id.
    pub id: JobId,
    /// What is to be done.
    pub kind: String,
    /// With what.
    pub payload: Value,
    /// Only one job with this key waits at a time.
    pub dedupe_key: Option<String>,
    /// How far it is.
    pub state: JobState,
    /// Not before.
    pub run_at: At,
    /// How often it was begun: 1 while it runs for the first time.
    pub attempt: i64,
    /// Who runs it, or ran it last.
    pub worker: Option<String>,
    /// Until when the worker has it for itself.
    pub lease_until: Option<At>,
    /// Why it failed the last time.
    pub last_error: Option<String>,
    /// When it was enqueued.
    pub created_at: At,
    /// When it was done or buried.
    pub finished_at: Option<At>,
}

/// How far a job is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum JobState {
    /// Waits for its time or for a worker.
    Queued,
    /// A worker has it.
    Running,
    /// Done.
    Done,
    /// Given up; a person may revive it.
    Buried,
}

impl JobState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Queued, Self::Running, Self::Done, Self::Buried];

    /// The name in the table and in addresses.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Running => "running",
            Self::Done => "done",
            Self::Buried => "buried",
        }
    }
}

impl fmt::Display for JobState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A state that jobs do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a state of a job: use queued, running, done or buried")]
pub struct UnknownJobState(String);

impl FromStr for JobState {
    type Err = UnknownJobState;
    fn from_str(text: &str) -> std::result::Result<Self, UnknownJobState> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| UnknownJobState(text.chars().take(40).collect()))
    }
}

const COLUMNS: &str = "id, kind, payload, dedupe_key, state, run_at, attempt, worker,
    lease_until, last_error, created_at, finished_at";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    payload: String,
    dedupe_key: Option<String>,
    state: String,
    run_at: i64,
    attempt: i64,
    worker: Option<String>,
    lease_until: Option<i64>,
    last_error: Option<String>,
    created_at: i64,
    finished_at: Option<i64>,
}

impl Row {
    fn job(self) -> Result<Job> {
        Ok(Job {
            id: JobId(self.id),
            kind: self.kind,
            payload: json("jobs", &self.payload)?,
            dedupe_key: self.dedupe_key,
            state: word("jobs", &self.state)?,
            run_at: at("jobs", self.run_at)?,
            attempt: self.attempt,
            worker: self.worker,
            lease_until: at_opt("jobs", self.lease_until)?,
            last_error: self.last_error,
            created_at: at("jobs", self.created_at)?,
            finished_at: at_opt("jobs", self.finished_at)?,
        })
    }
}
