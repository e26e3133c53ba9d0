//! What each scenario of an incoming call tells, from its first event to its last.

use serde_json::{Value, json};

use super::listening::{end, finish, names, told};

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
