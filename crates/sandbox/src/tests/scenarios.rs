//! What each scenario tells, from its first event to its last.

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
async fn told(wish: Value) -> Vec<Map<String, Value>> {
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
    let last = if call["recordings"] == json!([]) {
        "\"call_session_finished\""
    } else {
        "\"voice_message\"|\"talk_record_file\""
    };
    let records = call["recordings"].as_array().unwrap().len().max(1);
    let bodies = eventually(async || {
        let bodies = bench.heard(1).await;
        let closing = bodies
            .iter()
            .filter(|body| last.split('|').any(|end| body.contains(end)))
            .count();
        (closing >= records).then_some(bodies)
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

fn names(told: &[Map<String, Value>]) -> Vec<&str> {
    told.iter()
        .map(|event| event["notification_mnemonic"].as_str().unwrap())
        .collect()
}

fn finish(told: &[Map<String, Value>]) -> &Map<String, Value> {
    told.iter()
        .find(|event| event["notification_mnemonic"] == "call_session_finished")
        .unwrap()
}

/// The given facts of the end.
fn end(told: &[Map<String, Value>], facts: &[&str]) -> Vec<Value> {
    facts
        .iter()
        .map(|fact| finish(told)[*fact].clone())
        .collect()
}

#[tokio::test]
async fn talked_in() {
    let told = told(json!({"direction": "in", "scenario": "talked"})).await;
    assert_eq!(
        names(&told),
        [
            "in_call_session",
            "in_call",
            "out_call",
            "call_proceeding",
            "call_connected",
            "talk_started",
            "talk_finished",
            "call_disconnected",
            "call_disconnected",
            "call_session_finished",
            "talk_record_file",
        ]
    );
    assert_eq!(
        end(&told, &["is_lost", "employee_id", "talk_time_duration"]),
        [json!(false), json!(391001), json!(63)]
    );
    let times = end(
        &told,
        &[
            "wait_time_duration",
            "talk_time_duration",
            "total_time_duration",
        ],
    );
    assert_eq!(
        times[0].as_i64().unwrap() + times[1].as_i64().unwrap(),
        times[2].as_i64().unwrap()
    );
    assert_eq!(end(&told, &["lost_reason"]), [json!("-")]);
}

#[tokio::test]
async fn missed_by_three_operators() {
    let told = told(json!({"direction": "in", "scenario": "missed"})).await;
    let rung = ["out_call", "call_proceeding", "call_disconnected"];
    let mut expected = vec!["in_call_session", "in_call"];
    expected.extend(rung.iter().chain(&rung).chain(&rung));
    expected.extend(["call_disconnected", "call_session_finished"]);
    assert_eq!(names(&told)[..expected.len()], expected);
    assert_eq!(
        end(
            &told,
            &[
                "is_lost",
                "employee_id",
                "employee_ids",
                "record_file_links",
                "finish_reason"
            ]
        ),
        [
            json!(true),
            Value::Null,
            json!([391001, 391002, 391003]),
            Value::Null,
            json!("no_success_operator_call")
        ]
    );
}

#[tokio::test]
async fn transferred_in() {
    let told = told(json!({"direction": "in", "scenario": "transferred"})).await;
    assert_eq!(
        names(&told),
        [
            "in_call_session",
            "in_call",
            "out_call",
            "call_proceeding",
            "call_connected",
            "talk_started",
            "talk_finished",
            "out_call",
            "call_proceeding",
            "call_connected",
            "call_disconnected",
            "talk_started",
            "talk_finished",
            "call_disconnected",
            "call_disconnected",
            "call_session_finished",
            "talk_record_file",
            "talk_record_file",
        ]
    );
    assert_eq!(
        end(
            &told,
            &[
                "is_transfer",
                "employee_id",
                "last_talked_employee_id",
                "talk_time_duration",
                "clean_talk_time_duration"
            ]
        ),
        [
            json!(true),
            json!(391001),
            json!(391002),
            json!(66),
            json!(62)
        ]
    );
    assert_eq!(
        finish(&told)["record_file_links"].as_array().unwrap().len(),
        2
    );
}

#[tokio::test]
async fn returned_to_the_first_operator() {
    let told = told(json!({"direction": "in", "scenario": "returned"})).await;
    let talks: Vec<_> = told
        .iter()
        .filter(|it| it["notification_mnemonic"] == "talk_started")
        .map(|it| it["employee_id"].clone())
        .collect();
    assert_eq!(talks, [391001, 391002, 391001]);
    assert_eq!(end(&told, &["last_talked_employee_id"]), [json!(391001)]);
}

#[tokio::test]
async fn busy_in_and_busy_out() {
    let incoming = told(json!({"direction": "in", "scenario": "busy"})).await;
    assert_eq!(
        end(&incoming, &["is_lost", "finish_reason"]),
        [json!(true), json!("operator_busy")]
    );
    let outgoing = told(json!({"direction": "out", "scenario": "busy"})).await;
    assert_eq!(
        end(&outgoing, &["is_lost", "finish_reason"]),
        [json!(true), json!("subscriber_busy")]
    );
    assert_eq!(
        names(&outgoing)[..5],
        [
            "out_call_session",
            "in_call",
            "out_call",
            "call_proceeding",
            "call_disconnected"
        ]
    );
}

#[tokio::test]
async fn talked_out() {
    let told = told(json!({"direction": "out", "scenario": "talked"})).await;
    assert_eq!(
        names(&told),
        [
            "out_call_session",
            "in_call",
            "out_call",
            "call_proceeding",
            "call_connected",
            "talk_started",
            "talk_finished",
            "call_disconnected",
            "call_disconnected",
            "call_session_finished",
            "talk_record_file",
        ]
    );
    assert_eq!(told[0]["employee_id"], 391001);
    assert_eq!(
        end(&told, &["direction", "contact_phone_number"]),
        [json!("out"), json!("79160000002")]
    );
}

#[tokio::test]
async fn no_answer_to_an_outgoing_call() {
    let told = told(json!({"direction": "out", "scenario": "no_answer"})).await;
    assert!(!names(&told).contains(&"talk_started"));
    assert_eq!(
        end(
            &told,
            &[
                "is_lost",
                "finish_reason",
                "talk_time_duration",
                "wait_time_duration"
            ]
        ),
        [
            json!(true),
            json!("no_success_subscriber_call"),
            json!(0),
            json!(25)
        ]
    );
}

#[tokio::test]
async fn abandoned_in_the_voice_menu() {
    let told = told(json!({"direction": "in", "scenario": "abandoned"})).await;
    assert_eq!(
        names(&told)[..4],
        [
            "in_call_session",
            "in_call",
            "call_disconnected",
            "call_session_finished"
        ]
    );
    assert_eq!(
        end(&told, &["employee_ids", "finish_reason"]),
        [Value::Null, json!("disconnect_before_call_processing")]
    );
}

#[tokio::test]
async fn withheld_number() {
    let told = told(json!({"direction": "in", "scenario": "withheld"})).await;
    assert_eq!(
        (
            &told[0]["contact_phone_number"],
            &told[0]["calling_phone_number"]
        ),
        (&Value::Null, &json!("anonymous"))
    );
    assert_eq!(end(&told, &["is_lost"]), [json!(false)]);
}

#[tokio::test]
async fn voice_mail() {
    let told = told(json!({"direction": "in", "scenario": "voice_mail"})).await;
    assert!(names(&told).contains(&"voice_message"));
    assert_eq!(
        end(&told, &["is_lost", "record_file_links"]),
        [json!(true), Value::Null]
    );
}

#[tokio::test]
async fn short_and_hold() {
    let short = told(json!({"direction": "in", "scenario": "short"})).await;
    assert_eq!(end(&short, &["talk_time_duration"]), [json!(2)]);
    let hold = told(json!({"direction": "in", "scenario": "hold"})).await;
    assert_eq!(
        names(&hold)
            .iter()
            .filter(|name| **name == "call_hold_control")
            .count(),
        2
    );
    let times = end(&hold, &["talk_time_duration", "clean_talk_time_duration"]);
    assert_eq!(times[0].as_i64().unwrap() - times[1].as_i64().unwrap(), 8);
}

#[tokio::test]
async fn a_lost_call_says_why() {
    let told = told(json!({"direction": "in", "scenario": "busy", "recording": "none"})).await;
    let lost: Vec<_> = told
        .iter()
        .filter(|it| it["notification_mnemonic"] == "lost_call_session")
        .collect();
    assert!(lost.iter().all(|it| it["lost_reason"] == "User Busy"));
}
