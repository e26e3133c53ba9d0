//! What both APIs answer instead of what they should, when they are told to.

use std::time::Duration;

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use tokio::time::sleep;

use crate::exchange::Exchange;
use crate::faults::Trouble;

/// Longer than anybody waits.
const SILENCE: Duration = Duration::from_secs(120);
const PAGE: &str = "<!doctype html><title>Works are going on</title><h1>Works are going on</h1>";

/// What is answered instead, after the delay that is set.
pub(super) async fn instead(exchange: &Exchange) -> Option<Response> {
    let faults = exchange.faults();
    wait(exchange, Duration::from_millis(faults.api_delay_ms)).await;
    match faults.api_trouble {
        Trouble::Html => Some(Html(PAGE).into_response()),
        Trouble::Forbidden => Some((StatusCode::FORBIDDEN, Html(PAGE)).into_response()),
        Trouble::Empty => Some(StatusCode::OK.into_response()),
        Trouble::Silence => {
            wait(exchange, SILENCE).await;
            Some(StatusCode::GATEWAY_TIMEOUT.into_response())
        }
        Trouble::None
        | Trouble::IpNotWhitelisted
        | Trouble::TokenExpired
        | Trouble::TokenBlocked
        | Trouble::AccountInactive => None,
    }
}

async fn wait(exchange: &Exchange, long: Duration) {
    tokio::select! {
        () = exchange.stop.cancelled() => {}
        () = sleep(long) => {}
    }
}
