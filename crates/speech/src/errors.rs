//! How far a transcript is from what was said: words that are wrong, missing or too many.

mod numbers;

use std::ops::AddAssign;

use crate::text::plain;

/// Wrong words among those that were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Errors {
    /// Words of the truth.
    pub said: usize,
    /// Words to change, leave out or put in until the transcript says the truth.
    pub wrong: usize,
}

impl Errors {
    /// Compares without regard to case, punctuation, ё and whether numbers are digits or words, in `ru` or `en`.
    #[must_use]
    pub fn between(truth: &str, heard: &str, language: &str) -> Self {
        let words = |text| -> Vec<String> {
            let plain = plain(text);
            let words = plain.split_whitespace();
            words
                .flat_map(|word| numbers::in_words(word, language))
                .collect()
        };
        let (truth, heard) = (words(truth), words(heard));
        Self {
            said: truth.len(),
            wrong: distance(&truth, &heard),
        }
    }

    /// The word error rate: 0 is perfect, and it can be above 1.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more digits")]
    pub fn rate(self) -> f64 {
        self.wrong as f64 / self.said.max(1) as f64
    }
}

impl AddAssign for Errors {
    fn add_assign(&mut self, more: Self) {
        self.said += more.said;
        self.wrong += more.wrong;
    }
}

/// Levenshtein's distance in words.
fn distance(truth: &[String], heard: &[String]) -> usize {
    let mut row: Vec<usize> = (0..=heard.len()).collect();
    for (place, word) in truth.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = place + 1;
        for (column, other) in heard.iter().enumerate() {
            let changed = diagonal + usize::from(word != other);
            diagonal = row[column + 1];
            row[column + 1] = changed.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[heard.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_missing_and_superfluous_words_count_and_spelling_does_not() {
        let errors = |truth, heard| Errors::between(truth, heard, "ru");
        assert_eq!(errors("Всё хорошо!", "все хорошо").wrong, 0);
        assert_eq!(errors("раз два три", "раз три").wrong, 1);
        assert_eq!(errors("раз два три", "раз два четыре пять").wrong, 2);
        assert_eq!(errors("кабинет двести двенадцать", "Кабинет 212.").wrong, 0);
        assert_eq!(errors("", "лишнее").wrong, 1);
        assert_eq!(Errors::between("four five one two", "4512", "en").wrong, 0);
        assert_eq!(
            Errors::between("press twenty one", "press 21", "en").wrong,
            0
        );
    }

    #[test]
    fn rates_add_up_by_words() {
        let mut all = Errors { said: 10, wrong: 1 };
        all += Errors { said: 30, wrong: 3 };
        assert!((all.rate() - 0.1).abs() < 1e-9);
    }
}
