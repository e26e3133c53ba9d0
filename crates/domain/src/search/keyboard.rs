//! What was meant when the keyboard was in the other language: `ghbdtn` is «привет».

const LATIN: &str = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const RUSSIAN: &str = "йцукенгшщзхъфывапролджэячсмитьбюё";

/// The text as the same keys write it in the other layout; nothing when no key differs.
#[must_use]
pub fn other_layout(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let cyrillic = lower.chars().any(|c| RUSSIAN.contains(c));
    let (from, to) = if cyrillic {
        (RUSSIAN, LATIN)
    } else {
        (LATIN, RUSSIAN)
    };
    let key = |c: char| {
        let place = from.chars().position(|of| of == c);
        place.and_then(|place| to.chars().nth(place)).unwrap_or(c)
    };
    let other: String = lower.chars().map(key).collect();
    (other != lower).then_some(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_in_the_wrong_layout_is_told_in_the_other() {
        assert_eq!(other_layout("Ghbdtn").as_deref(), Some("привет"));
        assert_eq!(other_layout("шмфт").as_deref(), Some("ivan"));
        assert_eq!(other_layout("77"), None);
    }
}
