//! A call that somebody steers through the Call API: its states, its legs and what is told of them.

use serde_json::{Value, json};

use super::bench::{Bench, FAST, eventually};
use super::rpc::CALL;

const TOLD: &str = "{{notification_mnemonic}} {{employee_id}} {{status}}";

/// A call that goes on until somebody ends it, and is in its talk.
pub(super) async fn talking(bench: &Bench) -> i64 {
    bench
        .faults(json!({"api_scenario": "open", "api_speed": FAST}))
        .await;
    let params = json!({"first_call": "employee", "direction": "out", "virtual_phone_number": "74950000001",
        "contact": "79160000003", "employee": {"id": 391002}, "switch_at_once": true});
    let answer = bench.rpc(CALL, "start.employee_call", params).await;
    let session = answer["result"]["data"]["call_session_id"]
        .as_i64()
        .unwrap();
    until(bench, session, &["Разговор", "Разговор"]).await;
    session
}

/// Waits until the legs that are up say so.
pub(super) async fn until(bench: &Bench, session: i64, words: &[&str]) -> Vec<Value> {
    let mut words = words.to_vec();
    words.sort_unstable();
    eventually(async || {
        let legs = legs(bench, session).await;
        let mut now: Vec<_> = legs
            .iter()
            .map(|leg| leg["state"].as_str().unwrap())
            .collect();
        now.sort_unstable();
        (now == words).then_some(legs.clone())
    })
    .await
}

pub(super) async fn legs(bench: &Bench, session: i64) -> Vec<Value> {
    let listed = bench.rpc(CALL, "list.calls", json!({})).await["result"]["data"].clone();
    let calls = listed.as_array().unwrap();
    let call = calls.iter().find(|call| call["call_session_id"] == session);
    call.map_or_else(Vec::new, |call| call["legs"].as_array().unwrap().clone())
}

/// What came of it: `done`, or the error's mnemonic.
pub(super) async fn steer(bench: &Bench, method: &str, session: i64, more: Value) -> String {
    let mut params = json!({"call_session_id": session});
    params
        .as_object_mut()
        .unwrap()
        .extend(more.as_object().unwrap().clone());
    let answer = bench.rpc(CALL, method, params).await;
    match answer["error"]["data"]["mnemonic"].as_str() {
        Some(mnemonic) => mnemonic.to_owned(),
        None => {
            assert_eq!(answer["result"]["data"]["success"], "true");
            "done".to_owned()
        }
    }
}

#[tokio::test]
async fn hold_and_back() {
    let bench = Bench::telling(json!({"call_hold_control": TOLD})).await;
    let session = talking(&bench).await;
    assert_eq!(
        steer(&bench, "unhold.call", session, json!({})).await,
        "invalid_state"
    );
    let music = json!({"contact_message": {"type": "media", "value": "2034"}});
    assert_eq!(steer(&bench, "hold.call", session, music).await, "done");
    until(&bench, session, &["На удержании", "Разговор"]).await;
    assert_eq!(
        steer(&bench, "hold.call", session, json!({})).await,
        "invalid_state"
    );
    assert_eq!(
        steer(&bench, "unhold.call", session, json!({})).await,
        "done"
    );
    until(&bench, session, &["Разговор", "Разговор"]).await;
    let told = bench.heard(2).await;
    assert!(
        told[0].ends_with("\"on\"") && told[1].ends_with("\"off\""),
        "{told:?}"
    );
}

#[tokio::test]
async fn a_colleague_is_asked_and_the_client_passed_on() {
    let templates = json!({"talk_started": TOLD, "talk_finished": TOLD, "call_session_finished": "{{last_talked_employee_id}} {{is_transfer}}"});
    let bench = Bench::telling(templates).await;
    let session = talking(&bench).await;
    assert_eq!(
        steer(&bench, "make.call", session, json!({"to": "103"})).await,
        "invalid_state"
    );
    steer(&bench, "hold.call", session, json!({})).await;
    assert_eq!(
        steer(&bench, "make.call", session, json!({"to": "103"})).await,
        "done"
    );
    until(
        &bench,
        session,
        &["На удержании", "Разговор операторов", "Разговор операторов"],
    )
    .await;
    assert_eq!(
        steer(&bench, "transfer.talk", session, json!({})).await,
        "done"
    );
    let legs = until(&bench, session, &["Разговор", "Разговор"]).await;
    assert!(
        legs.iter().any(|leg| leg["employee_id"] == 391_003)
            && !legs.iter().any(|leg| leg["employee_id"] == 391_002)
    );
    steer(&bench, "release.call", session, json!({})).await;
    let told = bench.heard(5).await;
    assert_eq!(
        told,
        [
            "\"talk_started\" 391002 {{status}}",
            "\"talk_finished\" 391002 {{status}}",
            "\"talk_started\" 391003 {{status}}",
            "\"talk_finished\" 391003 {{status}}",
            "391003 true"
        ]
    );
}

#[tokio::test]
async fn a_third_party_that_does_not_answer_leaves_the_client_waiting() {
    let bench = Bench::new().await;
    let session = talking(&bench).await;
    bench.faults(json!({"third_party_answers": false})).await;
    steer(&bench, "hold.call", session, json!({})).await;
    assert_eq!(
        steer(&bench, "make.call", session, json!({"to": "79260000009"})).await,
        "done"
    );
    until(&bench, session, &["На удержании", "Разговор"]).await;
    assert_eq!(
        steer(&bench, "restore.talk", session, json!({})).await,
        "invalid_state"
    );
    assert_eq!(
        steer(&bench, "unhold.call", session, json!({})).await,
        "done"
    );
}

#[tokio::test]
async fn somebody_outside_can_be_dialled_and_given_up() {
    let bench = Bench::new().await;
    let session = talking(&bench).await;
    steer(&bench, "hold.call", session, json!({})).await;
    steer(&bench, "make.call", session, json!({"to": "79260000009"})).await;
    let legs = until(
        &bench,
        session,
        &["На удержании", "Разговор операторов", "Разговор операторов"],
    )
    .await;
    assert!(
        legs.iter()
            .any(|leg| leg["called_phone_number"] == "79260000009")
    );
    assert_eq!(
        steer(&bench, "restore.talk", session, json!({})).await,
        "done"
    );
    until(&bench, session, &["Разговор", "Разговор"]).await;
}

#[tokio::test]
async fn digits_are_sent_in_the_talk_and_on_hold_until_the_star() {
    let bench = Bench::new().await;
    let session = talking(&bench).await;
    assert_eq!(
        steer(&bench, "send.dtmf", session, json!({"dtmf_string": "5"})).await,
        "done"
    );
    assert_eq!(
        steer(&bench, "send.dtmf", session, json!({"dtmf_string": "55"})).await,
        "invalid_parameter_value"
    );
    steer(&bench, "hold.call", session, json!({})).await;
    steer(&bench, "send.dtmf", session, json!({"dtmf_string": "1"})).await;
    until(&bench, session, &["Отправка dtmf", "Разговор"]).await;
    assert_eq!(
        steer(&bench, "unhold.call", session, json!({})).await,
        "invalid_state"
    );
    steer(&bench, "send.dtmf", session, json!({"dtmf_string": "*"})).await;
    until(&bench, session, &["На удержании", "Разговор"]).await;
}
