//! JSON-RPC 2.0 as the platform speaks it.

use std::sync::Arc;

use axum::Router;

use crate::exchange::Exchange;

/// How many points are left.
#[derive(Debug, Default)]
pub(crate) struct Limits;

pub(crate) fn routes() -> Router<Arc<Exchange>> {
    Router::new()
}
