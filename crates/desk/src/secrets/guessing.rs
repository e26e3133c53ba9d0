//! Passwords that are guessed first: common ones, names, rows of keys, whichever keyboard layout they were typed in.

use zxcvbn::{Score, zxcvbn};

/// Keys of the Russian layout and what they give in the Latin one: «йцукен» is as common as `qwerty`.
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";
const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
/// Words that people here put first, as they are typed in Latin.
const COMMON: [&str; 8] = [
    "parol", "privet", "zvonok", "dozvon", "telefon", "admin", "operator", "desk",
];

/// Whether a password is among those that are tried first, by somebody who knows these names.
#[must_use]
pub fn is_easily_guessed(password: &str, names: &[&str]) -> bool {
    let known: Vec<&str> = names
        .iter()
        .flat_map(|name| name.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().count() > 2)
        .chain(COMMON)
        .collect();
    let keys = keys(password);
    let tried = [password, keys.as_str()];
    tried
        .into_iter()
        .any(|text| zxcvbn(text, &known).score() < Score::Two)
}

/// The same keys in the Latin layout.
fn keys(password: &str) -> String {
    let key = |letter: char| {
        let lower = letter.to_lowercase().next().unwrap_or(letter);
        let at = RUSSIAN.chars().position(|russian| russian == lower);
        at.and_then(|at| LATIN.chars().nth(at)).unwrap_or(letter)
    };
    password.chars().map(key).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_no_password() {
        for weak in [
            "1234567890",
            "qwertyuiop",
            "йцукенгшщз",
            "password123",
            "паролпароль",
            "aaaaaaaaaa",
            "Анна1Анна1",
        ] {
            assert!(is_easily_guessed(weak, &["Анна Ким"]), "{weak}");
        }
        for strong in [
            "корректно лошадь батарея",
            "длинный пароль",
            "xk7-Wq2p-Lm9d",
        ] {
            assert!(!is_easily_guessed(strong, &["Анна Ким"]), "{strong}");
        }
    }
}
