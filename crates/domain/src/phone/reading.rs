//! How a spelling becomes E.164, and E.164 a spelling for people.

use std::fmt;
use std::str::FromStr;

use phonenumber::Mode;
use phonenumber::country::Id;
use serde::{Deserialize, Serialize};

use super::{Party, PhoneNumber};

/// The country whose numbers may be written without its code: ISO 3166, two letters.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Country(Id);

impl Default for Country {
    fn default() -> Self {
        Self(Id::RU)
    }
}

/// Two letters that are no country with telephones.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a country: use its two letters, such as RU or KZ")]
pub struct UnknownCountry(String);

impl FromStr for Country {
    type Err = UnknownCountry;
    fn from_str(text: &str) -> Result<Self, UnknownCountry> {
        let upper = text.trim().to_ascii_uppercase();
        upper
            .parse()
            .map(Self)
            .map_err(|_| UnknownCountry(text.chars().take(20).collect()))
    }
}

impl TryFrom<String> for Country {
    type Error = UnknownCountry;
    fn try_from(text: String) -> Result<Self, UnknownCountry> {
        text.parse()
    }
}

impl From<Country> for String {
    fn from(country: Country) -> String {
        country.to_string()
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_ref())
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// A text that cannot be dialled.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("this is not a telephone number: write it as +7 916 204-18-37")]
pub struct NotAPhone;

/// E.164 allows 15 digits; the shortest real subscriber numbers with a country code have 8.
const DIGITS: std::ops::RangeInclusive<usize> = 8..=15;

/// Reads any spelling into E.164.
pub(super) fn read(text: &str, country: Country) -> Result<String, NotAPhone> {
    let text = before_dial_ahead(text.trim());
    if text.chars().any(|c| c.is_alphabetic()) {
        return Err(NotAPhone);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.starts_with('+') {
        return international(&digits);
    }
    if let Some(rest) = digits.strip_prefix("00") {
        return international(rest);
    }
    if country == Country::default() {
        if let Some(number) = russian(&digits) {
            return Ok(number);
        }
    } else if let Some(number) = by_plan(&digits, Some(country.0)) {
        return Ok(number);
    }
    // The provider writes E.164 without the plus.
    if digits.starts_with('0') || digits.len() < 10 {
        Err(NotAPhone)
    } else {
        international(&digits)
    }
}

/// The part before dial-ahead digits (`…9.2.3`, `…,,12`, `… доб. 12`): those are pressed after the answer.
fn before_dial_ahead(text: &str) -> &str {
    let lower = text.find([',', ';', '#']).map_or(text, |at| &text[..at]);
    let dotted = lower.find("доб").map_or(lower, |at| &lower[..at]);
    let digits_before = dotted
        .find('.')
        .filter(|at| dotted[..*at].bytes().filter(u8::is_ascii_digit).count() >= 10);
    digits_before.map_or(dotted, |at| &dotted[..at]).trim()
}

/// The commonest case, without the plans: ten digits, or eleven with 7 or 8 before them.
fn russian(digits: &str) -> Option<String> {
    let subscriber = match digits.len() {
        10 => digits,
        11 if digits.starts_with('7') || digits.starts_with('8') => &digits[1..],
        _ => return None,
    };
    // Area and mobile codes start with 3, 4, 8, 9; 6 and 7 are Kazakhstan's, of the same country code.
    matches!(
        subscriber.as_bytes()[0],
        b'3' | b'4' | b'6' | b'7' | b'8' | b'9'
    )
    .then(|| format!("+7{subscriber}"))
}

fn by_plan(digits: &str, country: Option<Id>) -> Option<String> {
    let parsed = phonenumber::parse(country, digits).ok()?;
    phonenumber::is_valid(&parsed).then(|| parsed.format().mode(Mode::E164).to_string())
}

fn international(digits: &str) -> Result<String, NotAPhone> {
    if digits.starts_with('0') || !DIGITS.contains(&digits.len()) {
        return Err(NotAPhone);
    }
    // Plans differ in what they allow after the country code (a zero, a trunk digit): let them normalise what they know.
    Ok(by_plan(&format!("+{digits}"), None).unwrap_or_else(|| format!("+{digits}")))
}

/// `+7 916 204-18-37`; other countries as their own plans write it.
pub(super) fn pretty(e164: &str) -> String {
    if let Some(rest) = e164.strip_prefix("+7").filter(|rest| rest.len() == 10) {
        return format!(
            "+7 {} {}-{}-{}",
            &rest[..3],
            &rest[3..6],
            &rest[6..8],
            &rest[8..]
        );
    }
    phonenumber::parse(None, e164).map_or_else(
        |_| e164.to_owned(),
        |number| number.format().mode(Mode::International).to_string(),
    )
}

/// Words that stand where a hidden number would: seen from carriers and PBXs.
const HIDDEN: [&str; 9] = [
    "anonymous",
    "private",
    "unknown",
    "withheld",
    "restricted",
    "unavailable",
    "hidden",
    "скрыт",
    "неизвест",
];

/// The longest number inside a PBX: SIP numbers have seven digits, extensions up to five.
const LONGEST_INSIDE: usize = 7;

pub(super) fn party(text: &str, country: Country) -> Option<Party> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let lower = text.to_lowercase();
    if HIDDEN.iter().any(|word| lower.contains(word)) || !text.bytes().any(|b| b.is_ascii_digit()) {
        return Some(Party::Withheld);
    }
    if let Ok(number) = PhoneNumber::parse(text, country) {
        return Some(Party::Phone(number));
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    // All zeroes is how some carriers write nothing.
    if digits.bytes().all(|b| b == b'0') || digits.len() > LONGEST_INSIDE {
        return Some(Party::Withheld);
    }
    Some(Party::Inside(digits))
}

#[cfg(test)]
mod tests;
