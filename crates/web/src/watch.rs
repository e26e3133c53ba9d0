//! Every request is numbered, logged by its route and measured. Addresses with their queries are never logged: they carry
//! tokens and phone numbers.

use std::time::Instant;

use axum::extract::{MatchedPath, Request};
use axum::http::{HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument;

/// The request's number, in the answer and in the log.
const NUMBER: HeaderName = HeaderName::from_static("x-request-id");
/// What has no route of its own.
const NOWHERE: &str = "nowhere";

/// Numbers, logs and measures a request.
pub(crate) async fn watch(request: Request, next: Next) -> Response {
    let began = Instant::now();
    let number = format!("{:016x}", rand::random::<u64>());
    let method = method_name(request.method().as_str());
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| NOWHERE.to_owned(), |path| path.as_str().to_owned());
    let span = tracing::info_span!("request", number, method, route);
    let mut answer = next.run(request).instrument(span.clone()).await;
    let took = began.elapsed();
    let status = answer.status().as_u16();
    span.in_scope(|| {
        tracing::debug!(status, milliseconds = took.as_millis(), "answered");
    });
    let labels = [
        ("method", method.to_owned()),
        ("route", route),
        ("status", status.to_string()),
    ];
    metrics::histogram!("dozvon_request_seconds", &labels).record(took.as_secs_f64());
    if let Ok(number) = HeaderValue::from_str(&number) {
        answer.headers_mut().insert(NUMBER, number);
    }
    answer
}

/// Anybody can make up methods; they would each become a row of the metrics.
fn method_name(method: &str) -> &'static str {
    const KNOWN: [&str; 7] = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"];
    KNOWN
        .into_iter()
        .find(|known| *known == method)
        .unwrap_or("OTHER")
}
