//! Extensions: capabilities that an administrator turns on, for the desk and channel by channel.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::call::{Facts, Outcome, State};
use crate::{ChannelId, Role};

/// «Расшифровка звонка» as administrators have set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Transcription {
    /// Whether it is on at all.
    pub enabled: bool,
    /// Who turns speech into text.
    pub recognised_by: Recogniser,
    /// Which calls are transcribed by themselves.
    pub when: When,
    /// Two-letter code of the language that is spoken; nothing: found out call by call.
    pub language: Option<String>,
    /// Names and products that may be said.
    pub names: Vec<String>,
    /// What is heard wrongly again and again, and what it should be.
    pub corrections: Vec<(String, String)>,
    /// How many minutes of sound a month may be transcribed; nothing: any number.
    pub limit_minutes: Option<u32>,
    /// Who reads numbers of cards and documents, besides administrators.
    pub sees_secrets: Vec<Role>,
    /// The rules by which promises are found, a line each; nothing: those the desk comes with.
    pub promises: Option<String>,
    /// Channels that differ from the desk.
    pub channels: BTreeMap<ChannelId, InChannel>,
}

/// Who turns speech into text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Recogniser {
    /// The engine of the server's settings: inside, or at an address.
    #[default]
    Server,
    /// The telephony provider, which has the recordings anyway.
    Provider,
}

impl Recogniser {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Server, Self::Provider];

    /// The name in the API and in settings.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Server => "server",
            Self::Provider => "provider",
        }
    }
}

/// Which calls are transcribed without anybody asking; missed ones never are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(tag = "mode", rename_all = "snake_case")]
pub enum When {
    /// None.
    #[default]
    OnDemand,
    /// All that somebody has talked in.
    AllCalls,
    /// Those that somebody has talked in for longer.
    LongerThan {
        /// Than so many seconds.
        seconds: u32,
    },
}

/// How a channel differs from the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InChannel {
    /// Whether it is on here, when it is on at all.
    pub enabled: bool,
    /// The language that is spoken here: a two-letter code, `auto`, or nothing for the desk's.
    pub language: Option<String>,
}

impl Default for InChannel {
    fn default() -> Self {
        Self {
            enabled: true,
            language: None,
        }
    }
}

/// Languages that can be chosen.
pub const LANGUAGES: [&str; 2] = ["ru", "en"];
/// A language that is to be found out.
pub const ANY_LANGUAGE: &str = "auto";

impl Default for Transcription {
    fn default() -> Self {
        Self {
            enabled: false,
            recognised_by: Recogniser::default(),
            when: When::default(),
            language: None,
            names: Vec::new(),
            corrections: Vec::new(),
            limit_minutes: None,
            sees_secrets: vec![Role::Supervisor],
            promises: None,
            channels: BTreeMap::new(),
        }
    }
}

impl Transcription {
    /// What holds in a channel.
    #[must_use]
    pub fn in_channel(&self, id: ChannelId) -> InChannel {
        self.channels.get(&id).cloned().unwrap_or_default()
    }

    /// Whether it is on in a channel.
    #[must_use]
    pub fn is_on(&self, id: ChannelId) -> bool {
        self.enabled && self.in_channel(id).enabled
    }

    /// The language spoken in a channel; nothing when it is to be found out.
    #[must_use]
    pub fn language_in(&self, id: ChannelId) -> Option<String> {
        let own = self.in_channel(id).language;
        own.or_else(|| self.language.clone())
            .filter(|language| language != ANY_LANGUAGE)
    }

    /// Whether somebody in this role reads numbers of cards and documents.
    #[must_use]
    pub fn shows_secrets_to(&self, role: Role) -> bool {
        role == Role::Admin || self.sees_secrets.contains(&role)
    }

    /// Whether a call of this channel is transcribed by itself.
    #[must_use]
    pub fn wants(&self, channel: ChannelId, facts: &Facts) -> bool {
        let talked = facts.state == State::Finished && facts.outcome == Outcome::Talked;
        if !self.is_on(channel) || !talked {
            return false;
        }
        match self.when {
            When::OnDemand => false,
            When::AllCalls => true,
            When::LongerThan { seconds } => facts.talk_seconds > Some(i64::from(seconds)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::At;

    #[test]
    fn a_channel_is_as_the_desk_unless_it_differs() {
        let (here, there) = (ChannelId::at(At::UNIX_EPOCH), ChannelId::at(At::UNIX_EPOCH));
        let mut set = Transcription {
            enabled: true,
            language: Some("ru".to_owned()),
            ..Transcription::default()
        };
        let differs = InChannel {
            enabled: false,
            language: Some(ANY_LANGUAGE.to_owned()),
        };
        set.channels.insert(there, differs);
        assert!(set.is_on(here) && !set.is_on(there));
        assert_eq!(set.language_in(here).as_deref(), Some("ru"));
        assert_eq!(set.language_in(there), None);
        set.enabled = false;
        assert!(!set.is_on(here));
    }

    #[test]
    fn administrators_always_see_what_is_masked_and_others_as_it_was_set() {
        let set = Transcription::default();
        let sees: Vec<Role> = Role::ALL
            .into_iter()
            .filter(|role| set.shows_secrets_to(*role))
            .collect();
        assert_eq!(sees, [Role::Admin, Role::Supervisor]);
    }

    #[test]
    fn settings_of_before_read_with_what_came_since() {
        let read: Transcription = serde_json::from_str(r#"{"enabled":true}"#).unwrap();
        assert!(read.enabled && read.when == When::OnDemand);
        let written = serde_json::to_string(&Transcription {
            when: When::LongerThan { seconds: 30 },
            ..read
        })
        .unwrap();
        let again: Transcription = serde_json::from_str(&written).unwrap();
        assert_eq!(again.when, When::LongerThan { seconds: 30 });
    }
}
