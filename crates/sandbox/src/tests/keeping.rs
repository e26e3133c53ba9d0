//! What outlives the sandbox.

use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use serde_json::{Value, json};
use tokio_util::sync::CancellationToken;
use tower::ServiceExt;

use super::bench::eventually;
use crate::{Method, Notifications, Options, Sandbox};

async fn ask(sandbox: &Sandbox, method: &str, path: &str, body: Value) -> (StatusCode, Value) {
    let request = Request::builder()
        .method(method)
        .uri(path)
        .body(Body::from(body.to_string()))
        .unwrap();
    let answer = sandbox.router().oneshot(request).await.unwrap();
    let status = answer.status();
    let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
    (
        status,
        serde_json::from_slice(&bytes).unwrap_or(Value::Null),
    )
}

async fn place(sandbox: &Sandbox, speed: f64) -> i64 {
    let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": "talked", "speed": speed});
    ask(sandbox, "POST", "/panel/calls", wish).await.1["call_session_id"]
        .as_i64()
        .unwrap()
}

async fn until(sandbox: &Sandbox, session: i64, state: &str) -> Value {
    eventually(async || {
        let call = ask(
            sandbox,
            "GET",
            &format!("/panel/calls/{session}"),
            Value::Null,
        )
        .await
        .1;
        let ready = call["recordings"]
            .as_array()?
            .iter()
            .all(|record| record["ready"] == true);
        (call["state"] == state && ready).then_some(call)
    })
    .await
}

#[tokio::test]
async fn the_key_the_settings_and_the_recordings_are_there_again() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        data_dir: Some(folder.path().to_owned()),
        ..Options::default()
    };
    let sandbox = Sandbox::open(options.clone()).await.unwrap();
    let notifications = Notifications {
        address: "http://127.0.0.1:1/hooks/uis".to_owned(),
        method: Method::Post,
        content_type: None,
        templates: [("talk_started".to_owned(), "{}".to_owned())]
            .into_iter()
            .collect(),
    };
    sandbox
        .set_notifications(notifications.clone())
        .await
        .unwrap();
    ask(&sandbox, "POST", "/panel/faults", json!({"drop": 1.0})).await;
    let session = place(&sandbox, 10_000.0).await;
    let call = until(&sandbox, session, "finished").await;

    let again = Sandbox::open(options).await.unwrap();
    assert_eq!(
        (again.api_key(), again.notifications()),
        (sandbox.api_key(), notifications)
    );
    assert_eq!(again.faults().drop, 1.0);
    let link = call["recordings"][0]["link"]
        .as_str()
        .unwrap()
        .replace("http://127.0.0.1:8081", "");
    assert_eq!(
        ask(&again, "GET", &link, Value::Null).await.0,
        StatusCode::OK
    );
    assert!(place(&again, 10_000.0).await > session);
}

#[tokio::test]
async fn a_call_cut_by_a_stop_is_ended_at_the_next_start() {
    let folder = tempfile::tempdir().unwrap();
    let options = Options {
        data_dir: Some(folder.path().to_owned()),
        ..Options::default()
    };
    let sandbox = Sandbox::open(options.clone()).await.unwrap();
    let stop = CancellationToken::new();
    let running = tokio::spawn(sandbox.clone().run(stop.clone()));
    let session = place(&sandbox, 100.0).await;
    until(&sandbox, session, "talking").await;
    let file = folder.path().join(format!("calls/{session}.json"));
    eventually(async || {
        std::fs::read_to_string(&file)
            .unwrap()
            .contains("talking")
            .then_some(())
    })
    .await;
    stop.cancel();
    running.await.unwrap();

    let again = Sandbox::open(options).await.unwrap();
    tokio::spawn(again.clone().run(CancellationToken::new()));
    let call = until(&again, session, "finished").await;
    assert_eq!(
        (call["finish_reason"].clone(), call["is_lost"].clone()),
        (json!("internal_error"), json!(false))
    );
}

#[tokio::test]
async fn traffic_flows_by_itself() {
    let options = Options {
        calls_per_minute: 6_000.0,
        speed: 10_000.0,
        ..Options::default()
    };
    let sandbox = Sandbox::open(options).await.unwrap();
    let stop = CancellationToken::new();
    let running = tokio::spawn(sandbox.clone().run(stop.clone()));
    eventually(async || {
        let calls = ask(&sandbox, "GET", "/panel/calls?limit=500", Value::Null)
            .await
            .1;
        let calls = calls["calls"].as_array()?.clone();
        let story = |name: &str| calls.iter().any(|call| call["scenario"] == name);
        (calls.len() > 50 && story("talked") && story("missed") && story("transferred"))
            .then_some(())
    })
    .await;
    stop.cancel();
    running.await.unwrap();
}
