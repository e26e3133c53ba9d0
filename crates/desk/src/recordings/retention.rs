//! Every night what was kept long enough goes: first from the books, then, by a job, from the storage.

use domain::{At, Channel, Recording};
use store::recordings;

use crate::jobs::{Work, enqueue};
use crate::{Desk, Result};

/// The hour of the channel's own clock in which recordings go.
const AT_NIGHT: i8 = 3;
/// In one transaction.
const SOME: i64 = 50;

impl Desk {
    /// Has what was kept long enough go, in channels where it is night.
    pub(crate) async fn remove_old_recordings(&self) -> Result<()> {
        let now = self.now();
        let all = store::channels::list_with_deleted(&mut self.store.read().await?).await?;
        for channel in all {
            if now.to_zoned(channel.zone()).hour() == AT_NIGHT {
                self.remove_old_ones_of(&channel, now).await?;
            }
        }
        Ok(())
    }

    async fn remove_old_ones_of(&self, channel: &Channel, now: At) -> Result<()> {
        let mut gone = 0;
        loop {
            let mut tx = self.store.begin().await?;
            let rules = recordings::rules(&mut tx, channel.id).await?;
            let Some(before) = rules.kept_since(now) else {
                break;
            };
            let some = recordings::next_to_go(&mut tx, channel.id, before, SOME).await?;
            if some.is_empty() {
                break;
            }
            for one in some {
                gone += 1;
                self.let_go(&mut tx, one, now).await?;
            }
            tx.commit().await?;
        }
        if gone > 0 {
            tracing::info!(channel = %channel.id, gone, "recordings were kept long enough and are gone");
        }
        Ok(())
    }

    async fn let_go(&self, tx: &mut store::Tx, mut one: Recording, now: At) -> Result<()> {
        let place = one.kept().map(|kept| kept.place.clone());
        if let Some(place) = place
            && one.remove(now).is_ok()
        {
            recordings::save(tx, &one).await?;
            recordings::forget_wave(tx, one.id).await?;
            let hushed = recordings::hushed(tx, one.id).await?;
            if let Some(place) = hushed.and_then(|hushed| hushed.place) {
                enqueue(tx, &Work::RemoveSound { place }, now).await?;
            }
            recordings::forget_hushed(tx, one.id).await?;
            enqueue(tx, &Work::RemoveSound { place }, now).await?;
        }
        Ok(())
    }

    /// Takes a file out of the storage; one that is not there is as good.
    pub(crate) async fn remove_sound(&self, place: &str) -> Result<()> {
        let removed = self.shelf.remove(place).await;
        removed.map_err(super::kept::refusal)
    }
}
