//! What was said in calls: the words a call is found under by who said them, and a question put to what was said.

use super::words::{forms, split};
use super::{Ask, Match, Term, Words};
use crate::Speaker;
use crate::numbers::pieces;
use crate::transcript::{Line, secrets};

/// A question put to what was said: words in any form, and phrases in quotes, word by word.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    ask: Ask,
    /// Each term's spellings as they stand in a text.
    plain: Ask,
    phrases: Vec<Vec<Vec<String>>>,
    speaker: Option<Speaker>,
}

/// More words than a question can sensibly have.
const MOST_TERMS: usize = 8;
/// With fewer letters a beginning would be half of all words.
const SHORTEST_START: usize = 2;
/// What a phrase stands between.
const QUOTES: [char; 5] = ['"', '«', '»', '“', '”'];

/// What stands before each word in the index: who said it.
fn mark(speaker: Speaker) -> char {
    match speaker {
        Speaker::Agent => '@',
        Speaker::Client => '>',
        Speaker::Unknown => '?',
    }
}

impl Said {
    /// Reads what was typed; with a speaker only what they said is meant.
    #[must_use]
    pub fn read(text: &str, speaker: Option<Speaker>) -> Self {
        let closed = text.trim_end().ends_with(QUOTES) || text.ends_with(char::is_whitespace);
        let words = pieces(text);
        let last = words.len().saturating_sub(1);
        let terms = words
            .into_iter()
            .enumerate()
            .take(MOST_TERMS)
            .map(|(place, piece)| {
                let unfinished =
                    place == last && !closed && piece.word.chars().count() >= SHORTEST_START;
                let start = unfinished.then(|| Match::Start(piece.word.clone()));
                let words = match piece.digits {
                    Some(digits) => vec![digits],
                    None => forms(&piece.word),
                };
                Term {
                    any: words.into_iter().map(Match::Word).chain(start).collect(),
                }
            });
        let plain = Ask::of(terms.collect());
        Self {
            ask: marked(&plain, speaker),
            plain,
            phrases: phrases(text),
            speaker,
        }
    }

    /// What is put to the index of calls.
    #[must_use]
    pub fn ask(&self) -> &Ask {
        &self.ask
    }

    /// What is to be marked in what is shown.
    #[must_use]
    pub fn plain(&self) -> &Ask {
        &self.plain
    }

    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ask.terms().is_empty()
    }

    /// The places of the lines that answer, the fullest answers first; none when the dialogue does not have the phrases.
    #[must_use]
    pub fn answers<'a>(&self, lines: impl IntoIterator<Item = &'a Line>) -> Vec<usize> {
        let mut found: Vec<(usize, usize)> = Vec::new();
        let mut had = vec![false; self.phrases.len()];
        for (place, line) in lines.into_iter().enumerate() {
            if self.speaker.is_some_and(|speaker| speaker != line.speaker) {
                continue;
            }
            let met = self.met(&line.text);
            let phrases = self.phrases_in(&line.text);
            for (had, has) in had.iter_mut().zip(&phrases) {
                *had |= has;
            }
            let whole = phrases.iter().filter(|has| **has).count();
            let score = met + whole * MOST_TERMS;
            if met > 0 && (self.phrases.is_empty() || whole > 0) {
                found.push((place, score));
            }
        }
        if had.contains(&false) {
            return Vec::new();
        }
        found.sort_by_key(|(place, score)| (std::cmp::Reverse(*score), *place));
        found.into_iter().map(|(place, _)| place).collect()
    }

    /// How many of the terms a text meets.
    fn met(&self, text: &str) -> usize {
        let words = spoken(text);
        let terms = self.plain.terms().iter();
        terms
            .filter(|term| {
                term.any.iter().any(|one| match one {
                    Match::Word(word) => words.contains(word),
                    Match::Start(start) => {
                        words.iter().any(|word| word.starts_with(start.as_str()))
                    }
                })
            })
            .count()
    }

    fn phrases_in(&self, text: &str) -> Vec<bool> {
        let words: Vec<Vec<String>> = split(text)
            .into_iter()
            .map(|(_, word)| forms(&word))
            .collect();
        let stands = |phrase: &Vec<Vec<String>>| {
            words.windows(phrase.len()).any(|window| {
                let pairs = window.iter().zip(phrase);
                pairs
                    .into_iter()
                    .all(|(has, wanted)| has.iter().any(|form| wanted.contains(form)))
            })
        };
        self.phrases.iter().map(stands).collect()
    }
}

/// Each term may have been said by this speaker, or by anybody.
fn marked(plain: &Ask, speaker: Option<Speaker>) -> Ask {
    let speakers: Vec<Speaker> = match speaker {
        Some(speaker) => vec![speaker],
        None => Speaker::ALL.into(),
    };
    let mark_one = |one: &Match, speaker: Speaker| match one {
        Match::Word(word) => Match::Word(format!("{}{word}", mark(speaker))),
        Match::Start(start) => Match::Start(format!("{}{start}", mark(speaker))),
    };
    let term = |term: &Term| Term {
        any: speakers
            .iter()
            .flat_map(|speaker| term.any.iter().map(|one| mark_one(one, *speaker)))
            .collect(),
    };
    Ask::of(plain.terms().iter().map(term).collect())
}

/// What stands in quotes.
fn phrases(text: &str) -> Vec<Vec<Vec<String>>> {
    let quoted = text.split(QUOTES).skip(1).step_by(2);
    let phrase = |text: &str| -> Vec<Vec<String>> {
        split(text).iter().map(|(_, word)| forms(word)).collect()
    };
    quoted.map(phrase).filter(|words| words.len() > 1).collect()
}

/// The words of a text as they are looked for: in their forms, numbers by their digits.
fn spoken(text: &str) -> Vec<String> {
    pieces(text)
        .into_iter()
        .flat_map(|piece| match piece.digits {
            Some(digits) => vec![digits],
            None => forms(&piece.word),
        })
        .collect()
}

impl Words {
    /// What was said, by who said it; numbers that not everybody may read are left out.
    pub fn said(&mut self, lines: &[Line]) {
        let hidden = secrets::hidden(lines);
        for (place, line) in lines.iter().enumerate() {
            let of_line = hidden.iter().filter(|one| one.line == place);
            let places: Vec<_> = of_line.map(|one| one.range.clone()).collect();
            let (open, _) = line.without(&places);
            for word in spoken(&open.text) {
                self.add_said(format!("{}{word}", mark(line.speaker)));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(speaker: Speaker, text: &str) -> Line {
        Line {
            recording: 0,
            speaker,
            start: 0,
            end: 1,
            text: text.to_owned(),
            words: Vec::new(),
        }
    }

    fn dialogue() -> Vec<Line> {
        vec![
            line(
                Speaker::Agent,
                "Доставку перенесли на двадцать пятое, номер 25.",
            ),
            line(Speaker::Client, "Я буду жаловаться: заказ не привезли."),
            line(Speaker::Client, "Карта 4276 3800 1234 5679"),
            line(Speaker::Agent, "Перезвоню вам завтра утром"),
        ]
    }

    fn is_found(text: &str, speaker: Option<Speaker>) -> bool {
        let mut words = Words::default();
        words.said(&dialogue());
        let said = Said::read(text, speaker);
        let met = |one: &Match| match one {
            Match::Word(word) => words.iter().any(|has| has == word),
            Match::Start(start) => words.iter().any(|has| has.starts_with(start.as_str())),
        };
        !said.is_empty()
            && said
                .ask()
                .terms()
                .iter()
                .all(|term| term.any.iter().any(met))
    }

    #[test]
    fn words_are_found_in_any_form_by_who_said_them() {
        assert!(is_found("заказы доставка", None));
        assert!(is_found("жаловаться", None));
        assert!(
            is_found("заказ", Some(Speaker::Client)) && !is_found("заказ", Some(Speaker::Agent))
        );
        assert!(is_found("25", None) && is_found("двадцать пять", None));
        assert!(is_found("перезв", Some(Speaker::Agent)) && !is_found("возврат", None));
        assert!(!is_found("", None));
    }

    #[test]
    fn numbers_that_are_masked_are_not_found() {
        assert!(is_found("карта", None) && !is_found("4276", None));
    }

    #[test]
    fn lines_that_answer_are_told_the_fullest_first() {
        let lines = dialogue();
        assert_eq!(
            Said::read("заказ карта привезли", None).answers(&lines),
            [1, 2]
        );
        assert_eq!(
            Said::read("«перезвоним вам завтра»", None).answers(&lines),
            [3]
        );
        assert!(
            Said::read("\"завтра перезвоню\"", None)
                .answers(&lines)
                .is_empty()
        );
        assert!(
            Said::read("заказ", Some(Speaker::Agent))
                .answers(&lines)
                .is_empty()
        );
    }
}
