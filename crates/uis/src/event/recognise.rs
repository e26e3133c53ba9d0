//! Which event a notification is, even when it does not say.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Event;
use crate::Notification;

/// By what the event was recognised, surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum How {
    /// `notification_mnemonic` named it.
    Mnemonic,
    /// Another key held one of the mnemonics.
    OtherKey,
    /// The fields that came with a value.
    Fields,
    /// The notification still has its default name.
    Name,
    /// Nothing but the direction is known: taken for the call's start.
    Direction,
    /// Not even the direction: taken for a start, outgoing when there is an operator.
    LastResort,
}

/// Words Novofon's default bodies carry in a key of their own.
const NOVOFON: [(&str, Event); 2] = [
    ("CALL_END", Event::CallSessionFinished),
    ("RECORD_CALL", Event::TalkRecordFile),
];

/// The event a notification is about, and what told it.
#[must_use]
pub fn recognise(notification: &Notification) -> (Event, How) {
    by_mnemonic(notification)
        .map(|event| (event, How::Mnemonic))
        .or_else(|| by_other_key(notification).map(|event| (event, How::OtherKey)))
        .or_else(|| by_fields(notification).map(|event| (event, How::Fields)))
        .or_else(|| by_name(notification).map(|event| (event, How::Name)))
        .unwrap_or_else(|| by_direction(notification))
}

fn by_mnemonic(notification: &Notification) -> Option<Event> {
    let word = notification.notification_mnemonic.as_deref()?.trim();
    let known = Event::from_mnemonic(word).or_else(|| Event::from_name(word));
    known.or_else(|| Some(Event::Other(word.to_owned())))
}

fn by_other_key(notification: &Notification) -> Option<Event> {
    words(notification).find_map(Event::from_mnemonic)
}

fn by_fields(notification: &Notification) -> Option<Event> {
    let finished = notification.finish_time.is_some()
        || notification.finish_reason.is_some()
        || notification.is_lost.is_some()
        || notification.talk_time_duration.is_some()
        || notification.total_time_duration.is_some();
    let talking = notification.answer_time.is_some() && notification.leg_ids.is_some();
    match (finished, talking) {
        (true, _) => Some(Event::CallSessionFinished),
        (false, true) => Some(Event::TalkStarted),
        (false, false) => None,
    }
}

fn by_name(notification: &Notification) -> Option<Event> {
    let named = notification
        .notification_name
        .as_deref()
        .and_then(Event::from_name);
    named.or_else(|| words(notification).find_map(by_novofon_word))
}

fn by_direction(notification: &Notification) -> (Event, How) {
    match notification.direction.as_deref().map(str::trim) {
        Some("in") => (Event::InCallSession, How::Direction),
        Some("out") => (Event::OutCallSession, How::Direction),
        Some(_) | None if has_operator(notification) => (Event::OutCallSession, How::LastResort),
        Some(_) | None => (Event::InCallSession, How::LastResort),
    }
}

/// Texts that may name the event: the notification's name and those under keys of the owner's own.
fn words(notification: &Notification) -> impl Iterator<Item = &str> {
    let name = notification.notification_name.as_deref();
    name.into_iter()
        .chain(notification.other.values().filter_map(Value::as_str))
}

fn by_novofon_word(word: &str) -> Option<Event> {
    let found = NOVOFON
        .into_iter()
        .find(|(known, _)| word.trim().eq_ignore_ascii_case(known));
    found.map(|(_, event)| event)
}

fn has_operator(notification: &Notification) -> bool {
    notification.employee_id.is_some()
        || notification.employee_full_name.is_some()
        || notification.employee_phone_number.is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(json: &str) -> (Event, How) {
        recognise(&serde_json::from_str(json).unwrap())
    }

    #[test]
    fn the_mnemonic_wins_over_everything() {
        let found = said(r#"{"notification_mnemonic":"talk_started","is_lost":false}"#);
        assert_eq!(found, (Event::TalkStarted, How::Mnemonic));
        let other = said(r#"{"notification_mnemonic":"chat_finished","is_lost":false}"#);
        assert_eq!(
            other,
            (Event::Other("chat_finished".to_owned()), How::Mnemonic)
        );
    }

    #[test]
    fn a_mnemonic_under_another_key_wins_over_the_fields() {
        let found = said(r#"{"is_lost":false,"other":{"event":"lost_call_session"}}"#);
        assert_eq!(found, (Event::LostCallSession, How::OtherKey));
        let named = said(r#"{"notification_name":"out_call_session"}"#);
        assert_eq!(named, (Event::OutCallSession, How::OtherKey));
    }

    #[test]
    fn any_one_field_of_the_end_tells_a_finished_call() {
        for field in [
            r#""finish_time":"2026-03-28 16:30:00""#,
            r#""finish_reason":"timeout""#,
            r#""is_lost":true"#,
            r#""talk_time_duration":0"#,
            r#""total_time_duration":3"#,
        ] {
            let body = format!(r#"{{{field},"notification_name":"Начало разговора"}}"#);
            assert_eq!(
                said(&body),
                (Event::CallSessionFinished, How::Fields),
                "{field}"
            );
        }
    }

    #[test]
    fn an_answer_tells_a_talk_only_together_with_legs() {
        let talk = said(r#"{"answer_time":"2026-03-28 16:30:00","leg_ids":[1],"direction":"in"}"#);
        assert_eq!(talk, (Event::TalkStarted, How::Fields));
        let start = said(r#"{"answer_time":"2026-03-28 16:30:00","direction":"in"}"#);
        assert_eq!(start, (Event::InCallSession, How::Direction));
    }

    #[test]
    fn a_default_name_tells_the_event() {
        let found = said(r#"{"notification_name":" Потерянный звонок ","direction":"in"}"#);
        assert_eq!(found, (Event::LostCallSession, How::Name));
        let novofon = said(r#"{"other":{"event":"CALL_END"}}"#);
        assert_eq!(novofon, (Event::CallSessionFinished, How::Name));
    }

    #[test]
    fn what_tells_nothing_is_the_start_of_a_call() {
        assert_eq!(
            said(r#"{"direction":"out"}"#),
            (Event::OutCallSession, How::Direction)
        );
        assert_eq!(said("{}"), (Event::InCallSession, How::LastResort));
        assert_eq!(
            said(r#"{"employee_id":1}"#),
            (Event::OutCallSession, How::LastResort)
        );
    }
}
