//! Promises: «перезвоню завтра» in what an agent said, found by rules that administrators edit.
//!
//! A rule is a line: what is said, `=`, when to be reminded of it. Words are met in any form, with a few others between them;
//! `{n}` is a number: `перезвоню через {n} минут = через {n} минут`. Lines that begin with `#` say nothing.

mod rule;
mod when;

use jiff::Zoned;

use crate::At;
use rule::Rule;
pub use when::When;

/// The rules the desk comes with.
pub const USUAL: &str = include_str!("promise/usual.txt");

/// Rules as they were read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

/// A line that is no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line} is not a rule: {text}")]
pub struct WrongRule {
    /// Its number, from 1.
    pub line: usize,
    /// What stands there.
    pub text: String,
}

/// A promise that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The words in which it was given.
    pub phrase: String,
    /// When one should be reminded.
    pub remind_at: At,
}

impl Rules {
    /// Reads rules, a line each.
    pub fn read(text: &str) -> Result<Self, WrongRule> {
        let mut rules = Vec::new();
        for (place, line) in text.lines().enumerate() {
            let line = line.trim();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let rule = Rule::read(line).ok_or_else(|| WrongRule {
                line: place + 1,
                text: line.chars().take(80).collect(),
            })?;
            rules.push(rule);
        }
        Ok(Self(rules))
    }

    /// The promise in a text that was said at this moment, by the first rule that finds one to come.
    #[must_use]
    pub fn find(&self, text: &str, said: &Zoned) -> Option<Found> {
        let found = self.0.iter().find_map(|rule| rule.find(text, said));
        found.filter(|found| found.remind_at > said.timestamp())
    }
}

#[cfg(test)]
mod tests;
