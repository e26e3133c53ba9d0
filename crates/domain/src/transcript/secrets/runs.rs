//! Runs: numbers that one speaker says one after another, be it in several lines.

use std::ops::Range;

use crate::numbers::pieces;
use crate::transcript::{Line, Speaker};

/// A number that was said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Number {
    /// In which line.
    pub(super) line: usize,
    /// Where in its text.
    pub(super) range: Range<usize>,
    /// Its digits.
    pub(super) digits: String,
}

/// What is said between the parts of one number.
const BETWEEN: [&str; 34] = [
    "и",
    "а",
    "потом",
    "дальше",
    "далее",
    "затем",
    "так",
    "ага",
    "угу",
    "да",
    "ну",
    "э",
    "эм",
    "вот",
    "теперь",
    "еще",
    "номер",
    "серия",
    "код",
    "пробел",
    "тире",
    "дефис",
    "это",
    "цифры",
    "последние",
    "then",
    "and",
    "next",
    "dash",
    "space",
    "number",
    "code",
    "uh",
    "the",
];
/// More words than this end a number, whatever they are.
const MOST_BETWEEN: usize = 3;
/// So many lines later it is another number: the other party only says «так», «угу».
const MOST_LINES: usize = 4;

/// The runs of one speaker.
pub(super) fn runs(lines: &[Line], speaker: Speaker) -> Vec<Vec<Number>> {
    let mut runs: Vec<Vec<Number>> = Vec::new();
    let mut open = false;
    let mut between = 0;
    for (line, said) in lines
        .iter()
        .enumerate()
        .filter(|(_, line)| line.speaker == speaker)
    {
        for piece in pieces(&said.text) {
            let Some(digits) = piece.digits else {
                between += 1;
                open &= between <= MOST_BETWEEN && BETWEEN.contains(&piece.word.as_str());
                continue;
            };
            let number = Number {
                line,
                range: piece.range,
                digits,
            };
            match runs.last_mut() {
                Some(run) if open && is_near(run, line) => run.push(number),
                Some(_) | None => runs.push(vec![number]),
            }
            (open, between) = (true, 0);
        }
    }
    runs
}

fn is_near(run: &[Number], line: usize) -> bool {
    run.last()
        .is_some_and(|last| line - last.line <= MOST_LINES)
}
