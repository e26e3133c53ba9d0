//! Where in a text stands what was asked for, to be marked.

use super::words::{forms, split};
use super::{Ask, Match};
use crate::PhoneNumber;

impl Ask {
    /// The text in pieces, each with whether it is what was asked for.
    #[must_use]
    pub fn marks<'a>(&self, text: &'a str) -> Vec<(&'a str, bool)> {
        let mut pieces = Vec::new();
        let mut done = 0;
        for (range, word) in split(text) {
            if !self.meets(&word) {
                continue;
            }
            if range.start > done {
                pieces.push((&text[done..range.start], false));
            }
            done = range.end;
            pieces.push((&text[range], true));
        }
        if done < text.len() {
            pieces.push((&text[done..], false));
        }
        pieces
    }

    /// Whether this number is what was asked for.
    #[must_use]
    pub fn meets_phone(&self, number: &PhoneNumber) -> bool {
        let mut words = super::Words::default();
        words.phone(number);
        self.matches()
            .any(|one| words.iter().any(|word| is_met(one, word)))
    }

    /// Whether this text has everything that was asked for.
    #[must_use]
    pub fn is_met_by(&self, text: &str) -> bool {
        let mut words = super::Words::default();
        words.text(text);
        !self.terms().is_empty()
            && self.terms().iter().all(|term| {
                let met = |one| words.iter().any(|word| is_met(one, word));
                term.any.iter().any(met)
            })
    }

    /// Whether a word of this text is one that was asked for.
    #[must_use]
    pub fn meets_text(&self, text: &str) -> bool {
        split(text).iter().any(|(_, word)| self.meets(word))
    }

    fn meets(&self, word: &str) -> bool {
        let forms = forms(word);
        self.matches()
            .any(|one| forms.iter().any(|form| is_met(one, form)))
    }

    fn matches(&self) -> impl Iterator<Item = &Match> {
        self.terms().iter().flat_map(|term| &term.any)
    }
}

fn is_met(asked: &Match, word: &str) -> bool {
    match asked {
        Match::Word(whole) => whole.strip_prefix('#').unwrap_or(whole) == word,
        Match::Start(start) => word.starts_with(start.as_str()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_asked_for_is_marked_in_whatever_form_it_stands() {
        let ask = Ask::read("доставки елк");
        let marked = ask.marks("Доставка в Ёлкино, № 5");
        assert_eq!(
            marked,
            [
                ("Доставка", true),
                (" в ", false),
                ("Ёлкино", true),
                (", № 5", false)
            ]
        );
        let number = "+79031234567".parse().unwrap();
        assert!(Ask::read("45-67").meets_phone(&number));
        assert!(!ask.meets_phone(&number));
        assert!(Ask::read("петрова анн").is_met_by("Анна Петрова"));
        assert!(!Ask::read("анна иванова").is_met_by("Анна Петрова"));
    }
}
