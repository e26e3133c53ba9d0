//! A message played to somebody on the line.

use serde::Serialize;

/// What a message is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A file of the account.
    Media,
    /// A text that is spoken.
    Tts,
}

/// A message: a file or a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Message {
    /// What it is made of.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The id of the file as text, or the text.
    pub value: String,
}

impl Message {
    /// A file of the account, by its id.
    #[must_use]
    pub fn media(id: i64) -> Self {
        Self {
            kind: Kind::Media,
            value: id.to_string(),
        }
    }

    /// A text that is spoken.
    #[must_use]
    pub fn spoken(text: impl Into<String>) -> Self {
        Self {
            kind: Kind::Tts,
            value: text.into(),
        }
    }
}
