//! Numbers in what was said: as digits, or as words in Russian and English.

use std::ops::Range;

use crate::search::words::split;

/// A piece of a text: a number or another word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// The word in lower case, ё as е; of a number in several words the first.
    pub(crate) word: String,
    /// Its digits, when it is a number.
    pub(crate) digits: Option<String>,
}

/// The pieces of a text; number words that belong together are one: «сто двадцать три» is 123, «два семь» is 2 and 7.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut open: Option<(Range<usize>, String, u32, u32)> = None;
    for (range, word) in split(text) {
        let value = value(&word);
        if let Some((so_far, first, sum, least)) = open.take() {
            match value {
                Some(value) if value > 0 && value < least && fits(value, least) => {
                    open = Some((so_far.start..range.end, first, sum + value, step(value)));
                    continue;
                }
                Some(_) | None => pieces.push(number(so_far, first, sum)),
            }
        }
        match value {
            Some(0) => pieces.push(number(range, word, 0)),
            Some(value) => open = Some((range, word, value, step(value))),
            None => {
                let digits = word.bytes().all(|b| b.is_ascii_digit());
                pieces.push(Piece {
                    digits: digits.then(|| word.clone()),
                    range,
                    word,
                });
            }
        }
    }
    if let Some((range, word, sum, _)) = open {
        pieces.push(number(range, word, sum));
    }
    pieces
}

fn number(range: Range<usize>, word: String, value: u32) -> Piece {
    Piece {
        range,
        word,
        digits: Some(value.to_string()),
    }
}

/// What may follow a number word has to be smaller than this.
fn step(value: u32) -> u32 {
    match value {
        100.. => 100,
        20..=99 => 10,
        _ => 0,
    }
}

/// After hundreds come tens, teens or units; after tens units.
fn fits(value: u32, least: u32) -> bool {
    match least {
        100 => value < 100,
        10 => value < 10,
        _ => false,
    }
}

fn value(word: &str) -> Option<u32> {
    let known = WORDS.iter().find(|(name, _)| *name == word);
    known.map(|(_, value)| *value)
}

const WORDS: [(&str, u32); 83] = [
    ("ноль", 0),
    ("нуль", 0),
    ("ноля", 0),
    ("нуля", 0),
    ("один", 1),
    ("одна", 1),
    ("одно", 1),
    ("одну", 1),
    ("два", 2),
    ("две", 2),
    ("три", 3),
    ("четыре", 4),
    ("пять", 5),
    ("шесть", 6),
    ("семь", 7),
    ("восемь", 8),
    ("девять", 9),
    ("десять", 10),
    ("одиннадцать", 11),
    ("двенадцать", 12),
    ("тринадцать", 13),
    ("четырнадцать", 14),
    ("пятнадцать", 15),
    ("шестнадцать", 16),
    ("семнадцать", 17),
    ("восемнадцать", 18),
    ("девятнадцать", 19),
    ("двадцать", 20),
    ("тридцать", 30),
    ("сорок", 40),
    ("пятьдесят", 50),
    ("шестьдесят", 60),
    ("семьдесят", 70),
    ("восемьдесят", 80),
    ("девяносто", 90),
    ("сто", 100),
    ("двести", 200),
    ("триста", 300),
    ("четыреста", 400),
    ("пятьсот", 500),
    ("шестьсот", 600),
    ("семьсот", 700),
    ("восемьсот", 800),
    ("девятьсот", 900),
    ("zero", 0),
    ("oh", 0),
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("eleven", 11),
    ("twelve", 12),
    ("thirteen", 13),
    ("fourteen", 14),
    ("fifteen", 15),
    ("sixteen", 16),
    ("seventeen", 17),
    ("eighteen", 18),
    ("nineteen", 19),
    ("twenty", 20),
    ("thirty", 30),
    ("forty", 40),
    ("fifty", 50),
    ("sixty", 60),
    ("seventy", 70),
    ("eighty", 80),
    ("ninety", 90),
    ("одного", 1),
    ("двух", 2),
    ("трех", 3),
    ("четырех", 4),
    ("пяти", 5),
    ("шести", 6),
    ("семи", 7),
    ("восьми", 8),
    ("девяти", 9),
    ("десяти", 10),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn digits(text: &str) -> Vec<String> {
        pieces(text)
            .into_iter()
            .filter_map(|piece| piece.digits)
            .collect()
    }

    #[test]
    fn numbers_are_read_from_digits_and_words() {
        assert_eq!(digits("сто двадцать три"), ["123"]);
        assert_eq!(digits("два семь ноль ноль"), ["2", "7", "0", "0"]);
        assert_eq!(digits("сорок два семьдесят шесть"), ["42", "76"]);
        assert_eq!(digits("четыреста пятнадцать, 38-00"), ["415", "38", "00"]);
        assert_eq!(digits("Заказ двадцать. Пять штук"), ["25"]);
        assert_eq!(digits("twenty one five"), ["21", "5"]);
        assert_eq!(digits("сто двести"), ["100", "200"]);
        assert!(digits("стол и столица").is_empty());
    }

    #[test]
    fn a_number_in_several_words_stands_where_they_do() {
        let text = "код сто двадцать три.";
        let piece = &pieces(text)[1];
        assert_eq!(&text[piece.range.clone()], "сто двадцать три");
    }
}
