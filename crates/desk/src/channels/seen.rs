//! Who sees which channels.

use domain::{Actor, Channel, ChannelId};
use store::{Conn, channels};

use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// The channels at work in the asker's reach, by name.
    pub async fn channels(&self, actor: &Actor) -> Result<Vec<Channel>> {
        let mut conn = self.store.read().await?;
        let all = channels::list(&mut conn).await?;
        let reached = all
            .into_iter()
            .filter(|channel| actor.reach.covers(Some(channel.id)));
        Ok(reached.map(|channel| shown(actor, channel)).collect())
    }

    /// A channel at work in the asker's reach.
    pub async fn channel(&self, actor: &Actor, id: ChannelId) -> Result<Channel> {
        let mut conn = self.store.read().await?;
        let channel = at_work(&mut conn, actor, id).await?;
        Ok(shown(actor, channel))
    }
}

/// A channel at work in the asker's reach, as it is.
async fn at_work(conn: &mut Conn, actor: &Actor, id: ChannelId) -> Result<Channel> {
    let channel = known(conn, actor, id).await?;
    if channel.deleted_at.is_some() {
        return Err(Refusal::NotFound(Thing::Channel));
    }
    Ok(channel)
}

/// A channel in the asker's reach, at work or taken down.
async fn known(conn: &mut Conn, actor: &Actor, id: ChannelId) -> Result<Channel> {
    let unknown = Refusal::NotFound(Thing::Channel);
    if !actor.reach.covers(Some(id)) {
        return Err(unknown);
    }
    channels::find(conn, id).await?.ok_or(unknown)
}

/// A channel at work, for an administrator; whoever may not even see it is told that there is none.
pub(crate) async fn administered(conn: &mut Conn, actor: &Actor, id: ChannelId) -> Result<Channel> {
    let channel = at_work(conn, actor, id).await?;
    admins_only(actor)?;
    Ok(channel)
}

/// The same for what belongs to a channel's history, which outlasts it.
pub(super) async fn remembered(conn: &mut Conn, actor: &Actor, id: ChannelId) -> Result<Channel> {
    let channel = known(conn, actor, id).await?;
    admins_only(actor)?;
    Ok(channel)
}

/// Not even the last characters of the App Secret are for others than administrators.
fn shown(actor: &Actor, mut channel: Channel) -> Channel {
    if !actor.is_admin() {
        channel.app_secret_hint = None;
    }
    channel
}
