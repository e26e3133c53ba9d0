//! Forms: what is wrong with what was typed, and the choices of a list. What was typed itself stays in the page.

use std::collections::BTreeMap;

/// Mistakes by field; the empty name is the form as a whole.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Mistakes(BTreeMap<String, String>);

impl Mistakes {
    /// Notes what is wrong with a field, in words; the first word about a field stays.
    pub fn note(&mut self, field: &str, what: impl Into<String>) {
        self.0
            .entry(field.to_owned())
            .or_insert_with(|| what.into());
    }

    /// What is wrong with this field: "" when nothing is.
    #[must_use]
    pub fn of(&self, field: &str) -> &str {
        self.0.get(field).map_or("", String::as_str)
    }

    /// Whether the form can be taken.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// One choice of a select or of radio buttons.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Whether it is the chosen one.
    pub chosen: bool,
}
