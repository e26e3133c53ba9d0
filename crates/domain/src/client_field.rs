//! Fields of clients that administrators add: what they are called, what they take, and how a value is read.

use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::FieldId;
use crate::text::{TextFault, one_line};

/// A field of clients besides those that all desks have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientField {
    /// Its id.
    pub id: FieldId,
    /// What it is called.
    pub name: String,
    /// What it takes.
    pub kind: FieldKind,
    /// What may be chosen, for a choice.
    pub choices: Vec<String>,
    /// Its place among the others.
    pub place: i64,
}

/// What a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum FieldKind {
    /// One line.
    Text,
    /// A number.
    Number,
    /// A day.
    Date,
    /// One of several.
    Choice,
    /// Yes or no.
    Checkbox,
    /// An address in the web.
    Link,
}

impl FieldKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Number,
        Self::Date,
        Self::Choice,
        Self::Checkbox,
        Self::Link,
    ];

    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::Checkbox => "checkbox",
            Self::Link => "link",
        }
    }
}

/// A kind of field we do not have.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a kind of field: use text, number, date, choice, checkbox or link")]
pub struct UnknownFieldKind(String);

impl FromStr for FieldKind {
    type Err = UnknownFieldKind;
    fn from_str(text: &str) -> Result<Self, UnknownFieldKind> {
        Self::ALL
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownFieldKind(text.chars().take(40).collect()))
    }
}

/// Why a value was not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WrongValue {
    /// More characters than allowed.
    #[error("the value is longer than {0} characters")]
    TooLong(usize),
    /// Not a number.
    #[error("this is not a number")]
    NotANumber,
    /// Not a day.
    #[error("this is not a day")]
    NotADate,
    /// None of the choices.
    #[error("this is none of the choices")]
    NotAmong(Vec<String>),
    /// Neither yes nor no.
    #[error("this is neither yes nor no")]
    NotYesNo,
    /// Not an address in the web.
    #[error("this is not an address in the web")]
    NotALink,
}

/// Words that mean yes, in tables that people keep.
const YES: [&str; 8] = ["true", "1", "yes", "y", "on", "да", "+", "истина"];
/// Words that mean no.
const NO: [&str; 8] = ["false", "0", "no", "n", "off", "нет", "-", "ложь"];
/// What a ticked box is kept as.
pub const TICKED: &str = "true";

impl ClientField {
    /// The longest name, in characters.
    pub const LONGEST_NAME: usize = 60;
    /// The longest value, in characters: an index holds it.
    pub const LONGEST_VALUE: usize = 500;
    /// The most choices.
    pub const MOST_CHOICES: usize = 100;

    /// What is kept of a value as typed: one spelling for each; nothing typed is no value.
    pub fn read(&self, typed: &str) -> Result<Option<String>, WrongValue> {
        let line = match one_line(typed, Self::LONGEST_VALUE) {
            Ok(line) => line,
            Err(TextFault::Empty) => return Ok(None),
            Err(TextFault::TooLong(longest)) => return Err(WrongValue::TooLong(longest)),
        };
        match self.kind {
            FieldKind::Text => Ok(Some(line)),
            FieldKind::Number => number(&line).map(Some),
            FieldKind::Date => day(&line).map(|day| Some(day.to_string())),
            FieldKind::Choice => self.choice(&line).map(Some),
            FieldKind::Checkbox => Ok(yes_or_no(&line)
                .ok_or(WrongValue::NotYesNo)?
                .then(|| TICKED.to_owned())),
            FieldKind::Link => link(&line).map(Some),
        }
    }

    fn choice(&self, line: &str) -> Result<String, WrongValue> {
        let wanted = line.to_lowercase();
        self.choices
            .iter()
            .find(|choice| choice.to_lowercase() == wanted)
            .cloned()
            .ok_or_else(|| WrongValue::NotAmong(self.choices.clone()))
    }
}

/// Reads a yes or a no in either language.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    let word = text.trim().to_lowercase();
    if YES.contains(&word.as_str()) {
        Some(true)
    } else if NO.contains(&word.as_str()) {
        Some(false)
    } else {
        None
    }
}

/// `1 234,50` is `1234.5`.
fn number(line: &str) -> Result<String, WrongValue> {
    const MOST_DIGITS: usize = 15;
    let plain: String = line
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            ',' => '.',
            '−' => '-',
            other => other,
        })
        .collect();
    let digits = plain.chars().filter(char::is_ascii_digit).count();
    let sound = (1..=MOST_DIGITS).contains(&digits)
        && plain
            .chars()
            .all(|c| c.is_ascii_digit() || "+-.".contains(c));
    let value: f64 = plain.parse().map_err(|_| WrongValue::NotANumber)?;
    // Rust writes a number shortest, and without an exponent.
    if sound {
        Ok(format!("{value}"))
    } else {
        Err(WrongValue::NotANumber)
    }
}

/// `2026-03-28` or `28.03.2026`.
fn day(line: &str) -> Result<Date, WrongValue> {
    line.parse()
        .ok()
        .or_else(|| Date::strptime("%d.%m.%Y", line).ok())
        .ok_or(WrongValue::NotADate)
}

/// With its scheme; one without gets `https://`.
fn link(line: &str) -> Result<String, WrongValue> {
    let lower = line.to_ascii_lowercase();
    let whole = if lower.starts_with("http://") || lower.starts_with("https://") {
        line.to_owned()
    } else {
        format!("https://{line}")
    };
    let host = whole.split("://").nth(1).unwrap_or_default();
    let host = host.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "443"));
    let sound = !whole.chars().any(char::is_whitespace)
        && name.contains('.')
        && !name.starts_with('.')
        && !name.ends_with('.')
        && port.parse::<u16>().is_ok();
    if sound {
        Ok(whole)
    } else {
        Err(WrongValue::NotALink)
    }
}

#[cfg(test)]
mod tests;
