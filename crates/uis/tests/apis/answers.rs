//! What the tests stand on: a server with one answer, and clients that ask it.

use std::time::Duration;

use secrecy::SecretString;
use serde_json::{Value, json};
use uis::call_api::CallApi;
use uis::data_api::DataApi;
use wiremock::matchers::{body_partial_json, method};
use wiremock::{Mock, MockServer, ResponseTemplate};

pub(crate) const KEY: &str = "k3y-that-nobody-may-see";

pub(crate) struct Platform {
    pub(crate) server: MockServer,
}

impl Platform {
    pub(crate) async fn new() -> Self {
        // Not one of the shared servers, so that no other test's requests are counted.
        let server = MockServer::builder().start().await;
        Self { server }
    }

    /// One that answers everything so.
    pub(crate) async fn answering(answer: ResponseTemplate) -> Self {
        let platform = Self::new().await;
        Mock::given(method("POST"))
            .respond_with(answer)
            .mount(&platform.server)
            .await;
        platform
    }

    /// One whose every result is this.
    pub(crate) async fn giving(result: Value) -> Self {
        Self::answering(ok(result)).await
    }

    /// One that refuses everything so.
    pub(crate) async fn refusing(status: u16, code: i64, message: &str, data: Value) -> Self {
        let error = json!({"code": code, "message": message, "data": data});
        let body = json!({"jsonrpc": "2.0", "id": 1, "error": error});
        Self::answering(ResponseTemplate::new(status).set_body_json(body)).await
    }

    /// Answers requests that have this in them so, and the next ones otherwise.
    pub(crate) async fn once(&self, has: Value, answer: ResponseTemplate) {
        let mock = Mock::given(method("POST")).and(body_partial_json(has));
        mock.respond_with(answer)
            .up_to_n_times(1)
            .mount(&self.server)
            .await;
    }

    pub(crate) fn call_api(&self) -> CallApi {
        CallApi::at(
            uis::http_client().unwrap(),
            self.server.uri(),
            SecretString::from(KEY),
        )
        .with_patience(Duration::from_secs(5))
    }

    pub(crate) fn data_api(&self) -> DataApi {
        DataApi::at(
            uis::http_client().unwrap(),
            self.server.uri(),
            SecretString::from(KEY),
        )
        .with_patience(Duration::from_secs(5))
    }

    /// Everything that was asked, in order.
    pub(crate) async fn asked(&self) -> Vec<Value> {
        let requests = self.server.received_requests().await.unwrap();
        requests
            .iter()
            .map(|it| serde_json::from_slice(&it.body).unwrap())
            .collect()
    }

    /// The parameters of the only request, without the key.
    pub(crate) async fn params(&self) -> Value {
        let asked = self.asked().await;
        assert_eq!(asked.len(), 1, "{asked:?}");
        let mut params = asked[0]["params"].clone();
        assert_eq!(
            params.as_object_mut().unwrap().remove("access_token"),
            Some(json!(KEY))
        );
        params
    }
}

pub(crate) fn ok(result: Value) -> ResponseTemplate {
    ResponseTemplate::new(200).set_body_json(json!({"jsonrpc": "2.0", "id": 1, "result": result}))
}

pub(crate) fn limits(minute_remaining: u64, minute_reset: u64) -> Value {
    json!({"limits": {"day_limit": 750, "day_remaining": 741, "day_reset": 31492,
        "minute_limit": 150, "minute_remaining": minute_remaining, "minute_reset": minute_reset}})
}
