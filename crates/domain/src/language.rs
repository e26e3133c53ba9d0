//! The two languages of the interface.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A language of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Russian.
    #[default]
    Ru,
    /// English.
    En,
}

impl Language {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Ru, Self::En];

    /// The BCP 47 tag, as in `<html lang>`.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ru => "ru",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

/// A language we do not speak.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a language of the desk: use ru or en")]
pub struct UnknownLanguage(String);

impl FromStr for Language {
    type Err = UnknownLanguage;
    fn from_str(text: &str) -> Result<Self, UnknownLanguage> {
        match text {
            "ru" => Ok(Self::Ru),
            "en" => Ok(Self::En),
            other => Err(UnknownLanguage(other.to_owned())),
        }
    }
}
