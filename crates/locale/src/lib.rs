//! What the desk says to people, in Russian and English.
//!
//! Messages live in `locales/{ru,en}/*.ftl`, one file per area of the interface, keys prefixed with the area
//! (`nav-tickets`). Each becomes a function of [`Words`]: `words(language).msg_nav_tickets()`. The types of arguments
//! are told by comments in the Russian file (`# $name (String) - …`); numbers in plurals need none.

use std::sync::LazyLock;

use domain::Language;
use generated::L10n;

/// All messages in one language, a function each.
pub use generated::L10nLanguage as Words;

static RU: LazyLock<Words> = LazyLock::new(|| L10n::Ru.load());
static EN: LazyLock<Words> = LazyLock::new(|| L10n::En.load());

/// The messages in `language`.
#[must_use]
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Ru => &RU,
        Language::En => &EN,
    }
}

/// In which language these messages are.
#[must_use]
pub fn language_of(words: &Words) -> Language {
    match std::ptr::eq(words, &raw const *EN) {
        true => Language::En,
        false => Language::Ru,
    }
}

/// The language that suits an `Accept-Language` header best; Russian when none does.
#[must_use]
pub fn negotiated(accept_language: &str) -> Language {
    match L10n::langneg(accept_language) {
        L10n::Ru => Language::Ru,
        L10n::En => Language::En,
    }
}

mod generated {
    #![expect(
        missing_docs,
        dead_code,
        clippy::unwrap_used,
        clippy::expect_used,
        clippy::derivable_impls,
        reason = "written by fluent-typed, which checks at build time what it unwraps"
    )]
    include!(concat!(env!("OUT_DIR"), "/words.rs"));
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::path::Path;

    use super::*;

    #[test]
    fn plurals_follow_the_rules_of_the_language() {
        let ru = words(Language::Ru);
        assert_eq!(ru.msg_count_tickets(1), "1 запрос");
        assert_eq!(ru.msg_count_tickets(3), "3 запроса");
        assert_eq!(ru.msg_count_tickets(11), "11 запросов");
        let en = words(Language::En);
        assert_eq!(en.msg_count_tickets(1), "1 ticket");
        assert_eq!(en.msg_count_tickets(11), "11 tickets");
    }

    #[test]
    fn arguments_come_without_invisible_marks() {
        let said = words(Language::Ru).msg_time_seconds_ago(14);
        assert!(!said.contains('\u{2068}'), "{said:?}");
    }

    #[test]
    fn a_browser_is_answered_in_its_language_and_in_russian_otherwise() {
        assert_eq!(negotiated("en-GB,en;q=0.9,ru;q=0.5"), Language::En);
        assert_eq!(negotiated("ru-RU"), Language::Ru);
        assert_eq!(negotiated("de"), Language::Ru);
        assert_eq!(negotiated(""), Language::Ru);
    }

    #[test]
    fn both_languages_say_the_same_things() {
        assert_eq!(keys("ru"), keys("en"));
    }

    fn keys(language: &str) -> BTreeSet<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("locales")
            .join(language);
        let files = std::fs::read_dir(folder).unwrap();
        files
            .flat_map(|file| keys_of(&std::fs::read_to_string(file.unwrap().path()).unwrap()))
            .collect()
    }

    fn keys_of(ftl: &str) -> Vec<String> {
        ftl.lines()
            .filter(|line| line.starts_with(|c: char| c.is_ascii_lowercase()))
            .filter_map(|line| Some(line.split_once('=')?.0.trim().to_owned()))
            .collect()
    }
}
