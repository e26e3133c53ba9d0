//! Digits as the words they are spoken with.

/// Longer ones are numbers of phones and tickets, which people say digit by digit.
const READ_AS_ONE: usize = 3;

const RU: [&str; 20] = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
    "пятнадцать",
    "шестнадцать",
    "семнадцать",
    "восемнадцать",
    "девятнадцать",
];
const RU_TENS: [&str; 10] = [
    "",
    "",
    "двадцать",
    "тридцать",
    "сорок",
    "пятьдесят",
    "шестьдесят",
    "семьдесят",
    "восемьдесят",
    "девяносто",
];
const RU_HUNDREDS: [&str; 10] = [
    "",
    "сто",
    "двести",
    "триста",
    "четыреста",
    "пятьсот",
    "шестьсот",
    "семьсот",
    "восемьсот",
    "девятьсот",
];
const EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const EN_TENS: [&str; 10] = [
    "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// The word itself, or the words of a number.
pub(super) fn in_words(word: &str, language: &str) -> Vec<String> {
    if word.is_empty() || !word.bytes().all(|byte| byte.is_ascii_digit()) {
        return vec![word.to_owned()];
    }
    let english = language == "en";
    let read_as_one = word.len() <= READ_AS_ONE && (word.len() == 1 || !word.starts_with('0'));
    let words: Vec<&str> = match word.parse::<usize>() {
        Ok(number) if read_as_one => cardinal(number, english),
        _ => {
            let digits = word.bytes().map(|byte| usize::from(byte - b'0'));
            let names = if english { EN } else { RU };
            digits.map(|digit| names[digit]).collect()
        }
    };
    words.into_iter().map(str::to_owned).collect()
}

/// Below a thousand.
fn cardinal(number: usize, english: bool) -> Vec<&'static str> {
    let (names, tens) = if english {
        (EN, EN_TENS)
    } else {
        (RU, RU_TENS)
    };
    let mut words = Vec::new();
    match (number / 100, english) {
        (0, _) => {}
        (hundreds, true) => words.extend([EN[hundreds], "hundred"]),
        (hundreds, false) => words.push(RU_HUNDREDS[hundreds]),
    }
    let rest = number % 100;
    if rest >= 20 {
        words.push(tens[rest / 10]);
        if !rest.is_multiple_of(10) {
            words.push(names[rest % 10]);
        }
    } else if rest > 0 || number == 0 {
        words.push(names[rest]);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_spoken() {
        let said = |word, language| in_words(word, language).join(" ");
        assert_eq!(said("0", "ru"), "ноль");
        assert_eq!(said("345", "ru"), "триста сорок пять");
        assert_eq!(said("110", "en"), "one hundred ten");
        assert_eq!(said("007", "en"), "zero zero seven");
        assert_eq!(said("89161234567", "ru").split(' ').count(), 11);
        assert_eq!(said("дом2", "ru"), "дом2");
    }
}
