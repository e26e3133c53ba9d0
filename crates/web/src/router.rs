//! All routes, and what lies over them.

use std::any::Any;
use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use axum::middleware::{from_fn, from_fn_with_state, map_response};
use axum::response::{IntoResponse, Response};
use desk::Desk;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::timeout::{RequestBodyTimeoutLayer, TimeoutLayer};

use crate::problem::{Problem, speak};
use crate::who::from_our_pages;
use crate::{Web, WebOptions, api, assets, events, headers, health, hooks, pages, watch};

/// The largest body of a page's form or of the API.
pub(crate) const LARGEST_BODY: usize = 1 << 20;
/// Until an answer begins; what streams goes on as long as it likes.
const TIME: Duration = Duration::from_secs(30);
/// Between two pieces of a body.
const SILENCE: Duration = Duration::from_secs(15);

/// The whole HTTP side.
pub fn router(desk: Desk, options: WebOptions) -> Router {
    let web = Web::new(desk, options);
    let for_people = Router::new()
        .merge(api::router(&web))
        .merge(events::router())
        .merge(assets::router())
        .merge(pages::router())
        .layer(from_fn_with_state(web.clone(), from_our_pages))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(RequestBodyTimeoutLayer::new(SILENCE))
        .layer(TimeoutLayer::with_status_code(
            StatusCode::SERVICE_UNAVAILABLE,
            TIME,
        ))
        .layer(CompressionLayer::new().compress_when(worth_it()))
        .layer(map_response(headers::add));
    for_people
        .merge(hooks::router())
        .merge(health::router())
        .layer(CatchPanicLayer::custom(broken))
        .layer(from_fn_with_state(web.clone(), pages::draw_problems))
        .layer(from_fn(speak))
        .layer(from_fn(watch::watch))
        .with_state(web)
}

/// Text is; sound is packed already, and events must not wait in a packer.
fn worth_it() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::new("audio/"))
        .and(NotForContentType::new("font/"))
}

/// One request's panic is that request's problem.
#[expect(
    clippy::needless_pass_by_value,
    reason = "the layer hands the panic over"
)]
fn broken(why: Box<dyn Any + Send + 'static>) -> Response {
    let said = why.downcast_ref::<String>().map(String::as_str);
    let said = said.or_else(|| why.downcast_ref::<&str>().copied());
    tracing::error!(said, "a request's handler panicked");
    Problem::Inside.into_response()
}

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::http::{Request, header};
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    #[tokio::test]
    async fn a_panic_is_one_requests_problem() {
        let app = Router::new()
            .route(
                "/api/broken",
                get(async || -> &'static str { panic!("broken") }),
            )
            .layer(CatchPanicLayer::custom(broken))
            .layer(from_fn(speak));
        let request = Request::get("/api/broken").body(Body::empty()).unwrap();
        let answer: Response = app.oneshot(request).await.unwrap();
        assert_eq!(answer.status(), StatusCode::INTERNAL_SERVER_ERROR);
        let kind = &answer.headers()[header::CONTENT_TYPE];
        assert_eq!(kind, "application/problem+json");
    }
}
