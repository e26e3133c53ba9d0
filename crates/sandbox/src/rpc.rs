//! JSON-RPC 2.0 as the platform speaks it: the Call API and the Data API.

mod call_api;
mod call_faults;
mod data_api;
mod entry;
mod envelope;
mod fault;
mod limits;
mod parameter_faults;
mod params;
mod reply;
mod session;
mod trouble;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::exchange::Exchange;
use entry::Entry;
pub(crate) use limits::Limits;
use reply::Reply;

pub(crate) fn routes() -> Router<Arc<Exchange>> {
    Router::new()
        .route("/call-api/v4.0", post(call_api))
        .route("/data-api/v2.0", post(data_api))
}

async fn call_api(State(exchange): State<Arc<Exchange>>, body: Bytes) -> Response {
    let down = exchange.faults().call_api_down;
    answer(&exchange, &body, call_api::method, down).await
}

async fn data_api(State(exchange): State<Arc<Exchange>>, body: Bytes) -> Response {
    let down = exchange.faults().data_api_down;
    answer(&exchange, &body, data_api::method, down).await
}

async fn answer(
    exchange: &Arc<Exchange>,
    body: &[u8],
    method: fn(&str) -> Option<Entry>,
    down: bool,
) -> Response {
    if down {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            "the service is not available",
        )
            .into_response();
    }
    if let Some(instead) = trouble::instead(exchange).await {
        return instead;
    }
    let (ok, body) = envelope::answer(exchange, body, method);
    let failed = StatusCode::from_u16(exchange.faults().rpc_error_status).unwrap_or(StatusCode::OK);
    let status = if ok { StatusCode::OK } else { failed };
    (
        status,
        [(header::CONTENT_TYPE, "application/json; charset=UTF-8")],
        body.to_string(),
    )
        .into_response()
}
