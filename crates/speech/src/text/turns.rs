//! Stretches of one speaker that follow each other closely are one turn.

use domain::transcript::Turn;

/// A longer pause begins a new line, milliseconds.
const PAUSE: u32 = 700;
/// A line that is longer is no longer read at a glance, milliseconds.
const LONGEST: u32 = 20_000;

/// All turns by their beginning, joined where nobody else speaks between.
pub(crate) fn in_turns(mut stretches: Vec<Turn>) -> Vec<Turn> {
    stretches.sort_by_key(|turn| (turn.start, turn.end));
    let mut turns: Vec<Turn> = Vec::with_capacity(stretches.len());
    for next in stretches {
        match turns.last_mut() {
            Some(last) if belongs(last, &next) => join(last, next),
            _ => turns.push(next),
        }
    }
    turns
}

fn belongs(last: &Turn, next: &Turn) -> bool {
    last.speaker == next.speaker
        && next.start <= last.end.saturating_add(PAUSE)
        && next.end.saturating_sub(last.start) <= LONGEST
}

fn join(last: &mut Turn, next: Turn) {
    last.end = last.end.max(next.end);
    last.text.push(' ');
    last.text.push_str(&next.text);
    last.words.extend(next.words);
}

#[cfg(test)]
mod tests {
    use domain::transcript::Speaker;

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

    #[test]
    fn close_stretches_are_joined_unless_somebody_speaks_between() {
        use Speaker::{Agent, Client};
        let turns = in_turns(vec![
            turn(Agent, 0, 1000, "Добрый день."),
            turn(Client, 5000, 5500, "Алло."),
            turn(Agent, 1500, 3000, "Слушаю вас."),
            turn(Client, 7000, 8000, "Здравствуйте."),
            turn(Agent, 8000, 8200, "Да."),
            turn(Client, 8100, 9000, "У меня вопрос."),
        ]);
        let texts: Vec<&str> = turns.iter().map(|turn| turn.text.as_str()).collect();
        assert_eq!(
            texts,
            [
                "Добрый день. Слушаю вас.",
                "Алло.",
                "Здравствуйте.",
                "Да.",
                "У меня вопрос."
            ]
        );
        assert_eq!((turns[0].start, turns[0].end), (0, 3000));
    }

    #[test]
    fn a_line_does_not_grow_without_end() {
        let many = (0..10).map(|at| turn(Speaker::Unknown, at * 5000, at * 5000 + 4900, "x"));
        let turns = in_turns(many.collect());
        assert!(turns.len() > 2 && turns.iter().all(|turn| turn.end - turn.start <= LONGEST));
    }
}
