//! Promises that are found, and those that are not.

use jiff::tz::TimeZone;

use super::*;

/// 28 March 2026, 16:29:07 in Moscow.
fn said() -> Zoned {
    let at = At::from_second(1_774_704_547).unwrap();
    at.to_zoned(TimeZone::get("Europe/Moscow").unwrap())
}

fn found(text: &str) -> Option<(String, String)> {
    let found = Rules::read(USUAL).unwrap().find(text, &said())?;
    let at = found.remind_at.to_zoned(said().time_zone().clone());
    Some((found.phrase, at.strftime("%d %H:%M").to_string()))
}

fn promised(text: &str, phrase: &str, at: &str) {
    assert_eq!(
        found(text),
        Some((phrase.to_owned(), at.to_owned())),
        "{text}"
    );
}

#[test]
fn promises_are_found_in_any_form_with_words_between() {
    promised(
        "Хорошо, я перезвоню вам завтра.",
        "перезвоню вам завтра",
        "29 10:00",
    );
    promised(
        "Завтра мы обязательно перезвоним",
        "Завтра мы обязательно перезвоним",
        "29 10:00",
    );
    promised(
        "Перезвоню через двадцать минут",
        "Перезвоню через двадцать минут",
        "28 16:49",
    );
    promised(
        "я вам перезвоню через 2 часа",
        "перезвоню через 2 часа",
        "28 18:29",
    );
    promised("перезвоню через час", "перезвоню через час", "28 17:29");
    promised(
        "I will call you back in ten minutes",
        "call you back in ten minutes",
        "28 16:39",
    );
    promised("до конца дня решим", "до конца дня", "28 17:00");
}

#[test]
fn other_words_are_no_promise() {
    for text in [
        "Завтра выходной",
        "Я вам уже перезванивал",
        "Перезвоню",
        "Перезвоню, как только менеджер вернётся из отпуска, не завтра",
        "",
    ] {
        assert_eq!(found(text), None, "{text}");
    }
}

#[test]
fn a_time_that_is_over_is_no_promise() {
    let rules = Rules::read("сегодня утром = сегодня 09:00").unwrap();
    assert_eq!(rules.find("сегодня утром", &said()), None);
}

#[test]
fn a_line_that_is_no_rule_is_named() {
    for (text, line) in [
        ("перезвоню", 1),
        ("# ok\n\nзавтра = когда-нибудь", 3),
        ("через {n} минут = завтра", 1),
        ("позже = через {n} минут", 1),
        ("= завтра", 1),
        ("завтра = завтра 25:00", 1),
    ] {
        assert_eq!(Rules::read(text).unwrap_err().line, line, "{text}");
    }
}
