//! Pages before signing in: their language is the one last chosen here, else the browser's.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use domain::Language;
use locale::words;

use super::typed::Typed;
use crate::Web;
use crate::frame::Bare;
use crate::problem::Problem;

const LANGUAGE_COOKIE: &str = "dozvon_language";

/// Somebody who has not signed in, at a page.
pub struct Visitor {
    /// What surrounds the page.
    pub bare: Bare,
    /// What stands behind the question mark of the address.
    pub query: Typed,
    /// Keeps the language when it was chosen by this request.
    pub cookie: CookieJar,
    /// The browser, as it calls itself.
    pub browser: String,
}

impl FromRequestParts<Web> for Visitor {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, _: &Web) -> Result<Self, Problem> {
        let query = Typed::read(parts.uri.query().unwrap_or_default().as_bytes());
        let chosen: Option<Language> = query.one("lang").parse().ok();
        let bare = bare(&parts.headers, chosen);
        let browser = text(&parts.headers, &header::USER_AGENT).to_owned();
        Ok(Self {
            cookie: chosen.map_or_else(CookieJar::new, |language| {
                CookieJar::new().add(keeping(language))
            }),
            bare,
            query,
            browser,
        })
    }
}

/// What surrounds a page before signing in.
pub(super) fn bare(headers: &HeaderMap, chosen: Option<Language>) -> Bare {
    let kept = CookieJar::from_headers(headers);
    let kept = kept
        .get(LANGUAGE_COOKIE)
        .and_then(|cookie| cookie.value().parse().ok());
    let language = chosen
        .or(kept)
        .unwrap_or_else(|| locale::negotiated(text(headers, &header::ACCEPT_LANGUAGE)));
    Bare {
        t: words(language),
        language,
        host: text(headers, &header::HOST).to_owned(),
    }
}

fn keeping(language: Language) -> Cookie<'static> {
    Cookie::build((LANGUAGE_COOKIE, language.tag()))
        .path("/")
        .same_site(SameSite::Lax)
        .permanent()
        .build()
}

fn text<'a>(headers: &'a HeaderMap, name: &header::HeaderName) -> &'a str {
    headers
        .get(name)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default()
}
