//! What each scenario of an outgoing call tells.

use serde_json::json;

use super::listening::{end, names, told};

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
