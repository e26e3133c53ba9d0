//! A call in short: asked of a service that an administrator has named, and of no other.

mod answer;
mod make;
mod prompt;
mod settings;
#[cfg(test)]
mod tests;

use domain::summary::{Stage, Summing};
use domain::transcript;
use domain::{Actor, Call, CallId};
use store::{Conn, Tx, summaries, transcripts};

use crate::jobs::{Work, enqueue};
use crate::{Denied, Desk, Refusal, Result, Thing};

pub(crate) use settings::kept;
pub use settings::{SUMMARY, SummaryChange, SummaryView};

impl Desk {
    /// The summary of a call within reach, when anybody has asked for one.
    pub async fn summary(&self, actor: &Actor, id: CallId) -> Result<Summing> {
        let mut conn = self.store.read().await?;
        crate::recordings::audible(&mut conn, actor, id).await?;
        let known = summaries::find(&mut conn, id).await?;
        known.ok_or(Refusal::NotFound(Thing::Summary))
    }

    /// Has a call be summed up, unless it is already, or is on its way. One that failed is tried anew.
    pub async fn ask_for_summary(&self, actor: &Actor, id: CallId) -> Result<Summing> {
        crate::tickets::may_change(actor)?;
        let mut tx = self.store.begin().await?;
        let call = crate::recordings::audible(&mut tx, actor, id).await?;
        if !kept(&mut tx).await?.0.works() {
            return Err(Refusal::NotAllowed(Denied::SummariesOff));
        }
        if !is_read(&mut tx, id).await? {
            return Err(Refusal::NotFound(Thing::Transcript));
        }
        let known = summaries::find(&mut tx, id).await?;
        if let Some(known) = known.filter(|known| !matches!(known.stage, Stage::Failed(_))) {
            return Ok(known);
        }
        let summing = self.begin_summary(&mut tx, &call).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(summing)
    }

    /// Sums a call up whose text has just been made, when that is wanted.
    pub(crate) async fn summarise_if_wanted(&self, tx: &mut Tx, call: &Call) -> Result<()> {
        if kept(tx).await?.0.works() && !call.is_test() {
            self.begin_summary(tx, call).await?;
        }
        Ok(())
    }

    async fn begin_summary(&self, tx: &mut Tx, call: &Call) -> Result<Summing> {
        let now = self.now();
        let summing = Summing {
            call_id: call.id,
            channel_id: call.channel_id,
            stage: Stage::Waiting,
            model: String::new(),
            asked_at: now,
            finished_at: None,
        };
        summaries::put(tx, &summing).await?;
        enqueue(tx, &Work::Summarise { call: call.id }, now).await?;
        Ok(summing)
    }
}

/// Whether there is a text to sum up.
async fn is_read(conn: &mut Conn, id: CallId) -> Result<bool> {
    let making = transcripts::find(conn, id).await?;
    Ok(making.is_some_and(|making| making.stage == transcript::Stage::Ready))
}
