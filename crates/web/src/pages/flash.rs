//! What a deed came to, told by the next page: carried there in a sealed cookie that lives for one page.

use axum::extract::Request;
use axum::http::{HeaderMap, HeaderValue, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use desk::Desk;
use domain::Actor;

use super::draw::on_to;
use crate::frame::Flash;

const COOKIE: &str = "dozvon_flash";
/// Set by the script that renews pages: such a fetch tells nothing and forgets nothing.
const LIVE: &str = "x-live";

/// On to another page, which tells it.
pub(super) fn on_to_saying(desk: &Desk, actor: &Actor, path: &str, flash: &Flash) -> Response {
    let text = serde_json::to_string(flash).ok();
    let sealed = text.and_then(|text| desk.seal_note(actor, COOKIE, &text));
    match sealed {
        Some(sealed) => (CookieJar::new().add(cookie(sealed)), on_to(path)).into_response(),
        None => on_to(path),
    }
}

/// What the page that is asked for has to tell.
pub(super) fn shown(desk: &Desk, actor: &Actor, headers: &HeaderMap) -> Option<Flash> {
    if headers.contains_key(LIVE) {
        return None;
    }
    let jar = CookieJar::from_headers(headers);
    let text = desk.open_note(actor, COOKIE, jar.get(COOKIE)?.value())?;
    serde_json::from_str(&text).ok()
}

/// A page that was drawn has told it: the browser forgets it.
pub(super) async fn forget_shown(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let told = *request.method() == Method::GET
        && !headers.contains_key(LIVE)
        && CookieJar::from_headers(headers).get(COOKIE).is_some();
    let answer = next.run(request).await;
    let is_page = answer.headers().get(header::CONTENT_TYPE)
        == Some(&HeaderValue::from_static("text/html; charset=utf-8"));
    if told && answer.status().is_success() && is_page {
        let mut gone = cookie(String::new());
        gone.make_removal();
        return (CookieJar::new().add(gone), answer).into_response();
    }
    answer
}

fn cookie(value: String) -> Cookie<'static> {
    Cookie::build((COOKIE, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .build()
}

#[cfg(test)]
mod tests {
    use axum::Router;
    use axum::body::Body;
    use axum::response::Html;
    use axum::routing::get;
    use desk::on_both;
    use tower::ServiceExt;

    use super::*;

    fn carrying(answer: &Response) -> HeaderMap {
        let set = answer.headers()[header::SET_COOKIE].to_str().unwrap();
        let pair = set.split(';').next().unwrap();
        HeaderMap::from_iter([(header::COOKIE, pair.parse().unwrap())])
    }

    on_both! {
        async fn what_was_done_is_told_to_who_did_it_and_to_nobody_else(test: &TestDesk) {
            let (anna, oleg) = (test.agent("anna", &[]).await, test.agent("oleg", &[]).await);
            let flash = Flash::said("Удалено").undo("/tickets/1/comments", [("entry", "7")]);
            let answer = on_to_saying(&test.desk, &anna, "/tickets/1", &flash);
            let mut carried = carrying(&answer);
            assert_eq!(shown(&test.desk, &anna, &carried), Some(flash));
            assert_eq!(shown(&test.desk, &oleg, &carried), None);
            carried.insert("x-live", HeaderValue::from_static("1"));
            assert_eq!(shown(&test.desk, &anna, &carried), None);
        }
    }

    #[tokio::test]
    async fn a_page_that_was_drawn_forgets_it_and_a_renewal_does_not() {
        let app = Router::new()
            .route("/", get(async || Html("page")))
            .layer(axum::middleware::from_fn(forget_shown));
        let ask = async |live: bool| {
            let mut request = Request::get("/").header(header::COOKIE, format!("{COOKIE}=x"));
            if live {
                request = request.header(LIVE, "1");
            }
            let request = request.body(Body::empty()).unwrap();
            let answer = app.clone().oneshot(request).await.unwrap();
            answer
                .headers()
                .get(header::SET_COOKIE)
                .is_some_and(|set| set.to_str().unwrap().starts_with(&format!("{COOKIE}=;")))
        };
        assert!(ask(false).await);
        assert!(!ask(true).await);
    }
}
