//! The same words over and over: an engine that has lost its place, not a person.

use domain::transcript::Word;

use super::plain;

/// People say a thing three times; more is the engine.
const MOST: usize = 3;
/// The longest run of words that is looked for.
const LONGEST: usize = 12;

/// Leaves one of each run that is repeated too often.
pub(super) fn removed(words: Vec<Word>) -> Vec<Word> {
    let plain: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
    let mut keep = vec![true; words.len()];
    let mut at = 0;
    while at < plain.len() {
        let run = (1..=LONGEST).find_map(|length| {
            let times = times(&plain[at..], length);
            (times > MOST).then_some((length, times))
        });
        match run {
            Some((length, times)) => {
                keep[at + length..at + length * times].fill(false);
                at += length * times;
            }
            None => at += 1,
        }
    }
    let kept = words.into_iter().zip(keep).filter(|(_, keep)| *keep);
    kept.map(|(word, _)| word).collect()
}

/// How often the first so many words follow each other.
fn times(words: &[String], length: usize) -> usize {
    let Some(first) = words.get(..length).filter(|first| is_said(first)) else {
        return 0;
    };
    let runs = words.chunks_exact(length).take_while(|run| *run == first);
    runs.count()
}

/// Digits repeat in numbers that people dictate.
fn is_said(run: &[String]) -> bool {
    let letters = |word: &String| word.chars().any(char::is_alphabetic);
    run.iter().any(letters)
}

#[cfg(test)]
mod tests {
    use super::super::{joined, words};
    use super::*;

    fn left(text: &str) -> String {
        joined(&removed(words(text)))
    }

    #[test]
    fn what_is_repeated_without_end_is_said_once() {
        assert_eq!(left("Да, да, да. Хорошо."), "Да, да, да. Хорошо.");
        assert_eq!(
            left("Ну вот так так так так так и есть"),
            "Ну вот так и есть"
        );
        assert_eq!(
            left("я не знаю я не знаю я не знаю я не знаю что делать"),
            "я не знаю что делать"
        );
        assert_eq!(left("7 7 7 7 7"), "7 7 7 7 7");
    }
}
