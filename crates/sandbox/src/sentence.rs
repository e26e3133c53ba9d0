//! A sentence for a person, in the panel's two languages.

use std::fmt;

/// The same thing said twice; the panel's API says it in English, its page in the reader's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    pub(crate) russian: String,
    pub(crate) english: String,
}

/// What is said in Russian and in English.
pub(crate) fn said(russian: impl Into<String>, english: impl Into<String>) -> Sentence {
    Sentence {
        russian: russian.into(),
        english: english.into(),
    }
}

impl fmt::Display for Sentence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english)
    }
}
