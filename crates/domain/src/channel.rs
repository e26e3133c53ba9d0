//! Channels: connected sources of requests; ours are telephony.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{At, ChannelId, Country, TicketPolicy, TokenId, WorkingHours};

mod refused;
mod test;
pub use refused::{Refused, RefusedBecause};
pub use test::{ChannelTest, Stage, TestStep, Trouble};

/// The PBX behind a channel: one platform under four names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Provider {
    /// UIS.
    Uis,
    /// CoMagic.
    Comagic,
    /// Novofon.
    Novofon,
    /// CallGear.
    Callgear,
}

impl Provider {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Uis, Self::Comagic, Self::Novofon, Self::Callgear];

    /// The name in the API and in settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Uis => "uis",
            Self::Comagic => "comagic",
            Self::Novofon => "novofon",
            Self::Callgear => "callgear",
        }
    }

    /// The hosts of the owner's cabinet, the usual one first.
    #[must_use]
    pub fn cabinets(self) -> &'static [&'static str] {
        match self {
            Self::Uis => &["app.uiscom.ru", "my.uiscom.ru", "go.uiscom.ru"],
            Self::Comagic => &["app.comagic.ru"],
            Self::Novofon => &["app.novofon.ru"],
            Self::Callgear => &["my.callgear.com", "my.callgear.ae"],
        }
    }

    /// The name as its owner writes it.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Uis => "UIS",
            Self::Comagic => "CoMagic",
            Self::Novofon => "Novofon",
            Self::Callgear => "CallGear",
        }
    }
}

impl fmt::Display for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A telephony that the desk does not know.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a telephony the desk knows: use uis, comagic, novofon or callgear")]
pub struct UnknownProvider(String);

impl FromStr for Provider {
    type Err = UnknownProvider;
    fn from_str(text: &str) -> Result<Self, UnknownProvider> {
        Self::ALL
            .into_iter()
            .find(|provider| provider.as_str() == text)
            .ok_or_else(|| UnknownProvider(text.chars().take(40).collect()))
    }
}

/// A connected source of requests.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Channel {
    /// Its id.
    pub id: ChannelId,
    /// «Название канала».
    pub name: String,
    /// The PBX behind it.
    pub provider: Provider,
    /// The last characters of the App Secret, when one was given; never the whole.
    pub app_secret_hint: Option<String>,
    /// Which calls make a ticket.
    pub policy: TicketPolicy,
    /// Where numbers without a country code are from.
    pub country: Country,
    /// The account's time zone when notifications do not tell it, IANA.
    pub time_zone: String,
    /// After how many minutes without a notification an unfinished call is closed.
    pub close_after_minutes: i64,
    /// When calls are taken; of the channel's own time zone.
    pub working_hours: WorkingHours,
    /// After how many minutes of working time without an event administrators are told; nothing: never.
    pub silence_minutes: Option<i64>,
    /// After how many minutes of working time a missed caller should have been called back; nothing: there is no aim.
    pub callback_minutes: Option<i64>,
    /// Whether the PBX may ask the desk at whom to ring.
    pub routes: bool,
    /// Whether what agents say of their calls is written back to the provider.
    pub writes_back: bool,
    /// Since when it has been silent, once that has been told.
    pub silent_since: Option<At>,
    /// Grows with each change of its settings.
    pub version: i64,
    /// Who changed them last.
    pub changed_by: Option<crate::AgentId>,
    /// When.
    pub updated_at: At,
    /// Since when.
    pub created_at: At,
    /// When it was taken down; its history stays.
    pub deleted_at: Option<At>,
}

impl Channel {
    /// The longest name, in characters.
    pub const LONGEST_NAME: usize = 100;
    /// A call whose end never comes is closed after this: four hours.
    pub const CLOSE_AFTER_MINUTES: i64 = 240;

    /// The account's zone, UTC when its name is not known here.
    #[must_use]
    pub fn zone(&self) -> jiff::tz::TimeZone {
        jiff::tz::TimeZone::get(&self.time_zone).unwrap_or(jiff::tz::TimeZone::UTC)
    }
}

/// A channel's token, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Its id.
    pub id: TokenId,
    /// The channel it opens.
    pub channel_id: ChannelId,
    /// Its first and last characters.
    pub hint: String,
    /// Since when.
    pub created_at: At,
    /// When a notification last came with it.
    pub last_used_at: Option<At>,
    /// When it stopped working.
    pub revoked_at: Option<At>,
}

/// Who works in a channel besides administrators and supervisors.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Access {
    /// Agents by themselves.
    #[serde(default)]
    pub agents: Vec<crate::AgentId>,
    /// Groups with all their members.
    #[serde(default)]
    pub groups: Vec<crate::GroupId>,
}

/// How often an event has arrived at a channel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventTally {
    /// The event's mnemonic.
    pub event: String,
    /// First.
    pub first_at: At,
    /// Last.
    pub last_at: At,
    /// Times.
    pub count: i64,
    /// Times with a fault that lost something, in a row up to now.
    pub faults: i64,
}
