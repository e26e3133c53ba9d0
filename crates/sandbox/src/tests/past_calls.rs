//! What the Data API knows of past calls: legs, transcripts, remarks, and calls from elsewhere.

use serde_json::json;

use super::bench::{Bench, FAST, eventually};
use super::rpc::CALL;

#[tokio::test]
async fn a_talk_has_a_transcript_once_it_was_asked_for() {
    let bench = Bench::new().await;
    let session = bench
        .place(json!({"direction": "in", "client_number": "79160000002", "scenario": "talked"}))
        .await;
    bench.over(session).await;
    let asked = json!({"call_session_id": session});
    let phrases = async || {
        bench
            .data("getobj.call_session_recognition_info", asked.clone())
            .await["data"]["speech_phrases"]
            .clone()
    };
    assert_eq!(phrases().await, json!([]));
    assert_eq!(
        bench
            .data("create.call_session_recognition_task", asked.clone())
            .await,
        json!({"success": "true"})
    );
    let said = eventually(async || Some(phrases().await).filter(|said| *said != json!([]))).await;
    assert_eq!(
        (&said[0]["is_operator"], &said[1]["is_operator"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        bench
            .refusal(
                "create.call_session_recognition_task",
                json!({"call_session_id": 7})
            )
            .await,
        "entity_not_found"
    );
}

#[tokio::test]
async fn legs_are_reported_with_who_lifted_and_why_they_ended() {
    let bench = Bench::new().await;
    bench.faults(json!({"api_speed": FAST})).await;
    let session = bench.place(json!({"direction": "in", "client_number": "79160000002", "scenario": "transferred", "operator_id": 391_001})).await;
    let call = bench.over(session).await;
    let day: jiff::Timestamp = call["started_at"].as_str().unwrap().parse().unwrap();
    let around =
        |hours: i64| crate::clock::to_seconds(day + jiff::SignedDuration::from_hours(hours));
    let legs = bench
        .data(
            "get.call_legs_report",
            json!({"date_from": around(-24), "date_till": around(24)}),
        )
        .await["data"]
        .clone();
    let of = |id: i64| {
        legs.as_array()
            .unwrap()
            .iter()
            .find(|leg| leg["employee_id"] == id)
            .unwrap()
            .clone()
    };
    assert_eq!(
        (&of(391_001)["is_transfered"], &of(391_002)["is_transfered"]),
        (&json!(true), &json!(false))
    );
    assert!(
        of(391_001)["duration"].as_i64().unwrap() > 0 && of(391_002)["connect_time"].is_string()
    );
    assert_eq!(
        bench.refusal("get.call_legs_report", json!({})).await,
        "required_parameter_missed"
    );
}

#[tokio::test]
async fn an_uploaded_call_is_reported_and_can_be_tagged_by_its_own_id() {
    let bench = Bench::new().await;
    let call = json!({"ext_id": "x-1", "direction": "in", "calling_phone_number": "79160000003", "called_phone_number": "74950000001",
        "start_time": "2026-03-28 16:29:07", "finish_time": "2026-03-28 16:30:03", "is_lost": false, "talk_duration": 40,
        "tags": [{"tag_name": "Из другой АТС"}]});
    assert_eq!(
        bench.data("upload.calls", json!({"calls": [call]})).await,
        json!({})
    );
    let mark = json!({"communication_ext_id": "x-1", "communication_type": "call", "tag_id": 88});
    assert_eq!(bench.data("set.tag_communications", mark).await, json!({}));
    let asked = json!({"date_from": "2026-03-28 00:00:00", "date_till": "2026-03-29 00:00:00", "fields": ["ext_id", "talk_duration", "is_lost", "tags"]});
    let row = bench.data("get.calls_report", asked).await["data"][0].clone();
    assert_eq!(
        (&row["ext_id"], &row["talk_duration"], &row["is_lost"]),
        (&json!("x-1"), &json!(40), &json!(false))
    );
    assert_eq!(row["tags"].as_array().unwrap().len(), 2);
    let back = json!({"ext_id": "x", "calling_phone_number": "7", "called_phone_number": "7", "is_lost": true,
        "start_time": "2026-03-28 16:29:07", "finish_time": "2026-03-28 16:00:00"});
    assert_eq!(
        bench
            .refusal("upload.calls", json!({"calls": [back]}))
            .await,
        "invalid_parameter_value"
    );
    assert_eq!(
        bench
            .refusal("upload.calls", json!({"calls": vec![json!({}); 51]}))
            .await,
        "data_limit_exceeded"
    );
}

#[tokio::test]
async fn a_remark_and_what_was_written_down_outlive_the_sandbox() {
    let folder = tempfile::tempdir().unwrap();
    let options = || crate::Options {
        data_dir: Some(folder.path().to_owned()),
        ..crate::Options::default()
    };
    let bench = Bench::of(crate::Sandbox::open(options()).await.unwrap()).await;
    let session = bench
        .place(json!({"direction": "in", "client_number": "79160000002", "scenario": "short"}))
        .await;
    bench.over(session).await;
    let remark =
        json!({"communication_id": session, "communication_type": "call", "comment": "Тикет 7"});
    assert_eq!(
        bench.data("create.communication_comment", remark).await,
        json!({"success": "true"})
    );
    let tag = bench.data("create.tags", json!({"name": "Хелпдеск"})).await["id"].clone();
    bench.settled().await;
    let again = Bench::of(crate::Sandbox::open(options()).await.unwrap()).await;
    let tags = again
        .data(
            "get.tags",
            json!({"filter": {"field": "id", "operator": "=", "value": tag}}),
        )
        .await;
    assert_eq!(tags["metadata"]["total_items"], 1);
    assert_eq!(
        again.get(&format!("/panel/calls/{session}")).await["comments"],
        json!(["Тикет 7"])
    );
    assert_eq!(
        again.rpc(CALL, "list.calls", json!({})).await["result"]["data"],
        json!([])
    );
}
