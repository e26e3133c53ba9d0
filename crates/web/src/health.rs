//! `/healthz`: the process lives. `/readyz`: it can do its work.

use axum::Router;
use axum::extract::State;
use axum::routing::get;
use desk::Desk;

use crate::Web;
use crate::problem::Result;

/// Both routes.
pub fn router() -> Router<Web> {
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
}

async fn ready(State(desk): State<Desk>) -> Result<&'static str> {
    desk.ready().await?;
    Ok("ready\n")
}
