//! A corrected line keeps the times of its words: those that stayed have theirs, new ones share what is between.

use super::{Line, Word};

impl Line {
    /// The same line with another text. Nothing is doubtful any more: somebody has heard it.
    #[must_use]
    pub fn corrected(&self, text: &str) -> Self {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = if self.words.is_empty() {
            Vec::new()
        } else {
            self.retimed(&text)
        };
        Self {
            text,
            words,
            ..self.clone()
        }
    }

    fn retimed(&self, text: &str) -> Vec<Word> {
        let new: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let kept = common(&self.words, &new);
        let mut words: Vec<Word> = Vec::with_capacity(new.len());
        let mut from = self.start;
        let mut place = 0;
        while place < new.len() {
            let next = (place..new.len()).find_map(|at| Some((at, kept[at]?)));
            let (until, limit) = match next {
                Some((at, old)) => (at, self.words[old].start.max(from)),
                None => (new.len(), self.end.max(from)),
            };
            words.extend(spread(&new[place..until], from, limit));
            place = until;
            if let Some((at, old)) = next {
                let old = &self.words[old];
                words.push(heard(new[at], old.start, old.end));
                from = old.end;
                place = at + 1;
            }
        }
        words
    }
}

/// For each new word the old one that it is, in order: the longest row of those that stayed.
fn common(old: &[Word], new: &[&str]) -> Vec<Option<usize>> {
    let bare = |word: &str| {
        word.trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase()
    };
    let old: Vec<String> = old.iter().map(|word| bare(&word.text)).collect();
    let new: Vec<String> = new.iter().map(|word| bare(word)).collect();
    let width = new.len() + 1;
    let mut best = vec![0_usize; (old.len() + 1) * width];
    for (i, one) in old.iter().enumerate().rev() {
        for (j, other) in new.iter().enumerate().rev() {
            best[i * width + j] = if one == other {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let mut kept = vec![None; new.len()];
    let (mut i, mut j) = (0, 0);
    while i < old.len() && j < new.len() {
        if old[i] == new[j] {
            kept[j] = Some(i);
            (i, j) = (i + 1, j + 1);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    kept
}

/// Words that share a stretch of time.
fn spread<'a>(words: &'a [&'a str], from: u32, until: u32) -> impl Iterator<Item = Word> + 'a {
    let count = u32::try_from(words.len().max(1)).unwrap_or(u32::MAX);
    let each = until.saturating_sub(from) / count;
    words
        .iter()
        .zip(0_u32..)
        .map(move |(word, place)| heard(word, from + place * each, from + (place + 1) * each))
}

fn heard(text: &str, start: u32, end: u32) -> Word {
    Word {
        text: text.to_owned(),
        start,
        end,
        confidence: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Speaker;

    fn line(words: &[(&str, u32, u32)]) -> Line {
        let word = |(text, start, end): &(&str, u32, u32)| Word {
            confidence: Some(0.1),
            ..heard(text, *start, *end)
        };
        let text: Vec<&str> = words.iter().map(|word| word.0).collect();
        Line {
            recording: 0,
            speaker: Speaker::Agent,
            start: 0,
            end: 2_000,
            text: text.join(" "),
            words: words.iter().map(word).collect(),
        }
    }

    #[test]
    fn words_that_stay_keep_their_times_and_new_ones_fit_between() {
        let before = line(&[
            ("Ваш", 0, 300),
            ("за", 400, 500),
            ("казус", 500, 900),
            ("готов.", 1_000, 1_400),
        ]);
        let after = before.corrected("Ваш  заказ готов!");
        assert_eq!(after.text, "Ваш заказ готов!");
        let times: Vec<_> = after
            .words
            .iter()
            .map(|word| (word.text.as_str(), word.start, word.end))
            .collect();
        assert_eq!(
            times,
            [
                ("Ваш", 0, 300),
                ("заказ", 300, 1_000),
                ("готов!", 1_000, 1_400)
            ]
        );
        assert!(after.words.iter().all(|word| word.confidence.is_none()));
    }

    #[test]
    fn a_line_without_words_stays_without() {
        let before = Line {
            words: Vec::new(),
            ..line(&[("да", 0, 1)])
        };
        assert!(before.corrected("да, конечно").words.is_empty());
        assert!(line(&[("да", 0, 1)]).corrected("").words.is_empty());
    }
}
