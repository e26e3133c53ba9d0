//! Agents and groups: the people who work in the desk.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::{AgentId, At, GroupId, Language, Provider, Role};

/// A person who works in the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// Their id.
    pub id: AgentId,
    /// What they sign in with.
    pub email: Email,
    /// As colleagues call them.
    pub name: String,
    /// What they may do.
    pub role: Role,
    /// Who they are for the PBX; empty until filled in.
    pub telephony: Telephony,
    /// The groups they are in.
    pub groups: Vec<GroupId>,
    /// Whether they may sign in.
    pub active: bool,
    /// Whether they have set a password yet.
    pub invited: bool,
    /// The language they read.
    pub language: Language,
    /// Since when.
    pub created_at: At,
}

/// The profile's block «Телефония».
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telephony {
    /// Telephony type, such as «UIS».
    pub provider: Option<Provider>,
    /// «ID оператора»: the provider's id of this employee.
    pub operator_id: Option<OperatorId>,
    /// «Виртуальный номер телефона», E.164.
    pub virtual_number: Option<crate::PhoneNumber>,
}

/// The provider's id of an employee: digits (`recordid=` in the account's address bar).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct OperatorId(String);

/// Something else than digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "an operator's ID is a number: the digits after recordid= in the address of the employee's card"
)]
pub struct NotAnOperatorId;

impl OperatorId {
    /// Reads digits, or a whole address that has `recordid=` in it.
    pub fn parse(text: &str) -> Result<Self, NotAnOperatorId> {
        let text = text.trim();
        let digits: String = match text.find("recordid=") {
            Some(at) => text[at + "recordid=".len()..]
                .chars()
                .take_while(char::is_ascii_digit)
                .collect(),
            None => text.to_owned(),
        };
        let plausible =
            (1..=19).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
        let trimmed = digits.trim_start_matches('0');
        if plausible && !trimmed.is_empty() {
            Ok(Self(trimmed.to_owned()))
        } else {
            Err(NotAnOperatorId)
        }
    }

    /// The digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for OperatorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for OperatorId {
    type Error = NotAnOperatorId;
    fn try_from(text: String) -> Result<Self, NotAnOperatorId> {
        Self::parse(&text)
    }
}

impl From<OperatorId> for String {
    fn from(id: OperatorId) -> String {
        id.0
    }
}

/// An address to sign in with, in lower case.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

/// A text that is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an e-mail address: write it as name@company.ru")]
pub struct NotAnEmail;

impl Email {
    /// The longest address SMTP carries.
    const LONGEST: usize = 254;

    /// The address.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FromStr for Email {
    type Err = NotAnEmail;
    fn from_str(text: &str) -> Result<Self, NotAnEmail> {
        let text = text.trim().to_lowercase();
        let sound = text.len() <= Self::LONGEST
            && !text
                .chars()
                .any(|c| c.is_whitespace() || c.is_control() || "<>,;\"()".contains(c))
            && text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty()
                    && !host.contains('@')
                    && host.contains('.')
                    && !host.starts_with('.')
                    && !host.ends_with('.')
            });
        if sound {
            Ok(Self(text))
        } else {
            Err(NotAnEmail)
        }
    }
}

impl fmt::Display for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Email {
    type Error = NotAnEmail;
    fn try_from(text: String) -> Result<Self, NotAnEmail> {
        text.parse()
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

/// Several agents who work together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name.
    pub name: String,
    /// Who is in it.
    pub members: Vec<AgentId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_operators_id_is_read_from_digits_or_from_the_address_of_the_card() {
        assert_eq!(OperatorId::parse(" 391001 ").unwrap().as_str(), "391001");
        let address = "https://my.uiscom.ru/#settings/employees?recordid=12345&tab=main";
        assert_eq!(OperatorId::parse(address).unwrap().as_str(), "12345");
        assert!(OperatorId::parse("Иванова").is_err());
        assert!(OperatorId::parse("").is_err());
        assert!(OperatorId::parse("0").is_err());
    }

    #[test]
    fn an_address_is_kept_in_lower_case() {
        assert_eq!(
            "Anna@Example.RU ".parse::<Email>().unwrap().as_str(),
            "anna@example.ru"
        );
        for text in [
            "anna",
            "anna@",
            "@example.ru",
            "a b@example.ru",
            "anna@example",
            "a@b@c.ru",
        ] {
            assert!(text.parse::<Email>().is_err(), "{text}");
        }
    }
}
