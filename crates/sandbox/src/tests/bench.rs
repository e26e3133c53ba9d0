//! What the tests stand on: a sandbox, a receiver of its notifications, and waiting for facts.

use std::time::Duration;

use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use serde_json::{Value, json};
use tower::ServiceExt;
use wiremock::matchers::any;
use wiremock::{Mock, MockServer, ResponseTemplate};

use crate::{Options, Sandbox};

/// So much faster than real that a minute passes in a few milliseconds.
pub(super) const FAST: f64 = 10_000.0;

pub(super) struct Bench {
    pub(super) sandbox: Sandbox,
    pub(super) receiver: MockServer,
}

impl Bench {
    pub(super) async fn new() -> Self {
        Self::of(Sandbox::open(Options::default()).await.unwrap()).await
    }

    /// One that stands on this sandbox.
    pub(super) async fn of(sandbox: Sandbox) -> Self {
        // Not one of the shared servers: those still hear the last call of the test before.
        let receiver = MockServer::builder().start().await;
        Mock::given(any())
            .respond_with(ResponseTemplate::new(200))
            .mount(&receiver)
            .await;
        Self { sandbox, receiver }
    }

    /// Waits until everything that was under way is done.
    pub(super) async fn settled(&self) {
        let tasks = &self.sandbox.exchange.tasks;
        eventually(async || tasks.is_empty().then_some(())).await;
    }

    /// A sandbox that tells about these events with these templates.
    pub(super) async fn telling(templates: Value) -> Self {
        let bench = Self::new().await;
        bench
            .put(
                "/panel/notifications",
                json!({"address": bench.receiver.uri(), "templates": templates}),
            )
            .await;
        bench
    }

    pub(super) async fn call(
        &self,
        method: &str,
        path: &str,
        body: Option<Value>,
    ) -> (StatusCode, Value) {
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let request = Request::builder()
            .method(method)
            .uri(path)
            .body(body)
            .unwrap();
        let answer = self.sandbox.router().oneshot(request).await.unwrap();
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), usize::MAX).await.unwrap();
        (
            status,
            serde_json::from_slice(&bytes).unwrap_or(Value::Null),
        )
    }

    pub(super) async fn fetch(
        &self,
        path: &str,
        range: Option<&str>,
    ) -> (StatusCode, HeaderMap, Vec<u8>) {
        let mut request = Request::builder().uri(path);
        if let Some(range) = range {
            request = request.header("Range", range);
        }
        let answer = self
            .sandbox
            .router()
            .oneshot(request.body(Body::empty()).unwrap())
            .await
            .unwrap();
        let (parts, body) = answer.into_parts();
        (
            parts.status,
            parts.headers,
            to_bytes(body, usize::MAX).await.unwrap().to_vec(),
        )
    }

    pub(super) async fn get(&self, path: &str) -> Value {
        let (status, body) = self.call("GET", path, None).await;
        assert_eq!(status, StatusCode::OK, "GET {path}: {body}");
        body
    }

    pub(super) async fn put(&self, path: &str, body: Value) {
        let (status, body) = self.call("PUT", path, Some(body)).await;
        assert_eq!(status, StatusCode::OK, "PUT {path}: {body}");
    }

    pub(super) async fn faults(&self, faults: Value) {
        let (status, body) = self.call("POST", "/panel/faults", Some(faults)).await;
        assert_eq!(status, StatusCode::OK, "{body}");
    }

    /// Places a fast call and says its session.
    pub(super) async fn place(&self, mut wish: Value) -> i64 {
        if wish.get("speed").is_none() {
            wish["speed"] = json!(FAST);
        }
        let (status, body) = self.call("POST", "/panel/calls", Some(wish)).await;
        assert_eq!(status, StatusCode::CREATED, "{body}");
        body["call_session_id"].as_i64().unwrap()
    }

    /// Waits until the call is over and its recordings are there.
    pub(super) async fn over(&self, session: i64) -> Value {
        let path = format!("/panel/calls/{session}");
        eventually(async || {
            let call = self.get(&path).await;
            let ready = call["recordings"]
                .as_array()
                .unwrap()
                .iter()
                .all(|record| record["ready"] == true);
            (call["state"] == "finished" && ready).then_some(call)
        })
        .await
    }

    /// Waits until the receiver has heard so many requests, and returns their bodies.
    pub(super) async fn heard(&self, count: usize) -> Vec<String> {
        eventually(async || {
            let requests = self.receiver.received_requests().await.unwrap();
            let bodies: Vec<_> = requests
                .iter()
                .map(|it| String::from_utf8(it.body.clone()).unwrap())
                .collect();
            (bodies.len() >= count).then_some(bodies)
        })
        .await
    }
}

/// Asks again and again until the answer is there.
pub(super) async fn eventually<T>(ask: impl AsyncFn() -> Option<T>) -> T {
    let asking = async {
        let mut beat = tokio::time::interval(Duration::from_millis(5));
        loop {
            beat.tick().await;
            if let Some(answer) = ask().await {
                return answer;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(20), asking)
        .await
        .expect("it never came true")
}
