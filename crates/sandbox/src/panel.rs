//! The panel: a page where a person can dial, and the API that tests use for the same.

mod assets;
mod calls;
mod duties;
mod orders;
mod page;
mod refusal;
mod switches;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::routing::{get, post};
use tower_http::set_header::SetResponseHeaderLayer;

use crate::exchange::Exchange;

/// The page runs its own script and style only.
const POLICY: &str =
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

pub(crate) fn routes() -> Router<Arc<Exchange>> {
    Router::new()
        .route("/", get(page::show))
        .route("/assets/{*path}", get(assets::show))
        .route("/panel/calls", get(calls::list).post(orders::place))
        .route("/panel/calls/{session}", get(calls::one))
        .route("/panel/calls/{session}/hangup", post(calls::hang_up))
        .route("/panel/deliveries", get(calls::deliveries))
        .route(
            "/panel/faults",
            get(switches::faults).post(switches::change_faults),
        )
        .route(
            "/panel/notifications",
            get(switches::notifications).put(switches::set_notifications),
        )
        .route("/panel/account", get(switches::account))
        .route("/panel/operators/{id}", post(duties::change))
        .layer(SetResponseHeaderLayer::overriding(
            header::CONTENT_SECURITY_POLICY,
            HeaderValue::from_static(POLICY),
        ))
}
