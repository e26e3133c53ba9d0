//! Values are kept in one spelling, or refused.

use super::*;
use crate::At;

fn field(kind: FieldKind) -> ClientField {
    ClientField {
        id: FieldId::at(At::UNIX_EPOCH),
        name: "Договор".to_owned(),
        kind,
        choices: vec!["Розница".to_owned(), "Опт".to_owned()],
        place: 0,
    }
}

fn read(kind: FieldKind, typed: &str) -> Option<String> {
    field(kind).read(typed).unwrap()
}

#[test]
fn a_value_is_kept_in_one_spelling() {
    assert_eq!(
        read(FieldKind::Number, "1 234,50").as_deref(),
        Some("1234.5")
    );
    assert_eq!(read(FieldKind::Number, "-7").as_deref(), Some("-7"));
    assert_eq!(
        read(FieldKind::Date, "28.03.2026").as_deref(),
        Some("2026-03-28")
    );
    assert_eq!(read(FieldKind::Choice, "опт").as_deref(), Some("Опт"));
    assert_eq!(read(FieldKind::Checkbox, "Да").as_deref(), Some(TICKED));
    assert_eq!(
        read(FieldKind::Link, "shop.example/7?a=1").as_deref(),
        Some("https://shop.example/7?a=1")
    );
    assert_eq!(
        read(FieldKind::Link, "http://shop.example:8080/").as_deref(),
        Some("http://shop.example:8080/")
    );
    assert_eq!(
        read(FieldKind::Text, "  № 12\n от мая").as_deref(),
        Some("№ 12 от мая")
    );
}

#[test]
fn nothing_typed_is_no_value() {
    for kind in FieldKind::ALL {
        assert_eq!(read(kind, " "), None);
    }
    assert_eq!(read(FieldKind::Checkbox, "нет"), None);
}

#[test]
fn what_does_not_fit_is_refused() {
    let wrong = |kind, typed| field(kind).read(typed).unwrap_err();
    for typed in ["семь", "1e9", "inf", "1.2.3", "12345678901234567"] {
        assert_eq!(
            wrong(FieldKind::Number, typed),
            WrongValue::NotANumber,
            "{typed}"
        );
    }
    assert_eq!(wrong(FieldKind::Date, "31.02.2026"), WrongValue::NotADate);
    assert!(
        matches!(wrong(FieldKind::Choice, "Другое"), WrongValue::NotAmong(choices) if choices.len() == 2)
    );
    assert_eq!(
        wrong(FieldKind::Checkbox, "может быть"),
        WrongValue::NotYesNo
    );
    for typed in ["javascript:alert(1)", "просто слова", "https://", "ftp:x"] {
        assert_eq!(
            wrong(FieldKind::Link, typed),
            WrongValue::NotALink,
            "{typed}"
        );
    }
    assert_eq!(
        wrong(FieldKind::Text, &"ё".repeat(501)),
        WrongValue::TooLong(500)
    );
}
