//! Phone numbers as the platform writes them: digits, E.164 without the plus.

use crate::sentence::{Sentence, said};

/// The digits of a number typed in any usual spelling, or why it is none.
pub(crate) fn read(typed: &str) -> Result<String, Sentence> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if typed.chars().any(char::is_alphabetic) {
        return Err(said(
            format!("«{typed}» не номер телефона: в нём буквы."),
            format!("«{typed}» is not a phone number: it has letters."),
        ));
    }
    let digits = match digits.len() {
        10 if !typed.contains('+') => format!("7{digits}"),
        11 if digits.starts_with('8') && !typed.contains('+') => format!("7{}", &digits[1..]),
        _ => digits,
    };
    match digits.len() {
        10..=15 => Ok(digits),
        _ => Err(said(
            format!("«{typed}» не номер телефона: нужно от 10 до 15 цифр, например 79160000001."),
            format!(
                "«{typed}» is not a phone number: 10 to 15 digits are needed, for example 79160000001."
            ),
        )),
    }
}

/// Whether the caller asked to stay unknown.
pub(crate) fn is_withheld(typed: &str) -> bool {
    matches!(
        typed.trim().to_lowercase().as_str(),
        "" | "anonymous" | "withheld" | "private" | "unknown"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_russian_number_is_read_in_any_spelling() {
        for typed in [
            "+7 916 000-00-02",
            "8 (916) 000-00-02",
            "79160000002",
            "916 000 00 02",
        ] {
            assert_eq!(read(typed), Ok("79160000002".to_owned()), "{typed}");
        }
    }

    #[test]
    fn a_foreign_number_keeps_its_country() {
        assert_eq!(read("+375 29 000-00-11"), Ok("375290000011".to_owned()));
    }

    #[test]
    fn words_and_short_numbers_are_refused() {
        assert!(read("Иванова").is_err());
        assert!(read("112").is_err());
    }
}
