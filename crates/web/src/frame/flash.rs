//! What the last deed came to, as the frame tells it once: a sentence, and the way back where there is one.

use serde::{Deserialize, Serialize};

/// The longest sentence, in characters: it travels in a cookie.
const LONGEST: usize = 240;

/// A sentence about what was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flash {
    /// The sentence.
    pub text: String,
    /// How to take it back.
    pub undo: Option<Undo>,
    /// Whether it says that something was not done: what was typed is not forgotten then.
    #[serde(default)]
    pub refused: bool,
}

/// A form that takes something back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undo {
    /// Where it is sent.
    pub action: String,
    /// What is sent along; little, for it travels in a cookie.
    pub fields: Vec<(String, String)>,
}

impl Flash {
    /// Only told.
    #[must_use]
    pub fn said(text: impl AsRef<str>) -> Self {
        Self {
            text: text.as_ref().chars().take(LONGEST).collect(),
            undo: None,
            refused: false,
        }
    }

    /// Told of what was not done.
    #[must_use]
    pub fn refused(text: impl AsRef<str>) -> Self {
        Self {
            refused: true,
            ..Self::said(text)
        }
    }

    /// Told with a button that takes it back: it posts these fields to an address of ours.
    #[must_use]
    pub fn undo<'a>(
        mut self,
        action: &str,
        fields: impl IntoIterator<Item = (&'a str, &'a str)>,
    ) -> Self {
        let fields = fields.into_iter();
        self.undo = Some(Undo {
            action: action.to_owned(),
            fields: fields
                .map(|(name, value)| (name.to_owned(), value.to_owned()))
                .collect(),
        });
        self
    }
}
