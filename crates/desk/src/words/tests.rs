//! The article's comment, word for word.

use domain::call::Direction;
use domain::timeline::Change;
use domain::{CallId, Entry, EntryId, EntryKind, Language, TicketId};
use jiff::tz::TimeZone;

use super::*;
use crate::calls::FinishedFields;

fn entry(fields: &FinishedFields) -> Entry {
    let at = fields.started_at;
    Entry {
        id: EntryId::at(at),
        ticket_id: TicketId::at(at),
        kind: EntryKind::CallFinished,
        at,
        author: None,
        text: None,
        fields: serde_json::to_value(fields).unwrap(),
        call_id: Some(CallId::at(at)),
        edited_at: None,
    }
}

fn fields() -> FinishedFields {
    FinishedFields {
        direction: Direction::In,
        status: Some("success".to_owned()),
        operator_id: Some("391001".to_owned()),
        started_at: "2026-03-28T13:29:07.341Z".parse().unwrap(),
        finished_at: Some("2026-03-28T13:30:03.901Z".parse().unwrap()),
        operator_name: Some("Иванова Мария".to_owned()),
        duration: Some("00:00:45".to_owned()),
        recordings: vec!["/api/v1/calls/call_1/recordings/0".to_owned()],
    }
}

#[test]
fn the_comment_has_the_articles_eight_lines() {
    let zone = TimeZone::get("Europe/Moscow").unwrap();
    let text = entry_text(
        &entry(&fields()),
        Language::Ru,
        &zone,
        "https://desk.example",
    );
    assert_eq!(
        text,
        "Тип: входящий звонок\nСтатус: Успех\nID: 391001\nВремя начала: 28.03.2026 16:29:07\n\
         Время завершения: 28.03.2026 16:30:03\nОператор: Иванова Мария\nПродолжительность звонка: 00:00:45\n\
         Запись разговора: https://desk.example/api/v1/calls/call_1/recordings/0"
    );
}

#[test]
fn what_is_not_known_is_said_to_be_none() {
    let lapsed = FinishedFields {
        direction: Direction::Out,
        status: None,
        operator_id: None,
        finished_at: None,
        operator_name: None,
        duration: None,
        recordings: Vec::new(),
        ..fields()
    };
    let text = entry_text(&entry(&lapsed), Language::Ru, &TimeZone::UTC, "");
    assert!(
        text.contains("Тип: исходящее соединение\nСтатус: Неизвестно"),
        "{text}"
    );
    assert!(text.ends_with("Запись разговора: нет"), "{text}");
}

#[test]
fn a_change_is_told_in_the_readers_language() {
    let change = Change {
        field: "status".into(),
        from: Some("new".into()),
        to: Some("on_hold".into()),
    };
    assert_eq!(
        change_text(&change, Language::Ru, &TimeZone::UTC),
        "Статус: Новый → Отложен"
    );
    assert_eq!(
        change_text(&change, Language::En, &TimeZone::UTC),
        "Status: New → On hold"
    );
    let moved = Change {
        field: "call_moved".into(),
        from: None,
        to: Some("12".into()),
    };
    assert_eq!(
        change_text(&moved, Language::Ru, &TimeZone::UTC),
        "Звонок перенесён: без запроса → запрос № 12"
    );
}
