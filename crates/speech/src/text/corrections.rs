//! What is heard wrongly again and again, put right as people wish.

use domain::transcript::Word;

use super::plain;

/// Replaces each run of words that is heard wrongly, whatever its case and punctuation; times stay.
pub(super) fn applied(mut words: Vec<Word>, corrections: &[(String, String)]) -> Vec<Word> {
    for (heard, meant) in corrections {
        let heard: Vec<String> = plain(heard).split(' ').map(str::to_owned).collect();
        if heard.iter().any(|word| !word.is_empty()) {
            words = corrected(&words, &heard, meant.trim());
        }
    }
    words
}

fn corrected(words: &[Word], heard: &[String], meant: &str) -> Vec<Word> {
    let plain: Vec<String> = words.iter().map(|word| plain(&word.text)).collect();
    let mut out = Vec::with_capacity(words.len());
    let mut at = 0;
    while at < words.len() {
        let fits = plain
            .get(at..at + heard.len())
            .is_some_and(|run| run == heard);
        if !fits {
            out.push(words[at].clone());
            at += 1;
            continue;
        }
        out.extend(instead(&words[at..at + heard.len()], meant));
        at += heard.len();
    }
    out
}

/// The meant words over the time of those that were heard, with the punctuation at their end.
fn instead(heard: &[Word], meant: &str) -> Vec<Word> {
    let (Some(first), Some(last)) = (heard.first(), heard.last()) else {
        return Vec::new();
    };
    let end: String = last
        .text
        .chars()
        .rev()
        .take_while(char::is_ascii_punctuation)
        .collect();
    let end: String = end.chars().rev().collect();
    let meant: Vec<&str> = meant.split_whitespace().collect();
    let count = u32::try_from(meant.len()).unwrap_or(u32::MAX).max(1);
    let step = last.end.saturating_sub(first.start) / count;
    let word = |(place, text): (u32, &&str)| Word {
        text: if place + 1 == count {
            format!("{text}{end}")
        } else {
            (*text).to_owned()
        },
        start: first.start + step * place,
        end: if place + 1 == count {
            last.end
        } else {
            first.start + step * (place + 1)
        },
        confidence: first.confidence,
    };
    (0..).zip(&meant).map(word).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{joined, words};
    use super::*;

    fn put_right(text: &str, corrections: &[(&str, &str)]) -> String {
        let own = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
        let corrections: Vec<_> = corrections.iter().map(own).collect();
        joined(&applied(words(text), &corrections))
    }

    #[test]
    fn runs_of_words_are_put_right_and_parts_of_words_are_not() {
        let list = [("до звон", "Дозвон"), ("яндекс деск", "Юздеск")];
        assert_eq!(
            put_right("У нас До звон, и всё.", &list),
            "У нас Дозвон, и всё."
        );
        assert_eq!(put_right("Яндекс Деск?", &list), "Юздеск?");
        assert_eq!(put_right("до звонка", &list), "до звонка");
        assert_eq!(
            put_right("слово", &[("слово", "два слова"), ("", "x")]),
            "два слова"
        );
    }

    #[test]
    fn times_stay_where_they_were() {
        let list = [("b c".to_owned(), "x y z".to_owned())];
        let after = applied(words("a b c d"), &list);
        assert_eq!(after.len(), 5);
        assert_eq!((after[1].start, after[3].end), (100, 290));
        assert_eq!(after[4].start, 300);
    }
}
