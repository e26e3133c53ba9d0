//! Recordings that nobody works on any more, and those of calls heard before the desk kept recordings.

use domain::recording::Mishap;
use jiff::SignedDuration;
use store::{recordings, settings};

use crate::calls::Lore;
use crate::jobs::{Work, enqueue};
use crate::{Desk, Result};

/// A try is at most an hour and a half after the one before, and one takes at most half an hour.
const FORLORN: SignedDuration = SignedDuration::from_hours(2);
/// No provider keeps a recording for longer than a year.
const LONGEST_AT_PROVIDER: SignedDuration = SignedDuration::from_hours(400 * 24);
/// The setting that says that old calls were gone through.
const OLD_ONES: &str = "old_recordings";
/// Looked at at once.
const SOME: i64 = 200;

impl Desk {
    /// Has recordings fetched whose job went under: it was buried, or the desk was away for long.
    pub(crate) async fn look_after_recordings(&self) -> Result<()> {
        self.expect_old_recordings().await?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        for mut one in recordings::forlorn(&mut tx, now - FORLORN, SOME).await? {
            let waited = now.duration_since(one.since);
            if waited > Mishap::Unreached.patience() + FORLORN {
                // Whoever fetched it went away each time.
                if one
                    .set_back(Mishap::Unreached, now, SignedDuration::ZERO)
                    .is_ok()
                {
                    recordings::save(&mut tx, &one).await?;
                }
            } else {
                enqueue(&mut tx, &Work::FetchRecording { recording: one.id }, now).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    /// Expects, once in a desk's life, the recordings of calls that were heard before it kept recordings.
    async fn expect_old_recordings(&self) -> Result<()> {
        let mut after = match settings::find(&mut self.store.read().await?, OLD_ONES).await? {
            Some(_) => return Ok(()),
            None => self.now() - LONGEST_AT_PROVIDER,
        };
        loop {
            let mut tx = self.store.begin().await?;
            let some = recordings::calls_without(&mut tx, after, SOME).await?;
            let Some((_, last)) = some.last() else {
                settings::put(&mut tx, OLD_ONES, "expected").await?;
                return Ok(tx.commit().await?);
            };
            after = *last;
            for (id, _) in &some {
                let Some(call) = store::calls::hold(&mut tx, *id).await? else {
                    continue;
                };
                if let Some(channel) = store::channels::find(&mut tx, call.channel_id).await? {
                    self.expect_recordings(&mut tx, &call, &[], &channel, &Lore::default())
                        .await?;
                }
            }
            tx.commit().await?;
        }
    }
}
