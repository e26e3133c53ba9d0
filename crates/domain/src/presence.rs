//! Who is here: what somebody has set by hand, and what their open tabs tell.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::At;

/// What somebody is for their colleagues.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// At the desk.
    Online,
    /// Not at the desk.
    Away,
    /// At the desk, and not to be disturbed.
    DoNotDisturb,
}

impl Presence {
    /// All of them; each can also be set by hand.
    pub const ALL: [Self; 3] = [Self::Online, Self::Away, Self::DoNotDisturb];

    /// The name in the API and in the database.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Online => "online",
            Self::Away => "away",
            Self::DoNotDisturb => "do_not_disturb",
        }
    }
}

impl fmt::Display for Presence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// No such state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("use online, away or do_not_disturb")]
pub struct UnknownPresence;

impl FromStr for Presence {
    type Err = UnknownPresence;
    fn from_str(text: &str) -> Result<Self, UnknownPresence> {
        let found = Self::ALL.into_iter().find(|one| one.as_str() == text);
        found.ok_or(UnknownPresence)
    }
}

/// What somebody has set by hand; [`Presence::Online`] lets their tabs tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PresenceChoice {
    /// What.
    pub choice: Presence,
    /// Until when; nothing: until they set it anew.
    pub until: Option<At>,
}

impl PresenceChoice {
    /// Nothing set: their tabs tell.
    pub const BY_TABS: Self = Self {
        choice: Presence::Online,
        until: None,
    };

    /// What counts at this moment.
    #[must_use]
    pub fn at(self, now: At) -> Presence {
        match self.until {
            Some(until) if until <= now => Presence::Online,
            Some(_) | None => self.choice,
        }
    }
}

/// What somebody's open tabs tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tabs {
    /// One is open, and was touched not long ago.
    InUse,
    /// Open, but nobody has touched them for a while.
    Idle,
    /// None is open.
    None,
}

/// What somebody is for their colleagues at this moment.
#[must_use]
pub fn presence(set: PresenceChoice, tabs: Tabs, now: At) -> Presence {
    match (set.at(now), tabs) {
        (_, Tabs::None) | (Presence::Away, Tabs::InUse | Tabs::Idle) => Presence::Away,
        (Presence::Online, Tabs::Idle) => Presence::Away,
        (Presence::Online, Tabs::InUse) => Presence::Online,
        (Presence::DoNotDisturb, Tabs::InUse | Tabs::Idle) => Presence::DoNotDisturb,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn second(n: i64) -> At {
        At::from_second(1_774_704_547 + n).unwrap()
    }

    #[test]
    fn tabs_tell_until_something_is_set_by_hand() {
        let by_tabs = PresenceChoice::BY_TABS;
        assert_eq!(presence(by_tabs, Tabs::InUse, second(0)), Presence::Online);
        assert_eq!(presence(by_tabs, Tabs::Idle, second(0)), Presence::Away);
        let quiet = PresenceChoice {
            choice: Presence::DoNotDisturb,
            until: Some(second(60)),
        };
        assert_eq!(
            presence(quiet, Tabs::Idle, second(59)),
            Presence::DoNotDisturb
        );
        assert_eq!(presence(quiet, Tabs::InUse, second(60)), Presence::Online);
        let away = PresenceChoice {
            choice: Presence::Away,
            until: None,
        };
        assert_eq!(presence(away, Tabs::InUse, second(0)), Presence::Away);
    }

    #[test]
    fn without_a_tab_nobody_is_there_whatever_they_have_set() {
        for choice in Presence::ALL {
            let set = PresenceChoice {
                choice,
                until: None,
            };
            assert_eq!(presence(set, Tabs::None, second(0)), Presence::Away);
        }
    }

    #[test]
    fn names_read_back() {
        for one in Presence::ALL {
            assert_eq!(one.as_str().parse(), Ok(one));
        }
        assert!("busy".parse::<Presence>().is_err());
    }
}
