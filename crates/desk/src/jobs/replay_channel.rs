//! A channel's notifications that could not be read or kept are heard again, after a fix.

use domain::ChannelId;
use domain::notification::Verdict;
use store::{Change, Topic, notifications};

use crate::{Desk, Result};

impl Desk {
    /// Puts them back among those to be heard.
    pub(super) async fn replay_channel(&self, channel: ChannelId) -> Result<()> {
        let again = [Verdict::Unreadable, Verdict::Failed];
        let mut tx = self.store.begin().await?;
        let some = notifications::put_back_all(&mut tx, Some(channel), &again).await?;
        tx.changed(Change {
            topic: Topic::Channel(channel),
            channel: Some(channel),
        });
        tx.commit().await?;
        tracing::info!(%channel, notifications = some, "put back what is to be heard again");
        self.inbox.arrived().notify_one();
        Ok(())
    }
}
