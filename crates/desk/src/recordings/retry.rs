//! «Повторить»: a recording that was given up is tried once more.

use domain::{Actor, CallId};
use store::recordings;

use super::rights::audible;
use crate::jobs::{Work, enqueue};
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Has the `n`th recording of a call fetched again; one that is on its way or here already stays as it is.
    pub async fn retry_recording(&self, actor: &Actor, id: CallId, n: usize) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        audible(&mut tx, actor, id).await?;
        let all = recordings::of_calls(&mut tx, &[id]).await?;
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        let one = all.iter().find(|one| one.n == n);
        let one = one.ok_or(Refusal::NotFound(Thing::Recording))?.id;
        let held = recordings::hold_one(&mut tx, one).await?;
        let mut held = held.ok_or(Refusal::NotFound(Thing::Recording))?;
        if held.try_again(now).is_ok() {
            recordings::save(&mut tx, &held).await?;
            enqueue(&mut tx, &Work::FetchRecording { recording: one }, now).await?;
        }
        tx.commit().await?;
        self.bell.notify_one();
        Ok(())
    }
}
