//! Bodies of notifications, as a PBX of tests renders them.

use serde_json::{Value, json};

/// An incoming call begins.
pub(crate) fn ringing(session: i64, number: &str) -> String {
    told(session, number, "in_call_session", &json!({}))
}

/// It is over: an operator talked for 45 seconds; links to recordings.
pub(crate) fn finished(session: i64, number: &str, links: &[String]) -> String {
    let end = json!({
        "finish_time": "2026-03-28 16:30:03.000",
        "connection_time": "2026-03-28 16:29:18.000",
        "finish_reason": "subscriber_disconnects",
        "is_lost": false,
        "last_talked_employee_id": 391_001,
        "last_talked_employee_full_name": "Анна Петрова",
        "talk_time_duration": 45,
        "total_time_duration": 56,
        "record_file_links": links,
    });
    told(session, number, "call_session_finished", &end)
}

/// It is over: nobody took it.
pub(crate) fn missed(session: i64, number: &str) -> String {
    let end = json!({
        "finish_time": "2026-03-28 16:29:37.000",
        "finish_reason": "no_operators",
        "is_lost": true,
        "talk_time_duration": 0,
        "total_time_duration": 30,
    });
    told(session, number, "call_session_finished", &end)
}

fn told(session: i64, number: &str, mnemonic: &str, more: &Value) -> String {
    let mut body = json!({
        "call_session_id": session,
        "contact_phone_number": number,
        "direction": "in",
        "notification_mnemonic": mnemonic,
        "notification_time": "2026-03-28 16:29:07.000",
        "notification_timestamp": 1_774_704_547,
        "start_time": "2026-03-28 16:29:07.000",
        "virtual_phone_number": "74950000001",
    });
    let fields = body.as_object_mut().unwrap();
    fields.extend(more.as_object().cloned().unwrap_or_default());
    body.to_string()
}
