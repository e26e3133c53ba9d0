//! Phone numbers: E.164 inside, any spelling outside; and the parties that have none.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

mod reading;
pub use reading::{Country, NotAPhone};

/// A telephone number in E.164, with its plus.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PhoneNumber(String);

impl PhoneNumber {
    /// Reads any spelling: `8 (916) 204-18-37`, `7916…`, `+7 916…`, `00 44 …`; a number without a country code is of `country`.
    pub fn parse(text: &str, country: Country) -> Result<Self, NotAPhone> {
        reading::read(text, country).map(Self)
    }

    /// E.164: `+79162041837`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As the provider writes it: digits without the plus.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }

    /// For people: `+7 916 204-18-37`.
    #[must_use]
    pub fn pretty(&self) -> String {
        reading::pretty(&self.0)
    }

    /// With its middle hidden, for logs.
    #[must_use]
    pub fn masked(&self) -> String {
        let tail = self.0.len().saturating_sub(2);
        let head = 3.min(tail);
        format!("{}…{}", &self.0[..head], &self.0[tail..])
    }
}

impl fmt::Display for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.masked())
    }
}

impl FromStr for PhoneNumber {
    type Err = NotAPhone;
    fn from_str(text: &str) -> Result<Self, NotAPhone> {
        Self::parse(text, Country::default())
    }
}

impl TryFrom<String> for PhoneNumber {
    type Error = NotAPhone;
    fn try_from(text: String) -> Result<Self, NotAPhone> {
        text.parse()
    }
}

impl From<PhoneNumber> for String {
    fn from(number: PhoneNumber) -> String {
        number.0
    }
}

/// One end of a call, as the provider names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// A telephone number.
    Phone(PhoneNumber),
    /// A short or SIP number inside the PBX (`0288101`, `101`).
    Inside(String),
    /// The number is hidden.
    Withheld,
}

impl Party {
    /// Reads what the provider sent in a number's place; nothing sent is `None`.
    #[must_use]
    pub fn read(text: &str, country: Country) -> Option<Self> {
        reading::party(text, country)
    }

    /// The telephone number, when there is one.
    #[must_use]
    pub fn phone(&self) -> Option<&PhoneNumber> {
        match self {
            Self::Phone(number) => Some(number),
            Self::Inside(_) | Self::Withheld => None,
        }
    }

    /// How it is kept and given out by the API: E.164, the inside number, or nothing.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Phone(number) => Some(number.as_str()),
            Self::Inside(number) => Some(number),
            Self::Withheld => None,
        }
    }
}
