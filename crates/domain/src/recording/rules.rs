//! A channel's rules about its recordings: who may listen, how long they are kept.

use std::str::FromStr;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};

use crate::{Actor, AgentId, At, Role};

/// A channel's rules about its recordings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Which agents may listen.
    pub listening: Listening,
    /// For so many days they are kept; nothing: for good.
    pub keep_days: Option<i64>,
    /// For so many days the provider keeps them, by its tariff.
    pub provider_days: i64,
    /// In which channel of a stereo recording the agent speaks: 0 is left.
    pub agent_side: u8,
}

/// Which agents may listen to a channel's recordings. Supervisors may everywhere, internal employees nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Listening {
    /// All who work in the channel.
    #[default]
    Everybody,
    /// Each to the calls that were theirs.
    OwnCalls,
    /// None.
    Supervisors,
}

impl Rules {
    /// The most days that can be asked for: ten years.
    pub const MOST_DAYS: i64 = 3650;

    /// Whether somebody may listen to a call of this agent.
    #[must_use]
    pub fn lets_listen(&self, actor: &Actor, agent: Option<AgentId>) -> bool {
        match actor.role {
            Role::Admin | Role::Supervisor => true,
            Role::Internal => false,
            Role::Agent => match self.listening {
                Listening::Everybody => true,
                Listening::OwnCalls => agent == Some(actor.agent),
                Listening::Supervisors => false,
            },
        }
    }

    /// Recordings of calls that began before this moment are kept no longer.
    #[must_use]
    pub fn kept_since(&self, now: At) -> Option<At> {
        let days = self.keep_days?;
        now.checked_sub(SignedDuration::from_hours(24 * days)).ok()
    }

    /// When the provider is likely to throw the recording of a call away.
    #[must_use]
    pub fn lost_at(&self, called_at: At) -> At {
        let kept = SignedDuration::from_hours(24 * self.provider_days);
        called_at.checked_add(kept).unwrap_or(called_at)
    }
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            listening: Listening::default(),
            keep_days: None,
            // The shortest that is told of UIS: its tariffs keep for 30 days to 12 months.
            provider_days: 30,
            agent_side: 0,
        }
    }
}

impl Listening {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Everybody, Self::OwnCalls, Self::Supervisors];

    /// The name in forms and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Everybody => "everybody",
            Self::OwnCalls => "own_calls",
            Self::Supervisors => "supervisors",
        }
    }
}

/// A word that does not say who may listen.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` does not say who may listen: use everybody, own_calls or supervisors")]
pub struct UnknownListening(String);

impl FromStr for Listening {
    type Err = UnknownListening;
    fn from_str(text: &str) -> Result<Self, UnknownListening> {
        Self::ALL
            .into_iter()
            .find(|one| one.as_str() == text)
            .ok_or_else(|| UnknownListening(text.chars().take(40).collect()))
    }
}
