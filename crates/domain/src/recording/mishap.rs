//! What goes wrong with fetching a recording, and how long it is put up with.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;

/// Why a recording could not be fetched.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mishap {
    /// The provider has it no longer.
    Gone,
    /// The provider has not put it together yet.
    NotReady,
    /// The host did not answer, or the sound broke off on its way.
    Unreached,
    /// The provider answered with this status code.
    Refused(u16),
    /// What came is no sound.
    NotSound,
    /// There was nothing in it.
    Empty,
    /// It is larger than the desk keeps.
    TooLarge,
    /// Its host is not among those allowed.
    HostNotAllowed,
    /// Our own storage could not take it.
    Storage,
}

impl Mishap {
    /// For how long such a thing may pass by itself.
    #[must_use]
    pub fn patience(self) -> SignedDuration {
        match self {
            Self::Gone | Self::TooLarge | Self::HostNotAllowed => SignedDuration::ZERO,
            // A page in its place is a fault at the provider that somebody there mends, or it is none.
            Self::NotSound | Self::Empty => SignedDuration::from_mins(60),
            // Put together within minutes as a rule; after a night it never will be.
            Self::NotReady => SignedDuration::from_hours(12),
            // A weekend without network or with a full disk.
            Self::Unreached | Self::Refused(_) | Self::Storage => SignedDuration::from_hours(72),
        }
    }
}

impl fmt::Display for Mishap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Gone => f.write_str("gone"),
            Self::NotReady => f.write_str("not_ready"),
            Self::Unreached => f.write_str("unreached"),
            Self::Refused(status) => write!(f, "refused_{status}"),
            Self::NotSound => f.write_str("not_sound"),
            Self::Empty => f.write_str("empty"),
            Self::TooLarge => f.write_str("too_large"),
            Self::HostNotAllowed => f.write_str("host_not_allowed"),
            Self::Storage => f.write_str("storage"),
        }
    }
}

/// A word that names no mishap.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not why a recording could not be fetched")]
pub struct UnknownMishap(String);

impl FromStr for Mishap {
    type Err = UnknownMishap;
    fn from_str(text: &str) -> Result<Self, UnknownMishap> {
        let unknown = || UnknownMishap(text.chars().take(40).collect());
        Ok(match text {
            "gone" => Self::Gone,
            "not_ready" => Self::NotReady,
            "unreached" => Self::Unreached,
            "not_sound" => Self::NotSound,
            "empty" => Self::Empty,
            "too_large" => Self::TooLarge,
            "host_not_allowed" => Self::HostNotAllowed,
            "storage" => Self::Storage,
            other => {
                let status = other.strip_prefix("refused_").ok_or_else(unknown)?;
                Self::Refused(status.parse().map_err(|_| unknown())?)
            }
        })
    }
}
