//! The words a thing is found under: as written, by their stem, numbers from both ends.

use std::cell::RefCell;
use std::collections::BTreeSet;
use std::ops::Range;

use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::PhoneNumber;

/// Longer ones are cut: nobody types them.
const LONGEST_WORD: usize = 40;
/// A thing has so many words at most: a ticket with a book in its comments is found by the book's beginning.
const MOST: usize = 1500;
const MOST_SAID: usize = 12_000;

/// The words of one thing, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(BTreeSet<String>);

impl Words {
    /// The words of a text and their stems.
    pub fn text(&mut self, text: &str) {
        for (_, word) in split(text) {
            for form in forms(&word) {
                self.add(form);
            }
        }
    }

    /// A telephone number: from its beginning, and from its end.
    pub fn phone(&mut self, number: &PhoneNumber) {
        self.add(number.as_str().to_owned());
        self.add(from_end(number.digits()));
    }

    /// A ticket's short number.
    pub fn number(&mut self, number: i64) {
        self.add(format!("#{number}"));
    }

    /// A tag: whole, and by its words.
    pub fn tag(&mut self, tag: &str) {
        self.add(whole_tag(tag));
        self.text(tag);
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }

    /// A word that was said in a call: of a talk of hours there are more than of anything that is written.
    pub(super) fn add_said(&mut self, word: String) {
        if self.0.len() < MOST_SAID {
            self.0.insert(word);
        }
    }

    fn add(&mut self, word: String) {
        if self.0.len() < MOST {
            self.0.insert(word);
        }
    }
}

impl FromIterator<String> for Words {
    fn from_iter<T: IntoIterator<Item = String>>(words: T) -> Self {
        Self(words.into_iter().collect())
    }
}

/// A number's digits from its end, so that "the one that ends in 18-37" is a beginning too.
pub(super) fn from_end(digits: &str) -> String {
    format!("~{}", digits.chars().rev().collect::<String>())
}

/// A tag as one word.
pub(super) fn whole_tag(tag: &str) -> String {
    format!("={}", tag.trim().to_lowercase())
}

/// The words of a text in lower case, ё as е, each with its place.
pub(crate) fn split(text: &str) -> Vec<(Range<usize>, String)> {
    let mut words: Vec<(Range<usize>, String)> = Vec::new();
    let mut open = false;
    for (at, c) in text.char_indices() {
        let end = at + c.len_utf8();
        if open && is_mark(c) {
            if let Some((range, word)) = words.last_mut() {
                range.end = end;
                // й comes in two pieces from some keyboards and file names.
                if c == '\u{306}' && word.ends_with('и') {
                    word.pop();
                    word.push('й');
                }
            }
            continue;
        }
        if !c.is_alphanumeric() {
            open = false;
            continue;
        }
        if !open {
            words.push((at..at, String::new()));
            open = true;
        }
        if let Some((range, word)) = words.last_mut() {
            range.end = end;
            if word.len() < LONGEST_WORD * 2 {
                word.extend(c.to_lowercase().map(|c| if c == 'ё' { 'е' } else { c }));
            }
        }
    }
    words
}

/// Stress and the like, which stand above a letter.
fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// What a word is found under: itself, its stem, and the stem without its fleeting vowel.
pub(crate) fn forms(word: &str) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    if let Some(stem) = stem(word) {
        let short = without_fleeting(&stem);
        forms.extend([Some(stem), short].into_iter().flatten());
    }
    forms.dedup();
    forms
}

thread_local! {
    static RUSSIAN: RefCell<Stemmer> = RefCell::new(Stemmer::create(Algorithm::Russian));
    static ENGLISH: RefCell<Stemmer> = RefCell::new(Stemmer::create(Algorithm::English));
}

/// A Russian or English word without its ending; numbers and mixtures have none.
fn stem(word: &str) -> Option<String> {
    let cyrillic = |c: char| ('а'..='я').contains(&c);
    let by = |stemmer: &RefCell<Stemmer>| Some(stemmer.borrow().stem(word).into_owned());
    if word.chars().all(cyrillic) {
        RUSSIAN.with(by)
    } else if word.bytes().all(|b| b.is_ascii_lowercase()) {
        ENGLISH.with(by)
    } else {
        None
    }
}

/// звонок and звонка, отец and отца, кнопок and кнопка meet here.
fn without_fleeting(stem: &str) -> Option<String> {
    const SHORTEST: usize = 8; // bytes: four letters
    let (head, last) = ["ок", "ек", "ец"]
        .iter()
        .find_map(|end| Some((stem.strip_suffix(end)?, &end[2..])))?;
    (stem.len() >= SHORTEST).then(|| format!("{head}{last}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Words {
        let mut words = Words::default();
        words.text(text);
        words
    }

    #[test]
    fn forms_of_a_word_meet_in_one() {
        for (one, other) in [
            ("доставка", "доставкой"),
            ("звонок", "звонки"),
            ("Звонков", "звонок"),
            ("кнопок", "кнопка"),
            ("отец", "отца"),
            ("самолёта", "самолеты"),
            ("delivery", "deliveries"),
            ("Иванова", "Иванов"),
            ("Й", "И\u{306}"),
        ] {
            let other = words(other);
            let meet = words(one).iter().any(|w| other.iter().any(|o| o == w));
            assert!(meet, "{one} and {other:?}");
        }
    }

    #[test]
    fn a_number_is_found_from_both_ends() {
        let mut words = Words::default();
        words.phone(&"+79162041837".parse().unwrap());
        let all: Vec<_> = words.iter().collect();
        assert_eq!(all, ["+79162041837", "~73814026197"]);
    }

    #[test]
    fn a_thing_has_no_more_words_than_somebody_could_want() {
        let text: String = (0..5000).map(|n| format!("w{n} ")).collect();
        assert_eq!(words(&text).iter().count(), MOST);
    }
}
