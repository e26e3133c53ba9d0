//! A channel's settings are changed, or it is taken down.

use domain::text::one_line;
use domain::{Actor, Channel, ChannelId};
use store::channels;

use super::form::{read_app_secret, read_close_after, read_country, read_time_zone};
use super::seen::administered;
use super::{PolicyForm, noted};
use crate::fault::Faults;
use crate::people::read_provider;
use crate::{Desk, Result};

/// What is to be different, as typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct ChannelChange {
    /// «Название канала».
    pub name: Option<String>,
    /// Telephony.
    pub provider: Option<String>,
    /// A new App Secret; the one that is kept stays when this is empty.
    pub app_secret: Option<String>,
    /// Which calls make a ticket.
    pub ticket_policy: PolicyForm,
    /// Two letters.
    pub country: Option<String>,
    /// IANA.
    pub time_zone: Option<String>,
    /// After how many minutes without a notification an unfinished call is closed.
    pub close_after_minutes: Option<i64>,
}

impl Desk {
    /// Changes a channel's settings; calls that were heard stay as they were placed.
    pub async fn change_channel(
        &self,
        actor: &Actor,
        id: ChannelId,
        change: &ChannelChange,
    ) -> Result<Channel> {
        let mut tx = self.store.begin().await?;
        let before = administered(&mut tx, actor, id).await?;
        let mut faults = Faults::none();
        let app_secret = read_app_secret(&mut faults, change.app_secret.as_deref());
        let mut after = change.read(&mut faults, before.clone());
        faults.check()?;
        channels::update(&mut tx, &after, self.now()).await?;
        let secret_changes = app_secret.is_some();
        if let Some(secret) = app_secret {
            self.keep_app_secret(&mut tx, &mut after, &secret).await?;
        }
        noted::changed(
            &mut tx,
            actor,
            (&before, &after),
            secret_changes,
            self.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(after)
    }

    /// Takes a channel down: its tokens stop working at once, its history stays.
    pub async fn delete_channel(&self, actor: &Actor, id: ChannelId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let channel = administered(&mut tx, actor, id).await?;
        channels::delete(&mut tx, id, self.now()).await?;
        noted::deleted(&mut tx, actor, &channel, self.now()).await?;
        tx.commit().await?;
        self.tokens.forget();
        Ok(())
    }
}

impl ChannelChange {
    fn read(&self, faults: &mut Faults, mut channel: Channel) -> Channel {
        if let Some(typed) = &self.name {
            let read = one_line(typed, Channel::LONGEST_NAME);
            channel.name = faults.take("name", read).unwrap_or(channel.name);
        }
        if let Some(typed) = &self.provider {
            let read = read_provider(typed);
            channel.provider = faults.take("provider", read).unwrap_or(channel.provider);
        }
        channel.policy = self.ticket_policy.read(faults, channel.policy);
        if let Some(typed) = &self.country {
            channel.country = read_country(faults, typed).unwrap_or(channel.country);
        }
        if let Some(typed) = &self.time_zone {
            channel.time_zone = read_time_zone(faults, typed).unwrap_or(channel.time_zone);
        }
        if let Some(minutes) = self.close_after_minutes {
            let read = read_close_after(faults, minutes);
            channel.close_after_minutes = read.unwrap_or(channel.close_after_minutes);
        }
        channel
    }
}
