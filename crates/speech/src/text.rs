//! From what an engine heard to what people read: without what it made up, with the corrections people wish, in turns.

mod corrections;
mod invented;
mod repeats;
mod turns;

use std::ops::Range;

use domain::transcript::{Speaker, Turn, Word};

pub(crate) use turns::in_turns;

/// Names that may be said, as the text that an engine is told went before; longer ones would crowd out what it hears.
const LONGEST_PROMPT: usize = 400;

/// What an engine is told to expect.
pub(crate) fn prompt(names: &[String]) -> String {
    let mut prompt = String::new();
    for name in names.iter().map(|name| name.trim()) {
        let more = prompt.chars().count() + name.chars().count() + 2;
        if name.is_empty() || more > LONGEST_PROMPT {
            continue;
        }
        if !prompt.is_empty() {
            prompt.push_str(", ");
        }
        prompt.extend(name.chars().filter(|letter| !letter.is_control()));
    }
    if !prompt.is_empty() {
        prompt.push('.');
    }
    prompt
}

/// A turn out of the words of a stretch; nothing when nothing was said.
pub(crate) fn turn(
    speaker: Speaker,
    time: Range<u32>,
    words: Vec<Word>,
    corrections: &[(String, String)],
) -> Option<Turn> {
    let words = repeats::removed(words);
    if invented::is(&joined(&words)) {
        return None;
    }
    let words = corrections::applied(words, corrections);
    let text = joined(&words);
    (!text.is_empty()).then_some(Turn {
        speaker,
        start: time.start,
        end: time.end,
        text,
        words,
    })
}

/// The words as a text.
pub(crate) fn joined(words: &[Word]) -> String {
    let words: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
    words.join(" ")
}

/// A text as it is compared: small letters, ё as е, nothing but letters and digits.
pub(crate) fn plain(text: &str) -> String {
    let letters = text
        .chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match letter {
            'ё' => 'е',
            letter if letter.is_alphanumeric() => letter,
            _ => ' ',
        });
    let letters: String = letters.collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(crate) fn words(text: &str) -> Vec<Word> {
    let word = |(place, text): (usize, &str)| Word {
        text: text.to_owned(),
        start: u32::try_from(place).unwrap() * 100,
        end: u32::try_from(place).unwrap() * 100 + 90,
        confidence: Some(0.9),
    };
    text.split_whitespace().enumerate().map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_a_prompt_that_stays_short() {
        let names = [
            "Дозвон".to_owned(),
            " ".to_owned(),
            "Альфа\nБанк".to_owned(),
        ];
        assert_eq!(prompt(&names), "Дозвон, АльфаБанк.");
        assert_eq!(prompt(&[]), "");
        let many = vec!["Слово".to_owned(); 1000];
        assert!(prompt(&many).chars().count() <= LONGEST_PROMPT + 1);
    }

    #[test]
    fn a_stretch_with_nothing_said_is_no_turn() {
        assert!(turn(Speaker::Agent, 0..10, Vec::new(), &[]).is_none());
        let credits = words("Субтитры сделал DimaTorzok");
        assert!(turn(Speaker::Agent, 0..10, credits, &[]).is_none());
        let said = turn(Speaker::Agent, 5..10, words("Добрый день."), &[]).unwrap();
        assert_eq!((said.start, said.text.as_str()), (5, "Добрый день."));
    }
}
