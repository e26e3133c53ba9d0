//! Listening to one call: everything that is told about it, event by event.

use serde_json::{Map, Value, json};

use super::bench::{Bench, FAST, eventually};
use crate::call::Event;

/// A template that holds what matters of every event; what is not offered stays literal.
const FACTS: [&str; 16] = [
    "notification_mnemonic",
    "employee_id",
    "employee_ids",
    "contact_phone_number",
    "is_lost",
    "is_transfer",
    "finish_reason",
    "lost_reason",
    "wait_time_duration",
    "talk_time_duration",
    "clean_talk_time_duration",
    "total_time_duration",
    "record_file_links",
    "direction",
    "last_talked_employee_id",
    "calling_phone_number",
];

/// Everything that is told about one call.
pub(super) async fn told(wish: Value) -> Vec<Map<String, Value>> {
    let pairs: Vec<_> = FACTS
        .iter()
        .map(|name| format!("\"{name}\":{{{{{name}}}}}"))
        .collect();
    let template = format!("{{{}}}", pairs.join(","));
    let templates: Map<_, _> = Event::ALL
        .iter()
        .map(|event| (event.mnemonic().to_owned(), json!(template)))
        .collect();
    let bench = Bench::telling(Value::Object(templates)).await;
    let mut whole = json!({"client_number": "79160000002", "operator_id": 391001, "speed": FAST});
    whole
        .as_object_mut()
        .unwrap()
        .extend(wish.as_object().unwrap().clone());
    let session = bench.place(whole).await;
    let call = bench.over(session).await;
    let records = call["recordings"].as_array().unwrap().len();
    let last = match (records, call["is_lost"] == true) {
        (0, true) => vec!["\"lost_call_session\""],
        (0, false) => vec!["\"call_session_finished\""],
        (_, _) => vec!["\"voice_message\"", "\"talk_record_file\""],
    };
    let bodies = eventually(async || {
        let bodies = bench.heard(1).await;
        let closing = bodies
            .iter()
            .filter(|body| last.iter().any(|end| body.contains(end)))
            .count();
        (closing >= records.max(1)).then_some(bodies)
    })
    .await;
    bodies.iter().map(|body| read(body)).collect()
}

fn read(body: &str) -> Map<String, Value> {
    let repaired = FACTS.iter().fold(body.to_owned(), |body, name| {
        body.replace(&format!("{{{{{name}}}}}"), "\"-\"")
    });
    serde_json::from_str(&repaired).unwrap()
}

pub(super) fn names(told: &[Map<String, Value>]) -> Vec<&str> {
    told.iter()
        .map(|event| event["notification_mnemonic"].as_str().unwrap())
        .collect()
}

pub(super) fn finish(told: &[Map<String, Value>]) -> &Map<String, Value> {
    told.iter()
        .find(|event| event["notification_mnemonic"] == "call_session_finished")
        .unwrap()
}

/// The given facts of the end.
pub(super) fn end(told: &[Map<String, Value>], facts: &[&str]) -> Vec<Value> {
    facts
        .iter()
        .map(|fact| finish(told)[*fact].clone())
        .collect()
}
