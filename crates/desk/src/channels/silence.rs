//! The silence alarm: administrators are told once when nothing comes of a channel in its working hours.

use domain::silence::Patience;
use domain::{Actor, AgentId, At, Channel, ChannelId, Role};
use store::{Tx, channels};

use super::seen::administered;
use crate::notices::{self, Notice};
use crate::{Desk, Result};

impl Desk {
    /// Looks whether a channel has fallen silent or speaks again. Needs nothing and may run at any time.
    pub async fn watch_for_silence(&self) -> Result<()> {
        let at_work = channels::list(&mut self.store.read().await?).await?;
        for channel in at_work {
            self.watch_channel(&channel).await?;
        }
        Ok(())
    }

    async fn watch_channel(&self, channel: &Channel) -> Result<()> {
        if channel.silence_minutes.is_none() && channel.silent_since.is_none() {
            return Ok(());
        }
        let last = channels::last_event(&mut self.store.read().await?, channel.id).await?;
        let told = channel.silent_since;
        match last {
            Some(last) if is_silent(channel, last, self.now()) => {
                if told != Some(last) {
                    self.tell_silence(channel, last).await?;
                }
            }
            Some(last)
                if told.is_none_or(|told| last <= told) && channel.silence_minutes.is_some() => {}
            Some(_) | None => {
                let mut tx = self.store.begin().await?;
                channels::break_silence(&mut tx, channel.id).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }

    async fn tell_silence(&self, channel: &Channel, since: At) -> Result<()> {
        let mut tx = self.store.begin().await?;
        if channels::note_silence(&mut tx, channel.id, since).await? {
            self.alarm(&mut tx, channel, since).await?;
            tracing::warn!(channel = %channel.id, %since, "a channel has fallen silent in its working hours");
        }
        Ok(tx.commit().await?)
    }

    /// Administrators hear of it, whoever has not switched that off.
    async fn alarm(&self, tx: &mut Tx, channel: &Channel, since: At) -> Result<()> {
        let everybody = store::agents::list(tx).await?;
        let admins: Vec<AgentId> = everybody
            .iter()
            .filter(|agent| agent.active && agent.role == Role::Admin)
            .map(|agent| agent.id)
            .collect();
        let silent = Notice::ChannelSilent {
            channel: channel.id,
            since,
        };
        notices::tell(tx, &admins, &silent, self.now()).await
    }

    /// Since when a channel has been silent, if it is and administrators have been told.
    pub async fn silence(&self, actor: &Actor, id: ChannelId) -> Result<Option<At>> {
        let mut conn = self.store.read().await?;
        let channel = administered(&mut conn, actor, id).await?;
        let Some(since) = channel.silent_since else {
            return Ok(None);
        };
        let last = channels::last_event(&mut conn, id).await?;
        Ok(last.filter(|last| *last <= since))
    }
}

fn is_silent(channel: &Channel, last: At, now: At) -> bool {
    let Some(minutes) = channel.silence_minutes else {
        return false;
    };
    let patience = Patience {
        minutes,
        hours: &channel.working_hours,
        zone: &channel.zone(),
    };
    patience.is_over(Some(last), now)
}
