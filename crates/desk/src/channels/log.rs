//! A channel's notifications as they arrived, heard again on demand, and how often each event came.

use domain::channel::EventTally;
use domain::notification::Notification;
use domain::{Actor, Channel, ChannelId, NotificationId};
use store::notifications::LogFilter;
use store::{Change, Conn, Page, Slice, Topic, channels, notifications};

use super::seen::remembered;
use crate::jobs::{self, Work};
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// A channel's log, newest first. For administrators: bodies hold tokens.
    pub async fn notifications(
        &self,
        actor: &Actor,
        id: ChannelId,
        wanted: impl Into<LogFilter>,
        slice: Slice,
    ) -> Result<Page<Notification>> {
        let mut conn = self.store.read().await?;
        remembered(&mut conn, actor, id).await?;
        Ok(notifications::list(&mut conn, id, wanted, slice).await?)
    }

    /// One of them.
    pub async fn notification(&self, actor: &Actor, id: NotificationId) -> Result<Notification> {
        let mut conn = self.store.read().await?;
        found(&mut conn, actor, id).await.map(|(one, _)| one)
    }

    /// Puts one back among those to be heard, whatever became of it: hearing it again gives the same call.
    pub async fn replay(&self, actor: &Actor, id: NotificationId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let (_, channel) = found(&mut tx, actor, id).await?;
        notifications::put_back(&mut tx, id).await?;
        tx.changed(Change {
            topic: Topic::Channel(channel.id),
            channel: Some(channel.id),
        });
        tx.commit().await?;
        self.inbox.arrived().notify_one();
        Ok(())
    }

    /// Has all be heard again, a little later, that could not be read or kept.
    pub async fn replay_all(&self, actor: &Actor, id: ChannelId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        remembered(&mut tx, actor, id).await?;
        jobs::enqueue(&mut tx, &Work::ReplayChannel { channel: id }, self.now()).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(())
    }

    /// How often each event has arrived at a channel, by its mnemonic.
    pub async fn tally(&self, actor: &Actor, id: ChannelId) -> Result<Vec<EventTally>> {
        let mut conn = self.store.read().await?;
        remembered(&mut conn, actor, id).await?;
        Ok(channels::tally(&mut conn, id).await?)
    }
}

async fn found(
    conn: &mut Conn,
    actor: &Actor,
    id: NotificationId,
) -> Result<(Notification, Channel)> {
    let unknown = || Refusal::NotFound(Thing::Notification);
    let one = notifications::find(conn, id).await?.ok_or_else(unknown)?;
    match remembered(conn, actor, one.channel_id).await {
        Ok(channel) => Ok((one, channel)),
        Err(Refusal::NotFound(_)) => Err(unknown()),
        Err(other) => Err(other),
    }
}
