//! Requests that a channel's door did not let in.

use std::str::FromStr;

use crate::{At, ChannelId};

/// Requests of one sender refused for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Who sent them; "" when that is not known.
    pub address: String,
    /// Why.
    pub because: RefusedBecause,
    /// A few characters of the token they came with, or "".
    pub hint: String,
    /// The channel whose token it is, when it is one's.
    pub channel_id: Option<ChannelId>,
    /// How many.
    pub count: i64,
    /// First.
    pub first_at: At,
    /// Last.
    pub last_at: At,
}

/// Why a request was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusedBecause {
    /// It carried no token.
    NoToken,
    /// No channel has such a token.
    UnknownToken,
    /// The token was revoked, or its channel taken down.
    RevokedToken,
    /// The token is good, and came from outside the provider's networks.
    Elsewhere,
    /// It was larger than is taken.
    TooLarge,
}

impl RefusedBecause {
    /// All of them.
    pub const ALL: [Self; 5] = [
        Self::NoToken,
        Self::UnknownToken,
        Self::RevokedToken,
        Self::Elsewhere,
        Self::TooLarge,
    ];

    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::NoToken => "no_token",
            Self::UnknownToken => "unknown_token",
            Self::RevokedToken => "revoked_token",
            Self::Elsewhere => "elsewhere",
            Self::TooLarge => "too_large",
        }
    }
}

/// A reason we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a reason to refuse a request")]
pub struct UnknownReason(String);

impl FromStr for RefusedBecause {
    type Err = UnknownReason;
    fn from_str(text: &str) -> Result<Self, UnknownReason> {
        Self::ALL
            .into_iter()
            .find(|reason| reason.as_str() == text)
            .ok_or_else(|| UnknownReason(text.to_owned()))
    }
}
