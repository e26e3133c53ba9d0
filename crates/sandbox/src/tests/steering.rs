//! A call that somebody steers through the Call API: its states, its legs and what is told of them.

use serde_json::{Value, json};

use super::bench::{Bench, FAST, eventually};
use super::rpc::{CALL, DATA};

const TOLD: &str = "{{notification_mnemonic}} {{employee_id}} {{status}}";

/// A call that goes on until somebody ends it, and is in its talk.
async fn talking(bench: &Bench) -> i64 {
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
async fn until(bench: &Bench, session: i64, words: &[&str]) -> Vec<Value> {
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

async fn legs(bench: &Bench, session: i64) -> Vec<Value> {
    let listed = bench.rpc(CALL, "list.calls", json!({})).await["result"]["data"].clone();
    let calls = listed.as_array().unwrap();
    let call = calls.iter().find(|call| call["call_session_id"] == session);
    call.map_or_else(Vec::new, |call| call["legs"].as_array().unwrap().clone())
}

/// What came of it: `done`, or the error's mnemonic.
async fn steer(bench: &Bench, method: &str, session: i64, more: Value) -> String {
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
async fn a_transfer_before_the_answer_waits_for_it() {
    let bench = Bench::new().await;
    let session = talking(&bench).await;
    steer(&bench, "hold.call", session, json!({})).await;
    // Slower from here on cannot be: the colleague's answer comes in the call's own three seconds.
    steer(&bench, "make.call", session, json!({"to": "0288104"})).await;
    let outcome = steer(&bench, "transfer.talk", session, json!({})).await;
    assert_eq!(outcome, "done");
    let legs = until(&bench, session, &["Разговор", "Разговор"]).await;
    assert!(
        legs.iter().any(|leg| leg["employee_id"] == 391_004),
        "{legs:?}"
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

#[tokio::test]
async fn without_the_client_the_call_is_over_and_without_the_employee_soon() {
    let bench = Bench::new().await;
    for (who, reason) in [
        (false, "subscriber_disconnects"),
        (true, "operator_disconnects"),
    ] {
        let session = talking(&bench).await;
        assert_eq!(
            steer(&bench, "disconnect.leg", session, json!({"leg_id": 7})).await,
            "leg_not_found"
        );
        let legs = legs(&bench, session).await;
        let leg = legs.iter().find(|leg| leg["is_operator"] == who).unwrap();
        assert_eq!(
            steer(
                &bench,
                "disconnect.leg",
                session,
                json!({"leg_id": leg["leg_id"]})
            )
            .await,
            "done"
        );
        let call = bench.over(session).await;
        assert_eq!(
            (&call["finish_reason"], &call["is_lost"]),
            (&json!(reason), &json!(false))
        );
    }
}

#[tokio::test]
async fn a_tag_is_told_listed_and_reported() {
    let bench = Bench::telling(json!({"set_mark": "{{tag_id}} {{tag_name}}", "unset_mark": "{{tag_id}}", "call_session_finished": "{{tag_names}}"})).await;
    let session = talking(&bench).await;
    assert_eq!(
        steer(&bench, "tag.call", session, json!({"tag_id": 5})).await,
        "tag_not_found"
    );
    assert_eq!(
        steer(&bench, "tag.call", session, json!({"tag_id": 89})).await,
        "done"
    );
    assert_eq!(
        steer(&bench, "tag.call", session, json!({"tag_id": 89})).await,
        "duplicate_tag"
    );
    steer(&bench, "release.call", session, json!({})).await;
    bench.over(session).await;
    assert_eq!(
        steer(&bench, "tag.call", session, json!({"tag_id": 90})).await,
        "call_session_not_found"
    );
    let mark = json!({"communication_id": session, "communication_type": "call", "tag_id": 90});
    assert_eq!(
        bench
            .rpc(DATA, "set.tag_communications", mark.clone())
            .await["result"],
        json!({})
    );
    bench.rpc(DATA, "unset.tag_communications", mark).await;
    let mut told = bench.heard(4).await;
    told.sort();
    assert_eq!(told, ["89 \"Заказ\"", "90", "90 \"Жалоба\"", "[\"Заказ\"]"]);
}

#[tokio::test]
async fn what_is_recorded_always_cannot_be_turned_off() {
    let bench = Bench::new().await;
    let session = talking(&bench).await;
    assert_eq!(
        steer(&bench, "record.call", session, json!({"action": "on"})).await,
        "record_already_started"
    );
    assert_eq!(
        steer(&bench, "record.call", session, json!({"action": "off"})).await,
        "forbidden"
    );
    let quiet = json!({"direction": "in", "client_number": "79160000002", "scenario": "open", "recording": "none"});
    let session = bench.place(quiet).await;
    until(&bench, session, &["Разговор", "Разговор"]).await;
    assert_eq!(
        steer(&bench, "record.call", session, json!({"action": "off"})).await,
        "record_already_stopped"
    );
    assert_eq!(
        steer(&bench, "record.call", session, json!({"action": "on"})).await,
        "done"
    );
    assert_eq!(
        steer(&bench, "record.call", session, json!({"action": "off"})).await,
        "done"
    );
}

#[tokio::test]
async fn a_blocked_client_is_not_called_again() {
    let bench = Bench::new().await;
    let session = talking(&bench).await;
    assert_eq!(
        steer(&bench, "block.contact", session, json!({})).await,
        "done"
    );
    bench.over(session).await;
    let params = json!({"first_call": "employee", "virtual_phone_number": "74950000001", "contact": "79160000003", "employee": {"id": 391002}});
    let error = bench.rpc(CALL, "start.employee_call", params).await["error"].clone();
    assert_eq!(
        (&error["code"], &error["data"]["mnemonic"]),
        (&json!(-32002), &json!("contact_in_blacklist"))
    );
}

#[tokio::test]
async fn an_employee_without_a_phone_there_loses_the_call() {
    let bench = Bench::new().await;
    bench.faults(json!({"api_speed": FAST})).await;
    bench
        .call(
            "POST",
            "/panel/operators/391002",
            Some(json!({"registered": false})),
        )
        .await;
    let params = json!({"first_call": "employee", "direction": "out", "virtual_phone_number": "74950000001", "contact": "79160000003", "employee": {"id": 391002}});
    let answer = bench.rpc(CALL, "start.employee_call", params).await;
    let call = bench
        .over(
            answer["result"]["data"]["call_session_id"]
                .as_i64()
                .unwrap(),
        )
        .await;
    assert_eq!(
        (&call["finish_reason"], &call["is_lost"]),
        (&json!("sip_offline"), &json!(true))
    );
}
