//! Where a browser's request came from: what changes something is taken from our own pages only.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, Method};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::key::has_key;
use super::session_secret;
use crate::Web;
use crate::problem::Problem;

/// Refuses what another site's page makes a browser send. A program with a key of its own is not asked.
pub(crate) async fn from_our_pages(
    State(web): State<Web>,
    request: Request,
    next: Next,
) -> Response {
    let headers = request.headers();
    let changes = !matches!(
        *request.method(),
        Method::GET | Method::HEAD | Method::OPTIONS
    );
    let by_key = has_key(headers);
    if changes && !by_key && !is_ours(headers, &web.desk.options().public_url) {
        return Problem::Foreign.into_response();
    }
    next.run(request).await
}

/// By what browsers tell themselves: `Sec-Fetch-Site`, else `Origin`. When they tell neither, there must be nothing to
/// misuse: no session.
pub(super) fn is_ours(headers: &HeaderMap, public_url: &str) -> bool {
    let told = |name: &str| headers.get(name).map(|value| value.to_str().unwrap_or(""));
    if let Some(site) = told("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    match told("origin") {
        Some(origin) => {
            is_origin_of(origin, public_url)
                || told("host").is_some_and(|host| origin_host(origin) == Some(host))
        }
        None => session_secret(headers).is_none(),
    }
}

fn is_origin_of(origin: &str, public_url: &str) -> bool {
    url::Url::parse(public_url).is_ok_and(|url| url.origin().ascii_serialization() == origin)
}

fn origin_host(origin: &str) -> Option<&str> {
    origin.split_once("://").map(|(_, host)| host)
}
