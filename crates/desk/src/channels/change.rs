//! A channel's settings are changed, or it is taken down.

use domain::text::one_line;
use domain::{Actor, Channel, ChannelId, GroupId};
use store::{Conn, channels};

use super::form::{
    read_app_secret, read_callback, read_close_after, read_country, read_silence, read_time_zone,
};
use super::seen::administered;
use super::{Around, HoursForm, PolicyForm, noted};
use crate::fault::Faults;
use crate::people::read_provider;
use crate::{Desk, Refusal, Result};

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
    /// When calls are taken.
    pub working_hours: Option<HoursForm>,
    /// After how many minutes of working time without an event administrators are told; `Some(None)`: never.
    pub silence_minutes: Option<Option<i64>>,
    /// After how many minutes of working time a missed caller should have been called back; `Some(None)`: never.
    pub callback_minutes: Option<Option<i64>>,
    /// Whether the PBX may ask at whom to ring.
    pub routes: Option<bool>,
    /// Whether what agents say of their calls is written back to the provider.
    pub writes_back: Option<bool>,
    /// Only when the settings are still those of this version.
    pub version: Option<i64>,
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
        if change.version.is_some_and(|known| known != before.version) {
            return Err(Refusal::Changed);
        }
        let groups = group_ids(&mut tx).await?;
        let mut faults = Faults::none();
        let app_secret = read_app_secret(&mut faults, change.app_secret.as_deref());
        let mut after = change.read(&mut faults, before.clone(), &groups);
        faults.check()?;
        after.changed_by = Some(actor.agent);
        if !channels::update(&mut tx, &mut after, self.now()).await? {
            return Err(Refusal::Changed);
        }
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
        if secret_changes {
            self.check_channel_soon(&after);
        }
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

/// The groups there are.
pub(crate) async fn group_ids(conn: &mut Conn) -> Result<Vec<GroupId>> {
    let all = store::groups::list(conn).await?;
    Ok(all.into_iter().map(|group| group.id).collect())
}

impl ChannelChange {
    fn read(&self, faults: &mut Faults, mut channel: Channel, groups: &[GroupId]) -> Channel {
        if let Some(typed) = &self.name {
            let read = one_line(typed, Channel::LONGEST_NAME);
            channel.name = faults.take("name", read).unwrap_or(channel.name);
        }
        if let Some(typed) = &self.provider {
            let read = read_provider(typed);
            channel.provider = faults.take("provider", read).unwrap_or(channel.provider);
        }
        if let Some(typed) = &self.country {
            channel.country = read_country(faults, typed).unwrap_or(channel.country);
        }
        let around = Around {
            country: channel.country,
            groups,
        };
        channel.policy = self.ticket_policy.read(faults, channel.policy, &around);
        if let Some(typed) = &self.working_hours {
            channel.working_hours = typed.read(faults);
        }
        if let Some(typed) = self.silence_minutes {
            channel.silence_minutes = read_silence(faults, typed);
        }
        if let Some(typed) = self.callback_minutes {
            channel.callback_minutes = read_callback(faults, typed);
        }
        channel.routes = self.routes.unwrap_or(channel.routes);
        channel.writes_back = self.writes_back.unwrap_or(channel.writes_back);
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
