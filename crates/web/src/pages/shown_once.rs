//! A secret that is shown once: it travels to the next page in a sealed cookie, which that page takes away.

use axum::http::HeaderMap;
use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use desk::Desk;
use domain::Actor;

use super::draw::on_to;
use super::visit::Visit;
use crate::problem::Result;

const COOKIE: &str = "dozvon_once";

/// On to the page that shows it. The address carries nothing, and loading that page again makes nothing anew.
pub(super) fn on_to_show(visit: &Visit, path: &str, secret: &str) -> Result<Response> {
    let jar = carrying(&visit.desk, &visit.actor, secret)?;
    Ok((jar, on_to(path)).into_response())
}

/// The cookie that carries it.
pub(super) fn carrying(desk: &Desk, actor: &Actor, secret: &str) -> Result<CookieJar> {
    Ok(CookieJar::new().add(cookie(desk, desk.seal_for_once(actor, secret)?)))
}

/// What was carried here, if this is the page's first showing; with it goes the cookie that forgets it.
pub(super) fn take(visit: &Visit, headers: &HeaderMap) -> (CookieJar, Option<String>) {
    let jar = CookieJar::from_headers(headers);
    let carried = jar.get(COOKIE).map(|cookie| cookie.value().to_owned());
    let shown = carried.and_then(|carried| visit.desk.open_once(&visit.actor, &carried));
    let mut gone = cookie(&visit.desk, String::new());
    gone.make_removal();
    (CookieJar::new().add(gone), shown)
}

fn cookie(desk: &Desk, value: String) -> Cookie<'static> {
    Cookie::build((COOKIE, value))
        .path("/settings")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(desk.options().public_url.starts_with("https://"))
        .build()
}
