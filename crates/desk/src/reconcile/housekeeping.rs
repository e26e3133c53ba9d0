//! What nobody needs any more is swept away.

use jiff::SignedDuration;
use store::jobs::{self, JobState};
use store::{Slice, bulk, idempotency, notices, sessions, views};

use crate::jobs::is_known;
use crate::{Desk, Result};

/// How long the answer to a request is kept for its repetition.
const ANSWERS_LAST: SignedDuration = SignedDuration::from_hours(24);
/// How long jobs that are done can be looked at.
const DONE_JOBS_LAST: SignedDuration = SignedDuration::from_hours(7 * 24);
/// How long notices can be looked at.
const NOTICES_LAST: SignedDuration = SignedDuration::from_hours(90 * 24);
/// How long a change of many tickets can be taken back.
const BULKS_LAST: SignedDuration = SignedDuration::from_hours(24);
/// How long a view that was thrown away can be brought back.
const VIEWS_LAST: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long it is told at whom the PBX was told to ring.
const ROUTES_LAST: SignedDuration = SignedDuration::from_hours(365 * 24);
/// How long «not mine» is remembered: no call rings that long.
const RING_REFUSALS_LAST: SignedDuration = SignedDuration::from_hours(24);
/// How long rehearsals can be looked at.
const REHEARSALS_LAST: SignedDuration = SignedDuration::from_hours(30 * 24);
/// How long a job of an unknown kind waits for a node that knows it: while the desk is brought up to date, versions work side by side.
const UNKNOWN_WAIT: SignedDuration = SignedDuration::from_hours(1);

impl Desk {
    /// Sweeps away sessions that have expired, old answers, notices, refusals, rehearsals and tests, jobs done long ago, and
    /// what can no longer be taken back.
    pub async fn sweep(&self) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let sessions = sessions::delete_expired(&mut tx, now).await?;
        let answers = idempotency::delete_older(&mut tx, now - ANSWERS_LAST).await?;
        let jobs = jobs::delete_done(&mut tx, now - DONE_JOBS_LAST).await?;
        let notices = notices::delete_before(&mut tx, now - NOTICES_LAST).await?;
        let bulks = bulk::forget_older(&mut tx, now - BULKS_LAST).await?;
        let views = views::forget_deleted(&mut tx, now - VIEWS_LAST).await?;
        self.forget_refusals(&mut tx).await?;
        store::routes::forget(&mut tx, now - ROUTES_LAST).await?;
        store::rings::forget_refusals(&mut tx, now - RING_REFUSALS_LAST).await?;
        store::rehearsals::forget(&mut tx, now - REHEARSALS_LAST).await?;
        tx.commit().await?;
        self.remove_old_tests().await?;
        if sessions + answers + jobs + notices + bulks + views > 0 {
            tracing::info!(
                sessions,
                answers,
                jobs,
                notices,
                bulks,
                views,
                "swept away what nobody needs"
            );
        }
        Ok(())
    }

    /// Buries jobs of kinds that no node does: a person sees them and may revive them after an update.
    pub async fn bury_unknown_jobs(&self) -> Result<()> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let counts = jobs::counts(&mut conn).await?;
        if !counts
            .iter()
            .any(|c| c.state == JobState::Queued && !is_known(&c.kind))
        {
            return Ok(());
        }
        let mut slice = Slice::first(Slice::MOST);
        let mut unknown = Vec::new();
        loop {
            let page = jobs::list(&mut conn, JobState::Queued, slice).await?;
            let due = page
                .items
                .into_iter()
                .filter(|job| job.run_at + UNKNOWN_WAIT <= now);
            unknown.extend(due.filter(|job| !is_known(&job.kind)));
            slice.after = page.next;
            if slice.after.is_none() {
                break;
            }
        }
        drop(conn);
        let mut tx = self.store.begin().await?;
        for job in &unknown {
            let why = format!(
                "this version of the desk does not know work of the kind `{}`",
                job.kind
            );
            jobs::bury(&mut tx, job.id, &why, now).await?;
        }
        Ok(tx.commit().await?)
    }
}
