//! The same server that answers a notification without keeping it: what the real one is measured against.

use axum::Router;
use axum::extract::Request;
use axum::middleware::from_fn;
use axum::response::Response;
use axum::routing::post;
use tower_http::catch_panic::CatchPanicLayer;

use crate::hooks::{Answer, read_body};
use crate::problem::speak;
use crate::watch;

/// Answers `/hooks/uis` as the desk does, under the same layers, and keeps nothing.
pub fn without_keeping() -> Router {
    Router::new()
        .route("/hooks/uis", post(accept))
        .layer(CatchPanicLayer::new())
        .layer(from_fn(speak))
        .layer(from_fn(watch::watch))
}

async fn accept(request: Request) -> Response {
    match read_body(request.into_body()).await {
        Ok(_) => Answer::Accepted.told(),
        Err(not_read) => not_read.told(),
    }
}
