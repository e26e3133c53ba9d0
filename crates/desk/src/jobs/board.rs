//! What an administrator sees of the jobs, and giving a buried one another chance.

use domain::{Actor, JobId};
use store::jobs::{self, Count, Job, JobState};
use store::{Page, Slice};

use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Jobs in a state, newest first.
    pub async fn jobs(&self, actor: &Actor, state: JobState, slice: Slice) -> Result<Page<Job>> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(jobs::list(&mut conn, state, slice).await?)
    }

    /// How many jobs there are of each kind in each state.
    pub async fn job_counts(&self, actor: &Actor) -> Result<Vec<Count>> {
        admins_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(jobs::counts(&mut conn).await?)
    }

    /// Gives a buried job all its tries anew.
    pub async fn revive_job(&self, actor: &Actor, id: JobId) -> Result<()> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        if !jobs::revive(&mut tx, id, self.now()).await? {
            return Err(Refusal::NotFound(Thing::Job));
        }
        tx.commit().await?;
        self.bell.notify_one();
        Ok(())
    }
}
