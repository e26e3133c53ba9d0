//! Lines: the transcripts of all recordings of a call as one dialogue.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::{Speaker, Transcript, Turn, Word};

/// What one speaker said without a longer pause, in a call.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Line {
    /// The recording in which it is heard: its place among the call's, from 0.
    pub recording: u32,
    /// Whose words these are.
    pub speaker: Speaker,
    /// Milliseconds from the beginning of that recording.
    pub start: u32,
    /// Milliseconds from the beginning of that recording.
    pub end: u32,
    /// As it would be written.
    pub text: String,
    /// The words of the text, where they are told apart; else empty.
    pub words: Vec<Word>,
}

impl Line {
    /// The text in pieces, each with the word it is; what stands between words is none.
    #[must_use]
    pub fn pieces(&self) -> Vec<(&str, Option<&Word>)> {
        let mut pieces = Vec::with_capacity(self.words.len() * 2);
        let mut done = 0;
        for (word, place) in self.words.iter().zip(self.standing()) {
            if place.start > done {
                pieces.push((&self.text[done..place.start], None));
            }
            if !place.is_empty() {
                pieces.push((&self.text[place.clone()], Some(word)));
            }
            done = done.max(place.end);
        }
        if done < self.text.len() {
            pieces.push((&self.text[done..], None));
        }
        pieces
    }

    /// Where in the text each word stands; nowhere: an empty place.
    pub(super) fn standing(&self) -> Vec<Range<usize>> {
        let mut from = 0;
        let places = self.words.iter().map(|word| {
            let at = self.text[from..].find(word.text.as_str());
            let start = at.map_or(from, |at| from + at);
            let end = at.map_or(from, |_| start + word.text.len());
            from = end;
            start..end
        });
        places.collect()
    }
}

/// What was said in one recording.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its place among the call's, from 0.
    pub recording: u32,
    /// The first of those that sound at the same time: two parties in a file each. Alone: itself.
    pub beside: u32,
    /// What was said.
    pub transcript: Transcript,
}

/// Pauses up to this long do not end what one speaker says, in milliseconds.
const BREATH: u32 = 700;
/// Longer turns are hard to read and to find in, in characters.
const LONGEST: usize = 240;

/// One dialogue: recordings one after another, those that sound at the same time woven into each other. What one speaker
/// says with no more than a breath between is one line.
#[must_use]
pub fn lines(parts: &[Part]) -> Vec<Line> {
    let mut all: Vec<(u32, Line)> = parts
        .iter()
        .flat_map(|part| {
            let turns = part.transcript.turns.iter();
            turns.map(|turn| (part.beside, line(part.recording, turn)))
        })
        .filter(|(_, line)| !line.text.is_empty())
        .collect();
    all.sort_by_key(|(beside, line)| (*beside, line.start, line.end));
    let mut lines: Vec<Line> = Vec::with_capacity(all.len());
    for (_, next) in all {
        match lines.last_mut() {
            Some(last) if goes_on(last, &next) => join(last, next),
            Some(_) | None => lines.push(next),
        }
    }
    lines
}

fn line(recording: u32, turn: &Turn) -> Line {
    Line {
        recording,
        speaker: turn.speaker,
        start: turn.start,
        end: turn.end.max(turn.start),
        text: turn.text.trim().to_owned(),
        words: turn.words.clone(),
    }
}

fn goes_on(last: &Line, next: &Line) -> bool {
    let ended = last.text.ends_with(['.', '!', '?', '…']);
    (last.recording, last.speaker) == (next.recording, next.speaker)
        && !ended
        && next.start.saturating_sub(last.end) <= BREATH
        && last.text.chars().count() + next.text.chars().count() < LONGEST
        // Words of one and none of the other would tell a part of the line only.
        && last.words.is_empty() == next.words.is_empty()
}

fn join(last: &mut Line, next: Line) {
    last.text = format!("{} {}", last.text, next.text);
    last.end = last.end.max(next.end);
    last.words.extend(next.words);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn turn(speaker: Speaker, start: u32, end: u32, text: &str) -> Turn {
        Turn {
            speaker,
            start,
            end,
            text: text.to_owned(),
            words: Vec::new(),
        }
    }

    fn part(recording: u32, beside: u32, turns: Vec<Turn>) -> Part {
        let transcript = Transcript {
            turns,
            ..Transcript::default()
        };
        Part {
            recording,
            beside,
            transcript,
        }
    }

    fn texts(parts: &[Part]) -> Vec<String> {
        lines(parts).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn two_parties_in_a_file_each_are_one_dialogue() {
        let client = vec![
            turn(Speaker::Client, 900, 1500, "Где заказ?"),
            turn(Speaker::Client, 5000, 5200, "Спасибо."),
        ];
        let agent = vec![
            turn(Speaker::Agent, 0, 800, "Здравствуйте."),
            turn(Speaker::Agent, 2000, 4000, "Завтра."),
        ];
        let next = vec![turn(Speaker::Agent, 100, 200, "Второй оператор.")];
        let all = [part(0, 0, client), part(1, 0, agent), part(2, 2, next)];
        let said = [
            "Здравствуйте.",
            "Где заказ?",
            "Завтра.",
            "Спасибо.",
            "Второй оператор.",
        ];
        assert_eq!(texts(&all), said);
        assert_eq!(lines(&all)[4].recording, 2);
    }

    #[test]
    fn a_breath_does_not_end_a_line_and_a_sentence_does() {
        let turns = vec![
            turn(Speaker::Agent, 0, 800, "Я перезвоню"),
            turn(Speaker::Agent, 1200, 2000, "завтра."),
            turn(Speaker::Agent, 2100, 2500, "До свидания"),
            turn(Speaker::Agent, 4000, 4100, "алло"),
            turn(Speaker::Client, 4200, 4300, "да"),
            turn(Speaker::Client, 4300, 4300, "  "),
        ];
        let said = ["Я перезвоню завтра.", "До свидания", "алло", "да"];
        assert_eq!(texts(&[part(0, 0, turns)]), said);
    }
}
