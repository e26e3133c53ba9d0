//! Who may do what: roles, and the channels an agent reaches.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{AgentId, ChannelId, Language};

/// What an agent is in the desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Sets everything up.
    Admin,
    /// Sees all channels.
    Supervisor,
    /// Talks to clients.
    Agent,
    /// «Внутренний сотрудник»: comments, never calls.
    Internal,
}

impl Role {
    /// All of them, the widest first.
    pub const ALL: [Self; 4] = [Self::Admin, Self::Supervisor, Self::Agent, Self::Internal];

    /// The name in the API and on the command line.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Admin => "admin",
            Self::Supervisor => "supervisor",
            Self::Agent => "agent",
            Self::Internal => "internal",
        }
    }

    /// Administrators and supervisors work in all channels.
    #[must_use]
    pub fn reaches_all_channels(self) -> bool {
        match self {
            Self::Admin | Self::Supervisor => true,
            Self::Agent | Self::Internal => false,
        }
    }

    /// An internal employee cannot make calls.
    #[must_use]
    pub fn may_call(self) -> bool {
        match self {
            Self::Admin | Self::Supervisor | Self::Agent => true,
            Self::Internal => false,
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A role we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a role: use admin, supervisor, agent or internal")]
pub struct UnknownRole(String);

impl FromStr for Role {
    type Err = UnknownRole;
    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL
            .into_iter()
            .find(|role| role.as_str() == text)
            .ok_or_else(|| UnknownRole(text.chars().take(40).collect()))
    }
}

/// The channels whose tickets and calls somebody sees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reach {
    /// All, those to come too.
    All,
    /// These.
    Only(Vec<ChannelId>),
}

impl Reach {
    /// Whether this channel is within it. What belongs to no channel is everybody's.
    #[must_use]
    pub fn covers(&self, channel: Option<ChannelId>) -> bool {
        match (self, channel) {
            (Self::All, _) | (Self::Only(_), None) => true,
            (Self::Only(ids), Some(id)) => ids.contains(&id),
        }
    }
}

/// Somebody who asks for something: an agent signed in or a key's owner.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Who.
    pub agent: AgentId,
    /// Their name, for history.
    pub name: String,
    /// As what.
    pub role: Role,
    /// In which channels.
    pub reach: Reach,
    /// In which language they read.
    pub language: Language,
    /// From where on the network they ask, for history; nobody knows on the command line.
    pub address: Option<String>,
}

impl Actor {
    /// Whether they set the desk up.
    #[must_use]
    pub fn is_admin(&self) -> bool {
        self.role == Role::Admin
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::At;

    #[test]
    fn an_agent_reaches_only_their_channels_and_what_belongs_to_none() {
        let mine = ChannelId::at(At::UNIX_EPOCH);
        let other = ChannelId::at(At::UNIX_EPOCH);
        let reach = Reach::Only(vec![mine]);
        assert!(reach.covers(Some(mine)));
        assert!(!reach.covers(Some(other)));
        assert!(reach.covers(None));
        assert!(Reach::All.covers(Some(other)));
    }

    #[test]
    fn every_role_reads_back_from_its_name() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("root".parse::<Role>().is_err());
    }
}
