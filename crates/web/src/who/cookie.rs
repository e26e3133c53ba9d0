//! The session's cookie: out of reach of scripts, not sent along from other sites.

use axum::http::HeaderMap;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::Web;

/// Its name.
pub const SESSION_COOKIE: &str = "dozvon_session";

/// The secret of the session that the browser sent.
#[must_use]
pub fn session_secret(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    jar.get(SESSION_COOKIE)
        .map(|cookie| cookie.value().to_owned())
        .filter(|secret| !secret.is_empty())
}

/// A cookie with a new session's secret. The browser keeps it for longer than any session lasts: the desk ends sessions.
#[must_use]
pub fn keep_session(web: &Web, secret: String) -> Cookie<'static> {
    let mut cookie = bare(web, secret);
    cookie.make_permanent();
    cookie
}

/// A cookie that makes the browser forget its session.
#[must_use]
pub fn forget_session(web: &Web) -> Cookie<'static> {
    let mut cookie = bare(web, String::new());
    cookie.make_removal();
    cookie
}

fn bare(web: &Web, value: String) -> Cookie<'static> {
    Cookie::build((SESSION_COOKIE, value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(web.options.secure_cookies)
        .build()
}
