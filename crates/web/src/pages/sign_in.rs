//! Signing in and out.

mod second_factor;

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum_extra::extract::CookieJar;
use desk::Refusal;
use locale::Words;

use super::bare::Visitor;
use super::draw::{on_to, page, page_as};
use super::mistakes::mistakes;
use super::typed::{Sent, Typed};
use crate::Web;
use crate::form::Mistakes;
use crate::frame::Bare;
use crate::problem::{self, Problem, Result};
use crate::who::{ClientAddress, forget_session, keep_session, session_secret};

pub(super) use second_factor::on_to_finish;

/// Where a page goes on to when nobody asked for another.
const HOME: &str = "/tickets";

#[derive(Template)]
#[template(path = "pages/sign_in.html")]
struct SignIn {
    bare: Bare,
    typed: Typed,
    mistakes: Mistakes,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/sign_in", get(show).post(sign_in))
        .route("/sign_out", post(sign_out))
        .merge(second_factor::router())
}

async fn show(State(web): State<Web>, headers: HeaderMap, visitor: Visitor) -> Result<Response> {
    if web.desk.needs_setup().await? {
        return Ok(on_to("/setup"));
    }
    let next = here(visitor.query.one("next"));
    if let Some(secret) = session_secret(&headers)
        && web.desk.actor_of_session(&secret).await.is_ok()
    {
        return Ok(on_to(next));
    }
    let form = SignIn {
        bare: visitor.bare,
        typed: visitor.query,
        mistakes: Mistakes::default(),
    };
    Ok((visitor.cookie, page(&form)?).into_response())
}

async fn sign_in(
    State(web): State<Web>,
    visitor: Visitor,
    ClientAddress(address): ClientAddress,
    Sent(typed): Sent,
) -> Result<Response> {
    let address = address.map(|address| address.to_string());
    let (email, password) = (typed.one("email"), typed.one("password"));
    let tried = web
        .desk
        .sign_in(email, password, &visitor.browser, address.as_deref())
        .await;
    match tried {
        Ok((secret, _)) => {
            Ok((signed_in(&web, secret), on_to(here(typed.one("next")))).into_response())
        }
        Err(Refusal::Unfinished(unfinished)) => {
            Ok(on_to_finish(&web, unfinished, here(typed.one("next"))))
        }
        Err(refusal) => refused(visitor.bare, typed, refusal),
    }
}

/// What is wrong with a form where too many tries are told, too: one waits there.
pub(super) fn noted(refusal: Refusal, t: &Words) -> Result<(StatusCode, Mistakes)> {
    if let Refusal::TooMany(seconds) = refusal {
        let mut mistakes = Mistakes::default();
        mistakes.note("", problem::detail(&Problem::TooMany(seconds), t));
        return Ok((StatusCode::TOO_MANY_REQUESTS, mistakes));
    }
    Ok((StatusCode::UNPROCESSABLE_ENTITY, mistakes(refusal, t)?))
}

fn refused(bare: Bare, typed: Typed, refusal: Refusal) -> Result<Response> {
    let (status, mistakes) = noted(refusal, bare.t)?;
    page_as(
        status,
        &SignIn {
            bare,
            typed,
            mistakes,
        },
    )
}

async fn sign_out(State(web): State<Web>, headers: HeaderMap) -> Result<Response> {
    if let Some(secret) = session_secret(&headers) {
        web.desk.sign_out(&secret).await?;
    }
    let jar = CookieJar::new().add(forget_session(&web));
    Ok((jar, on_to("/sign_in")).into_response())
}

/// The cookie of a browser that has just signed in.
pub(super) fn signed_in(web: &Web, secret: String) -> CookieJar {
    CookieJar::new().add(keep_session(web, secret))
}

/// An address of ours to go on to: never one of somebody else's.
pub(super) fn here(next: &str) -> &str {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\n', '\r', '\t']);
    if ours { next } else { HOME }
}

#[cfg(test)]
mod tests {
    use super::here;

    #[test]
    fn one_goes_on_only_to_our_own_pages() {
        assert_eq!(here("/tickets/12?view=mine"), "/tickets/12?view=mine");
        for foreign in [
            "",
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example",
            "/\t/evil.example",
        ] {
            assert_eq!(here(foreign), "/tickets", "{foreign}");
        }
    }
}
