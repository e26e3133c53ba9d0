//! JSON-RPC 2.0 as the platform speaks it: the Call API and the Data API.

mod call_api;
mod data_api;
mod envelope;
mod fault;
mod limits;
mod parameter_faults;
mod params;

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use serde_json::{Map, Value};

use crate::exchange::Exchange;
use fault::Fault;
pub(crate) use limits::Limits;
use params::Params;

/// What a method gives back, without the limits, which are added to it.
struct Reply {
    data: Value,
    metadata: Map<String, Value>,
}

/// One method: its parameters are read and checked by itself.
type Method = fn(&Arc<Exchange>, &Params) -> Result<Reply, Fault>;

pub(crate) fn routes() -> Router<Arc<Exchange>> {
    Router::new()
        .route("/call-api/v4.0", post(call_api))
        .route("/data-api/v2.0", post(data_api))
}

async fn call_api(State(exchange): State<Arc<Exchange>>, body: Bytes) -> Response {
    let down = exchange.faults().call_api_down;
    answer(&exchange, &body, call_api::method, down)
}

async fn data_api(State(exchange): State<Arc<Exchange>>, body: Bytes) -> Response {
    let down = exchange.faults().data_api_down;
    answer(&exchange, &body, data_api::method, down)
}

fn answer(
    exchange: &Arc<Exchange>,
    body: &[u8],
    method: fn(&str) -> Option<Method>,
    down: bool,
) -> Response {
    if down {
        return (
            StatusCode::SERVICE_UNAVAILABLE,
            "the service is not available",
        )
            .into_response();
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
