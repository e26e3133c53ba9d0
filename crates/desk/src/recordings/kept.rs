//! A recording that is in the storage: what follows from that, and the file for those who work on it.

use std::path::Path;

use domain::recording::Kept;
use domain::{At, Recording, RecordingId};
use sound::{Local, ShelfError};
use store::{Tx, recordings};

use crate::jobs::{Work, enqueue};
use crate::{Desk, Refusal, Result, Thing};

/// A kept recording as a file on this machine; a copy out of a bucket goes away with this value.
pub struct KeptFile {
    /// The recording.
    pub recording: Recording,
    local: Local,
}

impl KeptFile {
    /// Where it lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.local.path()
    }
}

impl Desk {
    /// Writes down that it is kept; what was fetched twice is kept once.
    pub(super) async fn keep_recording(&self, id: RecordingId, kept: Kept) -> Result<()> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let Some(mut recording) = recordings::hold_one(&mut tx, id).await? else {
            return Ok(());
        };
        if recording.keep(kept).is_err() {
            return Ok(());
        }
        recordings::save(&mut tx, &recording).await?;
        follow_up(&mut tx, &recording, now).await?;
        self.hush_anew(&mut tx, recording.call_id).await?;
        self.transcribe_if_wanted(&mut tx, &recording).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(())
    }

    /// The file of a kept recording, for a job: no rights are asked for.
    pub async fn sound_file(&self, id: RecordingId) -> Result<KeptFile> {
        let mut conn = self.store.read().await?;
        let recording = recordings::find(&mut conn, id).await?;
        drop(conn);
        let recording = recording.ok_or(Refusal::NotFound(Thing::Recording))?;
        let kept = recording.kept().ok_or(Refusal::NotReady)?;
        let local = self.shelf.local(&kept.place).await.map_err(refusal)?;
        Ok(KeptFile { recording, local })
    }
}

/// What is done with every recording once it is kept: each kind of work is enqueued here, in the same transaction.
async fn follow_up(tx: &mut Tx, recording: &Recording, now: At) -> Result<()> {
    let recording = recording.id;
    enqueue(tx, &Work::DrawWave { recording }, now).await
}

/// What lies no more where it should is gone; what the storage cannot do now may pass.
#[expect(clippy::needless_pass_by_value, reason = "it is what `map_err` gives")]
pub(super) fn refusal(error: ShelfError) -> Refusal {
    match error {
        ShelfError::Missing(_) => Refusal::Gone,
        ShelfError::Setting(_) | ShelfError::Failed(_) | ShelfError::Folder(..) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "the storage of recordings"
            );
            Refusal::Upstream(error.to_string())
        }
    }
}
