//! What was spoken of just before a number, by either party.

use crate::transcript::Line;

/// Lines looked at before the one in which a number stands.
const LOOKS_BACK: usize = 4;

/// The words before a number.
pub(super) struct Context(String);

impl Context {
    /// What was said in the lines before, and in this one before this place.
    pub(super) fn before(lines: &[Line], line: usize, place: usize) -> Self {
        let mut said = String::new();
        for before in &lines[line.saturating_sub(LOOKS_BACK)..line] {
            said.push_str(&before.text);
            said.push(' ');
        }
        said.push_str(&lines[line].text[..place]);
        Self(said.to_lowercase().replace('ё', "е"))
    }

    fn has(&self, any: &[&str]) -> bool {
        any.iter().any(|word| self.0.contains(word))
    }

    pub(super) fn is_about_a_card(&self) -> bool {
        self.has(&["карт", "card"])
    }

    pub(super) fn is_about_a_code(&self) -> bool {
        self.has(&[
            "cvv",
            "cvc",
            "цвв",
            "цвц",
            "сививи",
            "си ви ви",
            "сивиси",
            "код безопасности",
            "на обороте",
            "оборотной сторон",
            "обратной сторон",
            "с обратной",
            "три цифры",
            "security code",
            "three digits",
            "back of the card",
            "back of your card",
        ])
    }

    pub(super) fn is_about_a_passport(&self) -> bool {
        self.has(&["паспорт", "passport"])
    }

    pub(super) fn is_about_a_series(&self) -> bool {
        self.is_about_a_passport() && self.has(&["сери"])
    }

    pub(super) fn is_about_snils(&self) -> bool {
        self.has(&["снилс", "страховой номер", "страхового номера", "snils"])
    }
}
