//! How a live call stands for the agent whose it is: what the provider's notifications need not tell.

use std::fmt;
use std::str::FromStr;

use crate::At;

/// How a live call stands for the agent whose it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    /// They talk with the client.
    Talking,
    /// The client waits.
    Held,
    /// The client waits while they dial or talk to somebody else.
    Consulting,
    /// They have left the client with somebody else.
    PassedOn,
}

impl Stance {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Talking, Self::Held, Self::Consulting, Self::PassedOn];

    /// Its name where it is kept.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Talking => "talking",
            Self::Held => "held",
            Self::Consulting => "consulting",
            Self::PassedOn => "passed_on",
        }
    }
}

/// A word that names no stance.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not how a live call can stand")]
pub struct UnknownStance(String);

impl FromStr for Stance {
    type Err = UnknownStance;
    fn from_str(text: &str) -> Result<Self, UnknownStance> {
        Self::ALL
            .into_iter()
            .find(|stance| stance.as_str() == text)
            .ok_or_else(|| UnknownStance(text.chars().take(40).collect()))
    }
}

impl fmt::Display for Stance {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How a call that was steered stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steered {
    /// How.
    pub stance: Stance,
    /// Who is dialled meanwhile, or has taken over: a name or a number.
    pub third: Option<String>,
    /// Since when.
    pub since: At,
}

/// A call was steered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turn {
    /// When.
    pub at: At,
    /// How it has stood since.
    pub stance: Stance,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stance_reads_back_from_its_name() {
        for stance in Stance::ALL {
            assert_eq!(stance.as_str().parse(), Ok(stance));
        }
        assert!("singing".parse::<Stance>().is_err());
    }
}
