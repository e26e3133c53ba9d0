//! Into the queue, and out of it to a worker.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde_json::Value;

use domain::{At, JobId};

use super::{COLUMNS, Job, Row};
use crate::args::args;
use crate::later::{Bulk, texts};
use crate::{Conn, Result, Tx};

/// Work somebody wants done.
#[derive(Debug, Clone, PartialEq)]
pub struct NewJob {
    /// What is to be done.
    pub kind: &'static str,
    /// With what.
    pub payload: Value,
    /// Not before.
    pub run_at: At,
    /// When a job with this key waits already, that one is enough.
    pub dedupe_key: Option<String>,
}

/// How many jobs of a kind may run at once, over all nodes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The kind.
    pub kind: &'static str,
    /// The most.
    pub at_once: i64,
}

/// Whoever claims holds this lock on PostgreSQL, so that two nodes do not pass a limit together.
const CLAIMING: i64 = 0x6a6f_6273;

#[derive(sqlx::FromRow)]
struct Running {
    kind: String,
    jobs: i64,
}

/// Puts a job into the queue; `None` when one with its key waits there already.
pub async fn enqueue(tx: &mut Tx, job: &NewJob, now: At) -> Result<Option<JobId>> {
    let id = JobId::at(now);
    let sql = "INSERT INTO jobs (id, kind, payload, dedupe_key, state, run_at, attempt, created_at)
               VALUES ($1, $2, $3, $4, 'queued', $5, 0, $6)
               ON CONFLICT (dedupe_key) WHERE state = 'queued' DO NOTHING";
    let values = args![
        id,
        job.kind,
        job.payload.to_string(),
        job.dedupe_key.as_deref(),
        job.run_at,
        now,
    ];
    let written = tx.run(sql, values).await? > 0;
    Ok(written.then_some(id))
}

/// The same together with others, at the latest before the commit.
pub fn enqueue_later(tx: &mut Tx, job: &NewJob, now: At) {
    let row = args![
        JobId::at(now),
        job.kind,
        job.payload.to_string(),
        job.dedupe_key.as_deref(),
        QUEUED,
        job.run_at,
        0,
        now
    ];
    tx.run_later(&NEW, row);
}

const QUEUED: &str = "queued";

static NEW: Bulk = Bulk {
    table: "jobs",
    rank: 1,
    key: &[0],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO jobs (id, kind, payload, dedupe_key, state, run_at, attempt, created_at) VALUES {rows}
                   ON CONFLICT (dedupe_key) WHERE state = 'queued' DO NOTHING";
        texts(sql, 8)
    }),
};

/// Makes the job that waits under this key due at once.
pub async fn hurry(tx: &mut Tx, key: &str, now: At) -> Result<()> {
    let sql =
        "UPDATE jobs SET run_at = $2 WHERE dedupe_key = $1 AND state = 'queued' AND run_at > $2";
    tx.run(sql, args![key, now]).await?;
    Ok(())
}

/// Gives a worker what is due, as far as the limits allow, the oldest first.
///
/// A job whose lease ran out is due again and no longer counts as running. To be committed at once: others wait to claim.
pub async fn claim(
    tx: &mut Tx,
    limits: &[Limit],
    worker: &str,
    now: At,
    lease_until: At,
) -> Result<Vec<Job>> {
    tx.hold(CLAIMING).await?;
    let running = running(tx, now).await?;
    let mut claimed = Vec::new();
    for limit in limits {
        let mut free = limit.at_once - running.get(limit.kind).copied().unwrap_or_default();
        for waiting in [LEASE_RAN_OUT, DUE] {
            let jobs = take(tx, limit.kind, waiting, free, worker, now, lease_until).await?;
            free -= i64::try_from(jobs.len()).unwrap_or(free);
            claimed.extend(jobs);
        }
    }
    claimed.sort_by_key(|job| (job.run_at, job.id));
    Ok(claimed)
}

/// Has every job that runs be due again: for a desk that has just begun and has no other nodes, so that nobody is at work.
pub async fn let_go(tx: &mut Tx, now: At) -> Result<u64> {
    let sql = "UPDATE jobs SET lease_until = $1 WHERE state = 'running' AND lease_until > $1";
    tx.run(sql, args![now]).await
}

async fn running(conn: &mut Conn, now: At) -> Result<HashMap<String, i64>> {
    let sql = "SELECT kind, COUNT(*) AS jobs FROM jobs
               WHERE state = 'running' AND lease_until > $1 GROUP BY kind";
    let rows: Vec<Running> = conn.rows(sql, args![now]).await?;
    Ok(rows.into_iter().map(|row| (row.kind, row.jobs)).collect())
}

/// Asked one after the other, because an index can give each in order, but not both together.
const LEASE_RAN_OUT: &str = "state = 'running' AND lease_until <= $2";
const DUE: &str = "state = 'queued' AND run_at <= $2";

async fn take(
    tx: &mut Tx,
    kind: &str,
    waiting: &str,
    most: i64,
    worker: &str,
    now: At,
    lease_until: At,
) -> Result<Vec<Job>> {
    if most <= 0 {
        return Ok(Vec::new());
    }
    // A row that somebody else is changing is left to them.
    let lock = if tx.is_postgres() {
        "FOR UPDATE SKIP LOCKED"
    } else {
        ""
    };
    let sql = format!(
        "WITH waiting AS MATERIALIZED (
             SELECT id FROM jobs WHERE kind = $1 AND {waiting}
             ORDER BY run_at, id LIMIT $3 {lock})
         UPDATE jobs SET state = 'running', attempt = attempt + 1, worker = $4, lease_until = $5
         WHERE id IN (SELECT id FROM waiting) RETURNING {COLUMNS}"
    );
    let values = args![kind, now, most, worker, lease_until];
    let rows: Vec<Row> = tx.rows(sql, values).await?;
    rows.into_iter().map(Row::job).collect()
}
