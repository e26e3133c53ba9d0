//! A call whose end never comes is closed after the channel's time: state finished, outcome unknown.

use domain::{Call, Channel, State};

use super::hear::call_lock;
use super::known::Known;
use super::lore::Lore;
use super::tell::Story;
use super::told::Told;
use crate::{Desk, Result};

/// Calls closed in one transaction.
const BATCH: i64 = 50;

impl Desk {
    /// Closes calls of which nothing has been heard for too long; how many. Needs nothing and may run at any time.
    pub async fn lapse_silent_calls(&self) -> Result<usize> {
        let channels = store::channels::list_with_deleted(&mut self.store.read().await?).await?;
        let mut closed = 0;
        for channel in channels {
            loop {
                let some = self.lapse_some(&channel).await?;
                closed += usize::try_from(some).unwrap_or_default();
                if some < BATCH {
                    break;
                }
            }
        }
        Ok(closed)
    }

    /// Closes a call, whether or not its end came: nothing more is going to come.
    pub(crate) async fn give_up_call(&self, channel: &Channel, session: i64) -> Result<()> {
        let mut tx = self.store.begin().await?;
        tx.hold(call_lock(channel.id, session)).await?;
        let mut known = Known::of(&mut tx, [(channel.id, session)]).await?;
        let (lore, so_far) = (Lore::default(), known.take(channel.id, session));
        let goes_on = |call: &Call| call.facts.state != State::Finished;
        if so_far.call.as_ref().is_some_and(goes_on) {
            let mut story = Story::begin(self, channel, &lore, session, so_far);
            story.give_up();
            let told = story.tell(&mut tx).await?;
            told.follow(&mut tx, self.now()).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn lapse_some(&self, channel: &Channel) -> Result<i64> {
        let patience = jiff::SignedDuration::from_mins(channel.close_after_minutes);
        let mut tx = self.store.begin().await?;
        let silent =
            store::calls::silent_since(&mut tx, channel.id, self.now() - patience, BATCH).await?;
        let sessions = silent.iter().map(|call| (channel.id, call.session_id));
        let mut names: Vec<i64> = sessions
            .clone()
            .map(|(channel, session)| call_lock(channel, session))
            .collect();
        names.sort_unstable();
        tx.hold_all(&names).await?;
        let mut known = Known::of(&mut tx, sessions).await?;
        let lore = Lore::default();
        let mut told = Told::default();
        for call in &silent {
            let so_far = known.take(channel.id, call.session_id);
            let mut story = Story::begin(self, channel, &lore, call.session_id, so_far);
            story.give_up();
            told.add(story.tell(&mut tx).await?);
        }
        told.follow(&mut tx, self.now()).await?;
        tx.commit().await?;
        Ok(i64::try_from(silent.len()).unwrap_or(i64::MAX))
    }
}
