//! The panel's API: what it takes and what it refuses.

use axum::http::StatusCode;
use serde_json::json;

use super::bench::Bench;

#[tokio::test]
async fn sessions_are_beyond_32_bits_and_follow_each_other() {
    let bench = Bench::new().await;
    let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": "short"});
    let first = bench.place(wish.clone()).await;
    assert_eq!(
        (first, bench.place(wish).await),
        (5_139_032_001, 5_139_032_002)
    );
}

#[tokio::test]
async fn a_bad_wish_is_refused_with_one_sentence() {
    let bench = Bench::new().await;
    let wish = |changes: serde_json::Value| {
        let mut wish =
            json!({"direction": "in", "client_number": "79160000002", "scenario": "talked"});
        wish.as_object_mut()
            .unwrap()
            .extend(changes.as_object().unwrap().clone());
        wish
    };
    for (changes, sentence) in [
        (json!({"scenario": "dance"}), "There is no scenario «dance»"),
        (json!({"direction": "up"}), "direction is «in» or «out»"),
        (json!({"operator_id": 7}), "There is no operator 7"),
        (
            json!({"virtual_number": "74990000000"}),
            "is not a virtual number of this account",
        ),
        (json!({"client_number": "12"}), "is not a phone number"),
        (
            json!({"recording": "silence"}),
            "There is no recording «silence»",
        ),
        (json!({"speed": 0}), "speed is a number from"),
        (
            json!({"direction": "out", "scenario": "voice_mail"}),
            "is a scenario of incoming calls",
        ),
        (json!({"colour": "red"}), "unknown field `colour`"),
    ] {
        let (status, body) = bench
            .call("POST", "/panel/calls", Some(wish(changes)))
            .await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(
            body["detail"].as_str().unwrap().contains(sentence),
            "{body}"
        );
        let russian = body["detail_ru"].as_str().unwrap();
        assert!(
            russian.chars().any(|sign| ('а'..='я').contains(&sign)),
            "{russian}"
        );
    }
}

#[tokio::test]
async fn notifications_are_kept_as_pasted_and_bad_ones_refused() {
    let bench = Bench::new().await;
    let template = "{  \n\"id\":{{call_session_id}}}";
    bench.put("/panel/notifications", json!({"address": "http://desk.example/hooks/uis", "templates": {"in_call_session": template}})).await;
    let kept = bench.get("/panel/notifications").await;
    assert_eq!(kept["templates"]["in_call_session"], template);
    for bad in [
        json!({"address": "desk.example", "templates": {}}),
        json!({"address": "ftp://desk.example", "templates": {}}),
        json!({"address": "http://desk.example", "templates": {"in_call_sesion": "{}"}}),
    ] {
        let (status, body) = bench.call("PUT", "/panel/notifications", Some(bad)).await;
        assert_eq!(status, StatusCode::UNPROCESSABLE_ENTITY, "{body}");
    }
    assert_eq!(bench.get("/panel/notifications").await, kept);
}

#[tokio::test]
async fn a_live_call_can_be_hung_up() {
    let bench = Bench::new().await;
    let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": "missed", "speed": 1.0});
    let session = bench.place(wish).await;
    let (status, _) = bench
        .call("POST", &format!("/panel/calls/{session}/hangup"), None)
        .await;
    assert_eq!(status, StatusCode::OK);
    let call = bench.over(session).await;
    assert_eq!(
        (call["is_lost"].clone(), call["finish_reason"].clone()),
        (json!(true), json!("subscriber_disconnects"))
    );
    let (status, _) = bench
        .call("POST", &format!("/panel/calls/{session}/hangup"), None)
        .await;
    assert_eq!(status, StatusCode::NOT_FOUND);
}
