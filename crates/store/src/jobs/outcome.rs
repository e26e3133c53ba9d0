//! What becomes of a claimed job.

use domain::{At, JobId};

use crate::args::args;
use crate::{Result, Tx};

/// Only one job waits under a key: this one goes back into the queue without it when another has come meanwhile.
const KEY_UNLESS_WAITING: &str = "CASE WHEN EXISTS
    (SELECT 1 FROM jobs twin WHERE twin.state = 'queued' AND twin.dedupe_key = jobs.dedupe_key)
    THEN NULL ELSE dedupe_key END";

/// Keeps a job for its worker; false when another worker has it or it runs no more.
///
/// To come before the lease runs out: after that the job's place under its limit may be another's.
pub async fn heartbeat(tx: &mut Tx, id: JobId, worker: &str, lease_until: At) -> Result<bool> {
    let sql = "UPDATE jobs SET lease_until = $3
               WHERE id = $1 AND worker = $2 AND state = 'running'";
    Ok(tx.run(sql, args![id, worker, lease_until]).await? > 0)
}

/// The work is done.
pub async fn finish(tx: &mut Tx, id: JobId, now: At) -> Result<bool> {
    let sql = "UPDATE jobs SET state = 'done', lease_until = NULL, finished_at = $2
               WHERE id = $1 AND state = 'running'";
    Ok(tx.run(sql, args![id, now]).await? > 0)
}

/// The work failed and is to be tried again.
pub async fn retry(tx: &mut Tx, id: JobId, error: &str, run_at: At) -> Result<bool> {
    let sql = format!(
        "UPDATE jobs SET state = 'queued', lease_until = NULL, last_error = $2, run_at = $3,
             dedupe_key = {KEY_UNLESS_WAITING}
         WHERE id = $1 AND state = 'running'"
    );
    Ok(tx.run(sql, args![id, error, run_at]).await? > 0)
}

/// The work failed for good, until a person revives it.
pub async fn bury(tx: &mut Tx, id: JobId, error: &str, now: At) -> Result<bool> {
    let sql = "UPDATE jobs SET state = 'buried', lease_until = NULL, last_error = $2,
                   finished_at = $3
               WHERE id = $1 AND state IN ('queued', 'running')";
    Ok(tx.run(sql, args![id, error, now]).await? > 0)
}

/// Gives a buried job all its tries anew, from now on; false when it is not buried.
pub async fn revive(tx: &mut Tx, id: JobId, now: At) -> Result<bool> {
    let sql = format!(
        "UPDATE jobs SET state = 'queued', attempt = 0, run_at = $2, finished_at = NULL,
             dedupe_key = {KEY_UNLESS_WAITING}
         WHERE id = $1 AND state = 'buried'"
    );
    Ok(tx.run(sql, args![id, now]).await? > 0)
}

/// Sweeps away jobs done before this moment; how many there were.
pub async fn delete_done(tx: &mut Tx, before: At) -> Result<u64> {
    let sql = "DELETE FROM jobs WHERE state = 'done' AND finished_at < $1";
    tx.run(sql, args![before]).await
}
