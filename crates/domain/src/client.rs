//! Clients: people who call or are called.

use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{AgentId, At, ClientId, Email, PhoneNumber};

/// A person who calls or is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Client {
    /// Their id.
    pub id: ClientId,
    /// A name, or the number in its place.
    pub name: String,
    /// Whether the name is a name, not a number in its place.
    pub named: bool,
    /// Numbers, the primary one first.
    pub phones: Vec<Phone>,
    /// Addresses.
    pub emails: Vec<Email>,
    /// Company.
    pub company: Option<String>,
    /// What to know when they call, in Markdown.
    pub note: Option<String>,
    /// Comes first.
    pub vip: bool,
    /// Their calls are filed as spam.
    pub spammer: bool,
    /// Who answers for them, when a person has said so.
    pub responsible_id: Option<AgentId>,
    /// Since when.
    pub created_at: At,
    /// The last change.
    pub updated_at: At,
    /// When they last called or were called.
    pub last_contact_at: Option<At>,
    /// Grows with each change that a person makes.
    pub version: i64,
}

impl Client {
    /// The longest name, in characters.
    pub const LONGEST_NAME: usize = 120;
    /// The longest note, in characters.
    pub const LONGEST_NOTE: usize = 4000;
}

/// A client's number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phone {
    /// E.164.
    pub number: PhoneNumber,
    /// Which of their phones.
    #[serde(default)]
    pub kind: PhoneKind,
}

/// Which of a client's phones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PhoneKind {
    /// Mobile.
    Mobile,
    /// At home.
    Home,
    /// At work.
    Work,
    /// A fax.
    Fax,
    /// Not said.
    #[default]
    Other,
}

impl PhoneKind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Mobile, Self::Home, Self::Work, Self::Fax, Self::Other];

    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Mobile => "mobile",
            Self::Home => "home",
            Self::Work => "work",
            Self::Fax => "fax",
            Self::Other => "other",
        }
    }

    /// Russian mobile codes start with 9; elsewhere nothing is assumed.
    #[must_use]
    pub fn of(number: &PhoneNumber) -> Self {
        if number.as_str().starts_with("+79") {
            Self::Mobile
        } else {
            Self::Other
        }
    }
}

/// A kind of phone we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of phone: use mobile, home, work, fax or other")]
pub struct UnknownPhoneKind(String);

impl FromStr for PhoneKind {
    type Err = UnknownPhoneKind;
    fn from_str(text: &str) -> Result<Self, UnknownPhoneKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownPhoneKind(text.chars().take(40).collect()))
    }
}
