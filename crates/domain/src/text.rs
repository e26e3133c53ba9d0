//! Short texts that people type: trimmed, one line, bounded.

use serde::{Deserialize, Serialize};

/// Why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextFault {
    /// Nothing but spaces.
    #[error("the text is empty")]
    Empty,
    /// More characters than allowed.
    #[error("the text is longer than {0} characters")]
    TooLong(usize),
}

/// Trims, joins lines and folds runs of white space; refuses the empty and the too long.
pub fn one_line(text: &str, longest: usize) -> Result<String, TextFault> {
    let joined = text
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    bounded(joined, longest)
}

/// Trims and keeps lines; refuses the empty and the too long.
pub fn many_lines(text: &str, longest: usize) -> Result<String, TextFault> {
    let kept: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter(|c| *c == '\n' || *c == '\t' || !c.is_control())
        .collect();
    bounded(kept.trim().to_owned(), longest)
}

fn bounded(text: String, longest: usize) -> Result<String, TextFault> {
    if text.is_empty() {
        return Err(TextFault::Empty);
    }
    if text.chars().count() > longest {
        return Err(TextFault::TooLong(longest));
    }
    Ok(text)
}

/// What a ticket is about, at most 255 characters.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Subject(String);

impl Subject {
    /// The longest subject, in characters.
    pub const LONGEST: usize = 255;

    /// Reads a subject as typed.
    pub fn parse(text: &str) -> Result<Self, TextFault> {
        one_line(text, Self::LONGEST).map(Self)
    }

    /// A dash: where nothing can be said.
    #[must_use]
    pub fn dash() -> Self {
        Self("—".to_owned())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_is_folded_and_trimmed() {
        assert_eq!(
            one_line("  Отдел \n доставки ", 80).unwrap(),
            "Отдел доставки"
        );
    }

    #[test]
    fn an_empty_text_is_refused() {
        assert_eq!(one_line(" \t\n", 80), Err(TextFault::Empty));
    }

    #[test]
    fn length_is_counted_in_characters_not_bytes() {
        assert!(one_line("ёёё", 3).is_ok());
        assert_eq!(one_line("ёёёё", 3), Err(TextFault::TooLong(3)));
    }
}
