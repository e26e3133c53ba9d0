//! What is masked and what stays.

use super::*;

fn line(speaker: Speaker, text: &str) -> Line {
    Line {
        recording: 0,
        speaker,
        start: 1_000,
        end: 9_000,
        text: text.to_owned(),
        words: Vec::new(),
    }
}

fn agent(text: &str) -> Line {
    line(Speaker::Agent, text)
}

fn client(text: &str) -> Line {
    line(Speaker::Client, text)
}

fn masked(lines: &[Line]) -> Vec<String> {
    let hidden = hidden(lines);
    let mask = |(place, line): (usize, &Line)| {
        let of_line = hidden.iter().filter(|one| one.line == place);
        let places: Vec<_> = of_line.map(|one| one.range.clone()).collect();
        line.without(&places).0.text
    };
    lines.iter().enumerate().map(mask).collect()
}

fn stays(text: &str) {
    assert_eq!(masked(&[client(text)]), [text]);
}

#[test]
fn a_cards_number_is_masked_however_it_is_said() {
    for said in [
        "Номер 4276 3800 1234 5679, записали?",
        "Номер 4276380012345679, записали?",
        "Номер сорок два семьдесят шесть, тридцать восемь ноль ноль, двенадцать тридцать четыре, пятьдесят шесть семьдесят девять, записали?",
        "Номер четыре два семь шесть потом 38 00 дальше 1234 и 5679, записали?",
    ] {
        assert_eq!(
            masked(&[client(said)]),
            [format!("Номер {MASK}, записали?")],
            "{said}"
        );
    }
    assert_eq!(
        masked(&[client("It is 5555 5555 5555 4444")]),
        [format!("It is {MASK}")]
    );
}

#[test]
fn a_card_read_in_pieces_while_the_other_says_yes_is_masked_in_all_of_them() {
    let said = [
        client("4276 3800"),
        agent("Так."),
        client("1234"),
        agent("Угу."),
        client("5679 и всё"),
    ];
    let seen = masked(&said);
    assert_eq!(seen[0], MASK);
    assert_eq!((seen[2].as_str(), seen[4].as_str()), (MASK, "•••• и всё"));
}

#[test]
fn a_misheard_card_is_masked_where_a_card_was_asked_for() {
    let said = [
        agent("Продиктуйте номер карты."),
        client("4276 3800 1234 5675"),
    ];
    assert_eq!(masked(&said)[1], MASK);
    stays("Номер отправления 4276 3800 1234 5675");
}

#[test]
fn the_code_of_a_card_is_masked_where_it_was_asked_for() {
    for asked in [
        "Назовите CVV.",
        "Три цифры на обороте?",
        "Код с обратной стороны",
    ] {
        let said = [agent(asked), client("сто двадцать три")];
        assert_eq!(masked(&said)[1], MASK, "{asked}");
    }
    stays("Квартира сто двадцать три");
    stays("Три цифры я забыл");
}

#[test]
fn a_passport_is_masked_where_it_is_spoken_of() {
    assert_eq!(
        masked(&[client("Паспорт 45 10 номер 123456")]),
        [format!("Паспорт {MASK}")]
    );
    let said = [
        agent("Серия паспорта?"),
        client("4510"),
        agent("Номер?"),
        client("123456"),
    ];
    let seen = masked(&said);
    assert_eq!((seen[1].as_str(), seen[3].as_str()), (MASK, MASK));
    stays("Заказ 123456");
}

#[test]
fn snils_is_known_by_its_check_number_and_a_telephone_number_stays() {
    assert_eq!(masked(&[client("112-233-445 95")]), [MASK]);
    assert_eq!(
        masked(&[client("СНИЛС 112 233 445 96")]),
        [format!("СНИЛС {MASK}")]
    );
    stays("Мой телефон 8 916 204-18-37");
    stays("Мой телефон плюс 7 916 204 18 37");
    stays("112-233-445 96");
}

#[test]
fn the_times_of_what_is_masked_are_those_of_its_words() {
    let word = |text: &str, start: u32| Word {
        text: text.to_owned(),
        start,
        end: start + 400,
        confidence: Some(0.9),
    };
    let said = Line {
        words: vec![
            word("код", 1_000),
            word("сто", 1_500),
            word("три,", 2_000),
            word("да", 3_000),
        ],
        ..client("код сто три, да")
    };
    let place = "код ".len().."код сто три".len();
    let (masked, times) = said.without(&[place]);
    assert_eq!(masked.text, "код ••••, да");
    assert_eq!(times, [(1_500, 2_400)]);
    let words: Vec<&str> = masked.words.iter().map(|word| word.text.as_str()).collect();
    assert_eq!(words, ["код", MASK, "да"]);
    let place = "код ".len().."код сто".len();
    let (_, times) = client("код сто три").without(std::slice::from_ref(&place));
    assert_eq!(times, [(1_000, 9_000)]);
}
