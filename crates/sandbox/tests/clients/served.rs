//! A sandbox that answers on a port.

use std::future::IntoFuture as _;
use std::time::Duration;

use dozvon_sandbox::{Options, Sandbox};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// So much faster than real that a minute passes in a few milliseconds.
const FAST: f64 = 10_000.0;

pub(crate) struct Served {
    pub(crate) sandbox: Sandbox,
    pub(crate) url: String,
    http: reqwest::Client,
}

impl Served {
    pub(crate) async fn new() -> Self {
        let sandbox = Sandbox::open(Options::default()).await.unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        tokio::spawn(axum::serve(listener, sandbox.router()).into_future());
        let http = reqwest::Client::builder().no_proxy().build().unwrap();
        let served = Self { sandbox, url, http };
        served
            .faults(json!({"api_scenario": "open", "api_speed": FAST}))
            .await;
        served
    }

    pub(crate) async fn faults(&self, faults: Value) {
        let answer = self
            .http
            .post(format!("{}/panel/faults", self.url))
            .body(faults.to_string());
        assert!(answer.send().await.unwrap().status().is_success());
    }

    /// A call that is talked and over: its session.
    pub(crate) async fn past_call(&self) -> i64 {
        let wish = json!({"direction": "in", "client_number": "79160000002", "scenario": "talked",
            "operator_id": 391_001, "speed": FAST});
        let placed = self
            .http
            .post(format!("{}/panel/calls", self.url))
            .body(wish.to_string());
        let placed: Value = placed.send().await.unwrap().json().await.unwrap();
        let session = placed["call_session_id"].as_i64().unwrap();
        eventually(async || (self.call(session).await["state"] == "finished").then_some(())).await;
        session
    }

    pub(crate) async fn call(&self, session: i64) -> Value {
        let asked = self.http.get(format!("{}/panel/calls/{session}", self.url));
        asked.send().await.unwrap().json().await.unwrap()
    }
}

/// Asks again and again until the answer is there.
pub(crate) async fn eventually<T>(ask: impl AsyncFn() -> Option<T>) -> T {
    let asking = async {
        let mut beat = tokio::time::interval(Duration::from_millis(5));
        loop {
            beat.tick().await;
            if let Some(answer) = ask().await {
                return answer;
            }
        }
    };
    let patience = Duration::from_secs(30);
    tokio::time::timeout(patience, asking)
        .await
        .expect("it never came true")
}
