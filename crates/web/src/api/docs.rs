//! `/api/openapi.json`, and `/api/docs` where people read it.

use askama::Template;
use axum::Router;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use utoipa::Modify;
use utoipa::openapi::OpenApi;

use super::openapi::Everywhere;
use crate::Web;
use crate::problem::{Problem, Result};

/// The reader draws itself with styles of its own making; it runs on this page only, and no other page allows that.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:; \
    img-src 'self' data: blob:; connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; \
    worker-src 'self' blob:";

/// Open to everybody: the description is the same for all desks.
pub(super) fn router(mut description: OpenApi) -> Router<Web> {
    Everywhere.modify(&mut description);
    let json = serde_json::to_string(&description).unwrap_or_default();
    let json = bytes::Bytes::from(json);
    Router::new()
        .route("/api/openapi.json", get(async move || described(json)))
        .route("/api/docs", get(page))
}

fn described(json: bytes::Bytes) -> Response {
    let kind = [(header::CONTENT_TYPE, "application/json")];
    (kind, json).into_response()
}

#[derive(Template)]
#[template(path = "docs.html")]
struct Page;

async fn page() -> Result<Response> {
    let page = Page.render().map_err(|_| Problem::Inside)?;
    let policy = [(header::CONTENT_SECURITY_POLICY, POLICY)];
    Ok((policy, Html(page)).into_response())
}
