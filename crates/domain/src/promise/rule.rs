//! One rule: words in their order, and when to be reminded.

use jiff::Zoned;

use super::{Found, When};
use crate::numbers::{Piece, pieces};
use crate::search::words::forms;

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Rule {
    said: Vec<Said>,
    when: When,
}

/// A part of what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Said {
    /// A word in any of these forms.
    Word(Vec<String>),
    /// Any number.
    Number,
}

/// Other words that may stand between two of a rule's.
const BETWEEN: usize = 3;
/// The word that stands for a number.
const NUMBER: &str = "{n}";

impl Rule {
    pub(super) fn read(line: &str) -> Option<Self> {
        let (said, when) = line.split_once('=')?;
        let said: Vec<Said> = said.split_whitespace().flat_map(part).collect();
        let when = When::read(when)?;
        let counts = said.contains(&Said::Number);
        let wants = matches!(when, When::After(None, _));
        (!said.is_empty() && counts == wants).then_some(Self { said, when })
    }

    pub(super) fn find(&self, text: &str, said: &Zoned) -> Option<Found> {
        let all = pieces(text);
        (0..all.len()).find_map(|start| self.from(text, &all, start, said))
    }

    fn from(&self, text: &str, all: &[Piece], start: usize, said: &Zoned) -> Option<Found> {
        let mut place = start;
        let mut number = None;
        let mut last = start;
        for (nth, part) in self.said.iter().enumerate() {
            let window = if nth == 0 { 1 } else { BETWEEN + 1 };
            let met = all.iter().enumerate().skip(place).take(window);
            let (at, piece) = met.into_iter().find(|(_, piece)| part.is_met(piece))?;
            if *part == Said::Number {
                number = piece.digits.as_ref().and_then(|digits| digits.parse().ok());
            }
            (last, place) = (at, at + 1);
        }
        let range = all.get(start)?.range.start..all.get(last)?.range.end;
        Some(Found {
            phrase: text[range].to_owned(),
            remind_at: self.when.after(said, number)?,
        })
    }
}

fn part(word: &str) -> Vec<Said> {
    if word == NUMBER {
        return vec![Said::Number];
    }
    let words = pieces(word).into_iter();
    words.map(|piece| Said::Word(forms(&piece.word))).collect()
}

impl Said {
    fn is_met(&self, piece: &Piece) -> bool {
        match self {
            Self::Number => piece.digits.is_some(),
            Self::Word(any) => forms(&piece.word).iter().any(|form| any.contains(form)),
        }
    }
}
