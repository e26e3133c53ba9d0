//! The article's bodies in the desk's words.

use domain::call::{Direction, Outcome, State, derive};
use domain::{At, CallEvent, Country, EventKind, Party};
use jiff::tz::TimeZone;

use super::*;

fn place() -> Place {
    Place {
        country: Country::default(),
        zone: TimeZone::get("Europe/Moscow").unwrap(),
    }
}

fn heard(body: &str) -> Heard {
    let request = uis::Request {
        method: "POST",
        query: "",
        content_type: None,
        body: body.as_bytes(),
    };
    hear(&request, At::from_second(1_774_704_547).unwrap(), &place())
}

fn event(body: &str) -> CallEvent {
    heard(body).call.unwrap().1
}

const TALK: &str = r#"{"ud_channel_token":"t","answer_time":"2026-03-28 16:29:18.398","call_session_id":5139032001,
    "contact_phone_number":"79160000002","direction":"in","employee_full_name":"Иванова Мария","employee_id":391001,
    "leg_ids":[1,2],"notification_mnemonic":"talk_started","notification_time":"2026-03-28 16:29:18.702",
    "notification_timestamp":1774704558,"start_time":"2026-03-28 16:29:07.341","virtual_phone_number":"74950000001"}"#;

const FINISHED: &str = r#"{"call_session_id":5139032001,"connection_time":"2026-03-28 16:29:18.398","direction":"in",
    "contact_phone_number":"79160000002","employee_id":391001,"finish_reason":"subscriber_disconnects",
    "finish_time":"2026-03-28 16:30:03.901","is_lost":false,"last_talked_employee_id":391001,
    "last_talked_employee_full_name":"Иванова Мария","notification_mnemonic":"call_session_finished",
    "notification_time":"2026-03-28 16:30:04.120","notification_timestamp":1774704604,"postprocess_time_duration":0,
    "record_file_links":["https://app.uiscom.ru/system/media/talk/5139032001/0123456789abcdef0123456789abcdef"],
    "start_time":"2026-03-28 16:29:07.341","talk_time_duration":45,"total_time_duration":56,"wait_time_duration":11}"#;

#[test]
fn a_talk_is_told_in_the_desks_words() {
    let (session, talk) = heard(TALK).call.unwrap();
    assert_eq!(session, 5_139_032_001);
    assert_eq!(
        (talk.kind, talk.direction),
        (EventKind::TalkStarted, Some(Direction::In))
    );
    assert_eq!(talk.client.unwrap().as_text(), Some("+79160000002"));
    assert_eq!(talk.operator.unwrap().id, Some(391_001));
    assert_eq!(
        talk.answered_at.unwrap().to_string(),
        "2026-03-28T13:29:18.398Z",
        "Moscow is three hours ahead"
    );
    assert_eq!(talk.at.to_string(), "2026-03-28T13:29:18.702Z");
}

#[test]
fn the_accounts_offset_beats_the_channels_zone() {
    let east = TALK
        .replace("1774704558", "1774689558")
        .replace("16:29:18.702", "16:19:18.702");
    let seconds = event(&east).answered_at.unwrap();
    assert_eq!(
        seconds.to_string(),
        "2026-03-28T09:29:18.398Z",
        "the notification says seven hours"
    );
}

#[test]
fn talk_and_finish_make_a_call() {
    let call = derive(&[event(FINISHED), event(TALK)], false).unwrap();
    assert_eq!(
        (call.state, call.outcome),
        (State::Finished, Outcome::Talked)
    );
    assert_eq!(
        (call.talk_seconds, call.wait_seconds, call.total_seconds),
        (Some(45), Some(11), Some(56))
    );
    assert_eq!(call.recordings.len(), 1);
    assert_eq!(
        call.operator.unwrap().name.as_deref(),
        Some("Иванова Мария")
    );
}

#[test]
fn without_a_contact_the_end_that_is_not_ours_is_the_clients() {
    let body = |direction: &str| {
        format!(
            r#"{{"call_session_id":1,"direction":"{direction}","calling_phone_number":"79160000003","called_phone_number":"79160000004"}}"#
        )
    };
    assert_eq!(
        event(&body("in")).client.unwrap().as_text(),
        Some("+79160000003")
    );
    assert_eq!(
        event(&body("out")).client.unwrap().as_text(),
        Some("+79160000004")
    );
}

#[test]
fn a_hidden_number_is_withheld() {
    let body = TALK.replace("79160000002", "anonymous");
    assert_eq!(event(&body).client, Some(Party::Withheld));
}

#[test]
fn an_event_of_another_name_with_a_session_belongs_to_the_call() {
    let leg = r#"{"call_session_id":5139032001,"notification_mnemonic":"call_connected","direction":"in"}"#;
    assert_eq!(event(leg).kind, EventKind::Aside);
    let file = r#"{"call_session_id":5139032001,"notification_mnemonic":"talk_record_file","file_link":"https://x/1"}"#;
    assert_eq!(event(file).recordings, ["https://x/1"]);
}

#[test]
fn what_has_no_session_is_about_no_call_and_what_is_no_text_is_unreadable() {
    let chat = heard(r#"{"notification_mnemonic":"lost_chat","direction":"in"}"#);
    assert!(chat.call.is_none() && chat.readable);
    let noise = heard("\u{0}\u{1}");
    assert!(noise.call.is_none() && !noise.readable);
}
