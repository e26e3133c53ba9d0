//! A channel is added: «Каналы» → «Добавить канал» → «Телефония».

use domain::text::one_line;
use domain::{Actor, Channel, ChannelId, GroupId, TicketPolicy};
use store::{Tx, channels};

use super::change::group_ids;
use super::form::{
    hint, read_app_secret, read_callback, read_close_after, read_country, read_silence,
    read_time_zone,
};
use super::{Around, HoursForm, PolicyForm, noted};
use crate::fault::Faults;
use crate::people::read_provider;
use crate::rights::admins_only;
use crate::{Desk, Refusal, Result, Why};

/// A channel that is to be, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewChannel {
    /// «Название канала».
    pub name: String,
    /// Telephony: `uis`, `comagic`, `novofon`, `callgear`.
    pub provider: String,
    /// The API key made in the provider's cabinet.
    pub app_secret: Option<String>,
    /// Which calls make a ticket.
    pub ticket_policy: PolicyForm,
    /// Two letters; the desk's country when absent.
    pub country: Option<String>,
    /// IANA; the desk's time zone when absent.
    pub time_zone: Option<String>,
    /// After how many minutes without a notification an unfinished call is closed.
    pub close_after_minutes: Option<i64>,
    /// When calls are taken; always when absent.
    pub working_hours: Option<HoursForm>,
    /// After how many minutes of working time without an event administrators are told; never when absent.
    pub silence_minutes: Option<i64>,
    /// After how many minutes of working time a missed caller should have been called back; never when absent.
    pub callback_minutes: Option<i64>,
    /// Whether the PBX may ask at whom to ring.
    pub routes: bool,
    /// Whether what agents say of their calls is written back to the provider.
    pub writes_back: bool,
}

impl Desk {
    /// Adds a channel. It has no token until one is made.
    pub async fn create_channel(&self, actor: &Actor, new: &NewChannel) -> Result<Channel> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let groups = group_ids(&mut tx).await?;
        let (mut channel, app_secret) = self.read_channel(new, &groups)?;
        channels::insert(&mut tx, &channel, self.now()).await?;
        if let Some(secret) = app_secret {
            self.keep_app_secret(&mut tx, &mut channel, &secret).await?;
        }
        noted::made(&mut tx, actor, &channel, self.now()).await?;
        tx.commit().await?;
        if channel.app_secret_hint.is_some() {
            self.check_channel_soon(&channel);
        }
        Ok(channel)
    }

    fn read_channel(
        &self,
        new: &NewChannel,
        groups: &[GroupId],
    ) -> Result<(Channel, Option<String>)> {
        let mut faults = Faults::none();
        let name = faults.take("name", one_line(&new.name, Channel::LONGEST_NAME));
        let provider = match new.provider.trim() {
            "" => Err(Why::Required),
            typed => read_provider(typed),
        };
        let provider = faults.take("provider", provider);
        let app_secret = read_app_secret(&mut faults, new.app_secret.as_deref());
        let country = match new.country.as_deref() {
            Some(typed) => read_country(&mut faults, typed),
            None => Some(self.options.country),
        };
        let around = Around {
            country: country.unwrap_or(self.options.country),
            groups,
        };
        let policy = TicketPolicy::default();
        let policy = new.ticket_policy.read(&mut faults, policy, &around);
        let time_zone = match new.time_zone.as_deref() {
            Some(typed) => read_time_zone(&mut faults, typed),
            None => Some(self.options.time_zone.clone()),
        };
        let close_after = match new.close_after_minutes {
            Some(minutes) => read_close_after(&mut faults, minutes),
            None => Some(Channel::CLOSE_AFTER_MINUTES),
        };
        let typed = new.working_hours.as_ref();
        let working_hours = typed.map(|typed| typed.read(&mut faults));
        let silence_minutes = read_silence(&mut faults, new.silence_minutes);
        let callback_minutes = read_callback(&mut faults, new.callback_minutes);
        faults.check()?;
        let unread = Refusal::Inside("what was typed about a channel was not read");
        let (Some(name), Some(provider), Some(country), Some(time_zone), Some(close_after_minutes)) =
            (name, provider, country, time_zone, close_after)
        else {
            return Err(unread);
        };
        let now = self.now();
        let channel = Channel {
            id: ChannelId::at(now),
            name,
            provider,
            app_secret_hint: None,
            policy,
            country,
            time_zone,
            close_after_minutes,
            working_hours: working_hours.unwrap_or_default(),
            silence_minutes,
            callback_minutes,
            routes: new.routes,
            writes_back: new.writes_back,
            silent_since: None,
            version: 1,
            changed_by: None,
            updated_at: now,
            created_at: now,
            deleted_at: None,
        };
        Ok((channel, app_secret))
    }

    /// Seals an App Secret and keeps it; from then on only its last characters are shown.
    pub(super) async fn keep_app_secret(
        &self,
        tx: &mut Tx,
        channel: &mut Channel,
        secret: &str,
    ) -> Result<()> {
        let name = format!("app_secret:{}", channel.id);
        let sealed = self.sealer.seal(&name, secret)?;
        let hint = hint(secret);
        channels::set_app_secret(tx, channel.id, &sealed, &hint).await?;
        store::directories::forget_check(tx, channel.id).await?;
        channel.app_secret_hint = Some(hint);
        Ok(())
    }
}
