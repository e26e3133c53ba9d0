//! The worker: claims what is due, does it, writes down what became of it.

use std::time::Duration;

use store::jobs::{self, Job};
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use super::lease;
use super::work::{Work, limits};
use crate::{Desk, Refusal, Result};

/// How long to wait for what other nodes enqueue; this node's own rings the bell.
const LOOKS_EVERY: Duration = Duration::from_secs(1);
/// How long jobs that run may take to end when the desk stops; others take up what did not.
const PATIENCE: Duration = Duration::from_secs(20);
/// Tries before a job is buried: the last ones are over an hour apart, so that a provider may be away for half a day.
const MOST_ATTEMPTS: i64 = 15;

/// What became of a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Done,
    AgainLater,
    Buried,
}

impl Desk {
    /// Does jobs until it is told to stop; those it has begun it ends.
    pub async fn work_until(&self, stop: CancellationToken) {
        let worker = worker_name();
        if let Err(error) = self.take_over().await {
            tracing::warn!(
                error = &error as &dyn std::error::Error,
                "jobs of a desk that was cut off wait for their leases to run out"
            );
        }
        let mut running = JoinSet::new();
        while !stop.is_cancelled() {
            match self.claim(&worker).await {
                Ok(claimed) => {
                    for job in claimed {
                        let (desk, worker) = (self.clone(), worker.clone());
                        running.spawn(async move { desk.run(job, &worker).await });
                    }
                }
                Err(error) => tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "could not claim jobs"
                ),
            }
            tokio::select! {
                () = stop.cancelled() => {}
                () = self.bell.notified() => {}
                Some(_) = running.join_next() => {}
                () = tokio::time::sleep(LOOKS_EVERY) => {}
            }
        }
        let ended = async { while running.join_next().await.is_some() {} };
        if tokio::time::timeout(PATIENCE, ended).await.is_err() {
            tracing::warn!(
                "jobs did not end in time and will be taken up when their leases run out"
            );
        }
    }

    /// What a desk that was cut off had begun goes on at once, where no other node can be at work on it.
    pub(super) async fn take_over(&self) -> Result<()> {
        if self.has_other_nodes() {
            return Ok(());
        }
        let mut tx = self.store.begin().await?;
        let begun = jobs::let_go(&mut tx, self.now()).await?;
        tx.commit().await?;
        if begun > 0 {
            tracing::info!(begun, "jobs of a desk that was cut off go on");
        }
        Ok(())
    }

    /// Does what is due now, and what comes of that, until nothing is; how many jobs were begun.
    pub async fn work_all(&self) -> Result<usize> {
        let worker = worker_name();
        let mut begun = 0;
        loop {
            let claimed = self.claim(&worker).await?;
            if claimed.is_empty() {
                return Ok(begun);
            }
            for job in claimed {
                begun += 1;
                self.run(job, &worker).await;
            }
        }
    }

    pub(crate) async fn claim(&self, worker: &str) -> Result<Vec<Job>> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let limits = limits(self.options.transcribing);
        let claimed = jobs::claim(&mut tx, &limits, worker, now, lease::until(now)).await?;
        tx.commit().await?;
        Ok(claimed)
    }

    async fn run(&self, job: Job, worker: &str) {
        let done = tokio::select! {
            done = self.attempt(&job) => done,
            () = self.keep_lease(job.id, worker) => {
                tracing::warn!(job = %job.id, kind = job.kind, "left a job that another worker has taken up");
                return;
            }
        };
        match self.settle(&job, done).await {
            Ok(outcome) => count(&job, outcome),
            // The lease runs out, and the job is done once more.
            Err(error) => tracing::error!(
                job = %job.id,
                kind = job.kind,
                error = &error as &dyn std::error::Error,
                "could not write down what became of a job"
            ),
        }
    }

    /// Does a job; what is wrong with the job itself is told apart from what may pass.
    async fn attempt(&self, job: &Job) -> std::result::Result<(), Failure> {
        if job.attempt > MOST_ATTEMPTS {
            if let Some(work) = Work::of(job) {
                work.give_up(self)
                    .await
                    .map_err(|refusal| Failure::of(&refusal))?;
            }
            return Err(Failure::ForGood(
                "its worker went away each time it was tried".to_owned(),
            ));
        }
        let work = Work::of(job).ok_or_else(|| {
            Failure::ForGood(format!(
                "this version of the desk does not know what to do for `{}` with this payload",
                job.kind
            ))
        })?;
        work.perform(self)
            .await
            .map_err(|refusal| Failure::of(&refusal))
    }

    pub(super) async fn settle(
        &self,
        job: &Job,
        done: std::result::Result<(), Failure>,
    ) -> Result<Outcome> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let outcome = match done {
            Ok(()) => {
                jobs::finish(&mut tx, job.id, now).await?;
                Outcome::Done
            }
            Err(Failure::MayPass(why)) if job.attempt < MOST_ATTEMPTS => {
                let wait = jobs::backoff(job.attempt, rand::random());
                let later = now.checked_add(wait).unwrap_or(now);
                jobs::retry(&mut tx, job.id, &why, micros(later)).await?;
                Outcome::AgainLater
            }
            Err(Failure::MayPass(why) | Failure::ForGood(why)) => {
                tracing::error!(job = %job.id, kind = job.kind, why, "buried a job");
                jobs::bury(&mut tx, job.id, &why, now).await?;
                Outcome::Buried
            }
        };
        tx.commit().await?;
        Ok(outcome)
    }
}

/// Why a job was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Failure {
    /// It may go well the next time.
    MayPass(String),
    /// It never will.
    ForGood(String),
}

impl Failure {
    pub(super) fn of(refusal: &Refusal) -> Self {
        let why = in_full(refusal);
        match refusal {
            Refusal::Storage(_)
            | Refusal::Upstream(_)
            | Refusal::Pbx(_)
            | Refusal::NotReady
            | Refusal::TooMany(_)
            | Refusal::Changed
            | Refusal::Inside(_) => Self::MayPass(why),
            Refusal::NotFound(_)
            | Refusal::NotAllowed(_)
            | Refusal::SignedOut
            | Refusal::Unfinished(_)
            | Refusal::Invalid(_)
            | Refusal::Conflict(_)
            | Refusal::Unready(_)
            | Refusal::Gone => Self::ForGood(why),
        }
    }
}

/// An error with its causes.
fn in_full(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(error) = cause {
        text = format!("{text}: {error}");
        cause = error.source();
    }
    text
}

fn micros(at: domain::At) -> domain::At {
    domain::At::from_microsecond(at.as_microsecond()).unwrap_or(at)
}

fn count(job: &Job, outcome: Outcome) {
    let became = match outcome {
        Outcome::Done => "done",
        Outcome::AgainLater => "again_later",
        Outcome::Buried => "buried",
    };
    metrics::counter!("dozvon_jobs_total", "kind" => job.kind.clone(), "outcome" => became)
        .increment(1);
}

fn worker_name() -> String {
    format!("{}-{:08x}", std::process::id(), rand::random::<u32>())
}
