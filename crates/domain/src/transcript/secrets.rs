//! What not everybody may read: numbers of cards, their codes, passports, SNILS.

mod context;
mod runs;

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Line, Speaker, Word};
use context::Context;
use runs::{Number, runs};

/// What stands in the place of what is masked.
pub const MASK: &str = "••••";

/// A number that not everybody may read, in one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Which line.
    pub line: usize,
    /// Where in its text.
    pub range: Range<usize>,
}

/// All of them, in the order of the lines.
#[must_use]
pub fn hidden(lines: &[Line]) -> Vec<Hidden> {
    let mut found = Vec::new();
    for speaker in Speaker::ALL {
        for run in runs(lines, speaker) {
            for secret in secrets(&run, lines) {
                found.extend(pieces(secret));
            }
        }
    }
    found.sort_by_key(|one| (one.line, one.range.start));
    found.dedup();
    found
}

/// When all of them are heard: in which recording, from which millisecond to which.
#[must_use]
pub fn heard(lines: &[Line]) -> Vec<(u32, Range<u32>)> {
    let mut places: BTreeMap<usize, Vec<Range<usize>>> = BTreeMap::new();
    for one in hidden(lines) {
        places.entry(one.line).or_default().push(one.range);
    }
    let mut times = Vec::new();
    for (place, ranges) in places {
        let Some(line) = lines.get(place) else {
            continue;
        };
        let (_, of_line) = line.without(&ranges);
        times.extend(
            of_line
                .into_iter()
                .map(|(start, end)| (line.recording, start..end)),
        );
    }
    times
}

/// The numbers of a run that are secret: each group is hidden as one.
fn secrets<'a>(run: &'a [Number], lines: &[Line]) -> Vec<&'a [Number]> {
    let Some(first) = run.first() else {
        return Vec::new();
    };
    let digits = joined(run);
    let around = Context::before(lines, first.line, first.range.start);
    let card = |digits: &str| (13..=19).contains(&digits.len()) && passes_luhn(digits);
    if card(&digits) || (digits.len() == 16 && around.is_about_a_card()) {
        return vec![run];
    }
    let whole = match digits.len() {
        3 | 4 => around.is_about_a_code() || (digits.len() == 4 && around.is_about_a_series()),
        6 | 10 => around.is_about_a_passport(),
        11 => is_snils(&digits, &around),
        _ => false,
    };
    if whole {
        return vec![run];
    }
    within(run)
}

/// The usual sixteen digits of a card among others that were said without a pause, and the code after them.
fn within(run: &[Number]) -> Vec<&[Number]> {
    const CARD: usize = 16;
    for start in 0..run.len() {
        let mut length = 0;
        for end in start..run.len() {
            length += run[end].digits.len();
            let group = &run[start..=end];
            if length == CARD && passes_luhn(&joined(group)) {
                return vec![&run[start..]];
            }
        }
    }
    Vec::new()
}

fn joined(numbers: &[Number]) -> String {
    numbers
        .iter()
        .map(|number| number.digits.as_str())
        .collect()
}

/// A group in each line it stands in, from its first number there to its last.
fn pieces(group: &[Number]) -> Vec<Hidden> {
    let mut pieces: Vec<Hidden> = Vec::new();
    for number in group {
        match pieces.last_mut() {
            Some(last) if last.line == number.line => last.range.end = number.range.end,
            Some(_) | None => pieces.push(Hidden {
                line: number.line,
                range: number.range.clone(),
            }),
        }
    }
    pieces
}

/// Numbers of cards pass this; one other number in ten does too.
fn passes_luhn(digits: &str) -> bool {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let digit = u32::from(digit - b'0');
            let doubled = digit * 2;
            match (place % 2 == 1, doubled > 9) {
                (false, _) => digit,
                (true, true) => doubled - 9,
                (true, false) => doubled,
            }
        })
        .sum();
    let varied = digits
        .bytes()
        .any(|digit| Some(digit) != digits.bytes().next());
    varied && sum.is_multiple_of(10)
}

/// Eleven digits are mostly a telephone number; those with the right check number that begin otherwise are not.
fn is_snils(digits: &str, around: &Context) -> bool {
    if around.is_about_snils() {
        return true;
    }
    let phone = digits.starts_with(['7', '8']);
    let digit = |place: usize| {
        digits
            .as_bytes()
            .get(place)
            .map_or(0, |byte| u32::from(byte - b'0'))
    };
    let sum: u32 = (0..9_u32)
        .zip(0..9)
        .map(|(weight, place)| (9 - weight) * digit(place))
        .sum();
    let check = match sum % 101 {
        100 => 0,
        rest => rest,
    };
    !phone && check == digit(9) * 10 + digit(10)
}

impl Line {
    /// The line without what stands in these places of its text, and the times at which that is heard.
    #[must_use]
    pub fn without(&self, places: &[Range<usize>]) -> (Self, Vec<(u32, u32)>) {
        let mut text = String::with_capacity(self.text.len());
        let mut done = 0;
        for place in places {
            text.push_str(&self.text[done..place.start]);
            text.push_str(MASK);
            done = place.end;
        }
        text.push_str(&self.text[done..]);
        let mut words: Vec<Word> = Vec::with_capacity(self.words.len());
        let mut times: Vec<(u32, u32)> = Vec::new();
        let mut last: Option<usize> = None;
        let standing = self.standing();
        for (word, range) in self.words.iter().zip(&standing) {
            let in_place = places
                .iter()
                .position(|place| place.start < range.end && range.start < place.end);
            match in_place {
                None => words.push(word.clone()),
                Some(place) if last == Some(place) => {
                    widen(&mut words, &mut times, word.end);
                }
                Some(_) => {
                    words.push(Word {
                        text: MASK.to_owned(),
                        confidence: None,
                        ..word.clone()
                    });
                    times.push((word.start, word.end));
                }
            }
            last = in_place;
        }
        if !places.is_empty() && (self.words.is_empty() || times.is_empty()) {
            // Nobody knows when within the line it is said.
            times = vec![(self.start, self.end)];
        }
        let masked = Self {
            text,
            words,
            ..self.clone()
        };
        (masked, times)
    }
}

fn widen(words: &mut [Word], times: &mut [(u32, u32)], end: u32) {
    if let (Some(word), Some(time)) = (words.last_mut(), times.last_mut()) {
        word.end = end;
        time.1 = end;
    }
}

#[cfg(test)]
mod tests;
