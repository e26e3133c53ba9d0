//! What somebody asks for: every term must be met, a term by any of its spellings; the last word may be unfinished.

use super::words::{forms, from_end, split, whole_tag};

/// A question put to the search.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ask {
    terms: Vec<Term>,
}

/// One thing that must be met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Any of these will do.
    pub any: Vec<Match>,
}

/// How a word is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// The whole word.
    Word(String),
    /// The word begins so.
    Start(String),
}

/// More words than a question can sensibly have.
const MOST_TERMS: usize = 8;
/// With fewer letters a beginning would be half of all words.
const SHORTEST_START: usize = 2;
/// Fewer digits say nothing about the end of a number.
const SHORTEST_TAIL: usize = 4;
/// With so many digits a number in pieces can only be a telephone number.
const SURELY_A_PHONE: usize = 7;
/// Longer numbers are not short numbers of tickets.
const LONGEST_TICKET: usize = 9;

impl Ask {
    /// Reads what was typed.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut terms = Vec::new();
        let mut rest = text.trim();
        while let Some((before, run, after)) = phone_run(rest) {
            words_into(&mut terms, before, false);
            terms.push(phone_term(run));
            rest = after;
        }
        words_into(&mut terms, rest, true);
        terms.truncate(MOST_TERMS);
        Self { terms }
    }

    /// Asks for a tag.
    #[must_use]
    pub fn tag(tag: &str) -> Self {
        let any = vec![Match::Word(whole_tag(tag))];
        Self {
            terms: vec![Term { any }],
        }
    }

    /// Asks for these terms.
    pub(super) fn of(terms: Vec<Term>) -> Self {
        Self { terms }
    }

    /// What must be met; without any nothing is asked.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.terms
    }
}

fn words_into(terms: &mut Vec<Term>, text: &str, last_may_be_unfinished: bool) {
    let words = split(text);
    let last = words.len().saturating_sub(1);
    for (place, (range, word)) in words.into_iter().enumerate() {
        let is_number = text[..range.start].trim_end().ends_with(['№', '#']);
        let unfinished = last_may_be_unfinished && place == last;
        terms.push(word_term(&word, is_number, unfinished));
    }
}

fn word_term(word: &str, is_number: bool, unfinished: bool) -> Term {
    let digits = word.bytes().all(|b| b.is_ascii_digit());
    let mut any = Vec::new();
    if digits && word.len() <= LONGEST_TICKET {
        any.push(Match::Word(format!("#{}", word.trim_start_matches('0'))));
    }
    if is_number && digits {
        return Term { any };
    }
    any.extend(forms(word).into_iter().map(Match::Word));
    if unfinished && word.chars().count() >= SHORTEST_START {
        any.push(Match::Start(word.to_owned()));
    }
    Term { any }
}

/// The first piece that is a telephone number or a part of one, with what stands around it.
fn phone_run(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit() || "+(".contains(c)) {
        let start = from + start;
        let tail = &text[start..];
        let length = tail
            .find(|c: char| !c.is_ascii_digit() && !"+()-–. \u{a0}".contains(c))
            .unwrap_or(tail.len());
        let joined = text[..start].ends_with(char::is_alphanumeric)
            || text[..start].trim_end().ends_with(['№', '#'])
            || tail[length..].starts_with(char::is_alphanumeric);
        let run = tail[..length].trim_end();
        if !joined && is_phone(run) {
            return Some((&text[..start], run, &tail[run.len()..]));
        }
        from = start + length;
    }
    None
}

fn is_phone(run: &str) -> bool {
    let digits = run.bytes().filter(u8::is_ascii_digit).count();
    let in_one_piece = !run.contains([' ', '\u{a0}']);
    digits >= SHORTEST_TAIL
        && (digits >= SURELY_A_PHONE || run.starts_with(['+', '(']) || in_one_piece)
}

/// A number in any spelling, from its beginning or its end; in one piece it may also be the number of a ticket or an order.
fn phone_term(run: &str) -> Term {
    let digits: String = run.chars().filter(char::is_ascii_digit).collect();
    let mut any = Vec::new();
    let mut start = |digits: &str| any.push(Match::Start(format!("+{digits}")));
    match (run.starts_with('+'), digits.as_bytes().first()) {
        (true, _) | (false, Some(b'7')) => start(&digits),
        (false, Some(b'8')) => {
            start(&format!("7{}", &digits[1..]));
            start(&format!("7{digits}"));
        }
        (false, Some(b'0')) => start(digits.trim_start_matches('0')),
        (false, _) => {
            start(&format!("7{digits}"));
            start(&digits);
        }
    }
    // A whole number that begins with the trunk's 8 ends as the same number with 7 does.
    let national = digits.strip_prefix('8').filter(|rest| rest.len() == 10);
    any.push(Match::Start(from_end(national.unwrap_or(&digits))));
    if digits == run {
        if digits.len() <= LONGEST_TICKET {
            any.push(Match::Word(format!("#{digits}")));
        }
        any.push(Match::Start(digits));
    }
    Term { any }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::Words;

    fn finds(text: &str, in_words: impl Fn(&mut Words)) -> bool {
        let mut words = Words::default();
        in_words(&mut words);
        let ask = Ask::read(text);
        let met = |any: &Match| match any {
            Match::Word(word) => words.iter().any(|has| has == word),
            Match::Start(start) => words.iter().any(|has| has.starts_with(start.as_str())),
        };
        !ask.terms().is_empty() && ask.terms().iter().all(|term| term.any.iter().any(met))
    }

    #[test]
    fn a_number_is_found_in_any_spelling_and_by_its_end() {
        let has = |words: &mut Words| words.phone(&"+79031234567".parse().unwrap());
        for spelling in [
            "8 (903) 123-45-67",
            "+7 903 123 45 67",
            "79031234567",
            "9031234567",
            "8903123",
            "+7903",
            "903 123-45",
            "4567",
            "45-67",
            "123-45-67",
            "234567",
            "89031234567",
        ] {
            assert!(finds(spelling, has), "{spelling}");
        }
        for other in ["4568", "8 (904)", "+1903", "67", "123-45-68"] {
            assert!(!finds(other, has), "{other}");
        }
    }

    #[test]
    fn words_are_found_in_any_form_and_the_last_while_it_is_typed() {
        let has = |words: &mut Words| {
            words.text("Не приехала доставка из Ёлкино: заказ 77 2024");
            words.number(512);
        };
        for asked in [
            "доставки",
            "ДОСТ",
            "елкино",
            "Ёлк",
            "приехать дост",
            "заказов 77",
            "512",
            "№ 512",
            "#512",
            "77 2024",
            "заказ 2024",
        ] {
            assert!(finds(asked, has), "{asked}");
        }
        for other in [
            "",
            "  ",
            "%",
            "дост приехала",
            "№ 77",
            "№ 7777",
            "51",
            "возврат",
        ] {
            assert!(!finds(other, has), "{other}");
        }
    }

    #[test]
    fn a_question_has_few_terms_whatever_is_pasted() {
        assert_eq!(Ask::read(&"слово ".repeat(500)).terms().len(), MOST_TERMS);
        assert!(Ask::read("\u{0}\n").terms().is_empty());
    }
}
