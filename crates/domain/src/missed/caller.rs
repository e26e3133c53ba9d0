//! Whose calls are counted together: a client's, or those of a number that is nobody's.

use std::fmt;
use std::str::FromStr;

use crate::{Call, ClientId};

/// Whoever calls.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caller {
    /// A client, by whichever number.
    Client(ClientId),
    /// A number that is nobody's, such as one inside the PBX.
    Number(String),
}

impl Caller {
    /// Whose call it is; nothing when the number is hidden or not told: nobody can be called back.
    #[must_use]
    pub fn of(call: &Call) -> Option<Self> {
        if let Some(client) = call.client_id {
            return Some(Self::Client(client));
        }
        let number = call.facts.client.as_ref()?.as_text()?;
        Some(Self::Number(number.to_owned()))
    }
}

impl fmt::Display for Caller {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Client(id) => fmt::Display::fmt(id, f),
            Self::Number(number) => f.write_str(number),
        }
    }
}

impl FromStr for Caller {
    type Err = std::convert::Infallible;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Ok(match text.parse() {
            Ok(client) => Self::Client(client),
            Err(_) => Self::Number(text.to_owned()),
        })
    }
}
