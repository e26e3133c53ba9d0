//! From where somebody may call a number: the active numbers of their channels' accounts, the likeliest first.

use domain::{Actor, Channel, ChannelId, PhoneNumber};
use store::{Conn, channels, dials, directories};
use telephony::pbx::OwnNumber;

use super::DialForm;
use super::line::Line;
use crate::{Desk, Result};

/// From where a number may be called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origins {
    /// The number.
    pub number: PhoneNumber,
    /// From where, the likeliest first.
    pub all: Vec<Origin>,
}

/// A virtual number to call from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// By which channel.
    pub channel: ChannelId,
    /// The channel's name.
    pub channel_name: String,
    /// The number that the client sees.
    pub number: PhoneNumber,
    /// What the account calls it.
    pub name: Option<String>,
    /// Why it stands where it stands.
    pub likely: Likely,
}

/// How likely a number is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likely {
    /// This agent called this number from it the last time.
    Last,
    /// It is the one that is taken when none is chosen.
    Usual,
    /// Any other.
    Other,
}

impl Desk {
    /// From where somebody may call; refused for what would refuse the call itself.
    pub async fn origins(&self, actor: &Actor, form: &DialForm) -> Result<Origins> {
        let mut conn = self.store.read().await?;
        let line = self.line(&mut conn, actor, form).await?;
        let of_ticket = match form.ticket {
            Some(id) => store::tickets::find(&mut conn, id).await?,
            None => None,
        };
        let bound = of_ticket.and_then(|ticket| ticket.channel_id);
        let mut all = Vec::new();
        for channel in usable(&mut conn, actor, &line.channel).await? {
            if bound.is_none_or(|bound| bound == channel.id) {
                all.extend(of_channel(&mut conn, &channel, &line).await?);
            }
        }
        let last = dials::last_origin(&mut conn, actor.agent, &line.number).await?;
        for one in &mut all {
            let place = (one.channel, one.number.clone());
            one.likely = match place {
                place if last.as_ref() == Some(&place) => Likely::Last,
                (channel, number) if channel == line.channel.id && number == line.own_number => {
                    Likely::Usual
                }
                _ => Likely::Other,
            };
        }
        all.sort_by_cached_key(|one| {
            let name = one.channel_name.to_lowercase();
            (one.likely, name, one.number.clone())
        });
        Ok(Origins {
            number: line.number,
            all,
        })
    }

    /// Whether somebody who calls has more than one number to call from.
    pub async fn has_origins(&self, actor: &Actor) -> Result<bool> {
        let mut conn = self.store.read().await?;
        let agent = store::agents::find(&mut conn, actor.agent).await?;
        let Some(telephony) = agent.map(|agent| agent.telephony) else {
            return Ok(false);
        };
        let (Some(provider), Some(_)) = (telephony.provider, telephony.operator_id) else {
            return Ok(false);
        };
        let mut found: Vec<(ChannelId, PhoneNumber)> = Vec::new();
        let known = directories::numbers::<OwnNumber>(&mut conn).await?;
        for channel in channels::list(&mut conn).await? {
            let theirs = actor.reach.covers(Some(channel.id)) && channel.provider == provider;
            if theirs && channel.app_secret_hint.is_some() {
                let numbers = known.get(&channel.id).into_iter().flatten();
                let active = numbers.filter(|own| own.is_active);
                found.extend(active.map(|own| (channel.id, own.number.clone())));
            }
        }
        let own = telephony.virtual_number;
        let besides = own.is_some_and(|own| !found.iter().any(|(_, number)| *number == own));
        Ok(found.len() + usize::from(besides) > 1)
    }
}

/// The channels by which they may call: those of the same telephony that can be asked.
async fn usable(conn: &mut Conn, actor: &Actor, usual: &Channel) -> Result<Vec<Channel>> {
    let mut all = channels::list(conn).await?;
    all.retain(|one| {
        let asked = one.app_secret_hint.is_some() || one.id == usual.id;
        asked && one.provider == usual.provider && actor.reach.covers(Some(one.id))
    });
    Ok(all)
}

/// The active numbers of a channel's account, as far as they are known, and the agent's own.
async fn of_channel(conn: &mut Conn, channel: &Channel, line: &Line) -> Result<Vec<Origin>> {
    let known = super::directory::kept(conn, channel.id).await?;
    let mut numbers = known.map(|known| known.numbers).unwrap_or_default();
    numbers.retain(|own| own.is_active);
    let is_usual = channel.id == line.channel.id;
    if is_usual && !numbers.iter().any(|own| own.number == line.own_number) {
        numbers.push(OwnNumber {
            number: line.own_number.clone(),
            name: None,
            is_active: true,
        });
    }
    let origin = |own: OwnNumber| Origin {
        channel: channel.id,
        channel_name: channel.name.clone(),
        number: own.number,
        name: own.name,
        likely: Likely::Other,
    };
    Ok(numbers.into_iter().map(origin).collect())
}
