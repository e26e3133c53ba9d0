//! `POST /settings/theme`: light, dark or as the system has it, kept by the browser.

use axum::response::{IntoResponse, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::frame::Theme;
use crate::pages::draw::on_to;
use crate::pages::sign_in::here;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;

pub(super) async fn change(_: Visit, Sent(typed): Sent) -> Response {
    let theme = Theme::named(typed.one("theme"));
    let mut cookie = Cookie::build((Theme::COOKIE, theme.as_str()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .build();
    cookie.make_permanent();
    (CookieJar::new().add(cookie), on_to(here(typed.one("next")))).into_response()
}
