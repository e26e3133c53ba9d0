//! What is put on a call that somebody steers, and the ways it comes to an end.

use serde_json::json;

use super::bench::{Bench, FAST};
use super::rpc::{CALL, DATA};
use super::steering::{legs, steer, talking, until};

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
