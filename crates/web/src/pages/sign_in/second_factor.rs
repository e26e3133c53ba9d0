//! After the password: `/sign_in/code` asks for a code, `/sign_in/second_factor` sets up an authenticator that the role wants.

use askama::Template;
use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use desk::Refusal;
use desk::second_factor::Enrolment;
use desk::sign_in::Unfinished;

use super::super::bare::Visitor;
use super::super::draw::{on_to, page_as};
use super::super::qr::Qr;
use super::super::shown_once::carrying;
use super::super::typed::{Sent, Typed};
use super::{here, noted, signed_in};
use crate::Web;
use crate::form::Mistakes;
use crate::frame::Bare;
use crate::problem::Result;
use crate::who::ClientAddress;

/// Where recovery codes are shown.
const CODES: &str = "/settings/second_factor/codes";
const COOKIE: &str = "dozvon_halfway";

#[derive(Template)]
#[template(path = "sign_in/code.html")]
struct Code {
    bare: Bare,
    next: String,
    mistakes: Mistakes,
}

#[derive(Template)]
#[template(path = "sign_in/enrol.html")]
struct Enrol {
    bare: Bare,
    next: String,
    secret: String,
    qr: Qr,
    mistakes: Mistakes,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/sign_in/code", get(ask).post(check))
        .route("/sign_in/second_factor", get(enrol).post(confirm))
}

/// On to what is wanted beside the password.
pub(in crate::pages) fn on_to_finish(web: &Web, unfinished: Unfinished, next: &str) -> Response {
    let path = match unfinished.enrol {
        true => "/sign_in/second_factor",
        false => "/sign_in/code",
    };
    let next = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", next)
        .finish();
    let jar = CookieJar::new().add(cookie(web, unfinished.secret));
    (jar, on_to(&format!("{path}?{next}"))).into_response()
}

async fn ask(visitor: Visitor, headers: HeaderMap) -> Result<Response> {
    if halfway(&headers).is_none() {
        return Ok(on_to("/sign_in"));
    }
    let next = here(visitor.query.one("next")).to_owned();
    let form = Code {
        bare: visitor.bare,
        next,
        mistakes: Mistakes::default(),
    };
    Ok((visitor.cookie, page_as(StatusCode::OK, &form)?).into_response())
}

async fn check(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    ClientAddress(address): ClientAddress,
    Sent(typed): Sent,
) -> Result<Response> {
    let address = address.map(|address| address.to_string());
    let (unfinished, browser) = (halfway(&headers).unwrap_or_default(), &visitor.browser);
    let tried = web
        .desk
        .finish_sign_in(&unfinished, typed.one("code"), browser, address.as_deref())
        .await;
    match tried {
        Ok((secret, _)) => Ok(entered(&web, secret, here(typed.one("next")))),
        Err(Refusal::SignedOut) => Ok(on_to("/sign_in")),
        Err(refusal) => {
            let (status, mistakes) = noted(refusal, visitor.bare.t)?;
            let form = Code {
                bare: visitor.bare,
                next: typed.one("next").to_owned(),
                mistakes,
            };
            page_as(status, &form)
        }
    }
}

async fn enrol(State(web): State<Web>, visitor: Visitor, headers: HeaderMap) -> Result<Response> {
    let unfinished = halfway(&headers).unwrap_or_default();
    match web.desk.enrolment_at_sign_in(&unfinished).await {
        Ok(enrolment) => {
            let query = visitor.query.clone();
            let drawn = draw(visitor.bare, &query, enrolment, Mistakes::default());
            let answer = page_as(StatusCode::OK, &drawn?)?;
            Ok((visitor.cookie, answer).into_response())
        }
        Err(Refusal::SignedOut | Refusal::NotAllowed(_)) => Ok(on_to("/sign_in")),
        Err(refusal) => Err(refusal.into()),
    }
}

async fn confirm(
    State(web): State<Web>,
    visitor: Visitor,
    headers: HeaderMap,
    ClientAddress(address): ClientAddress,
    Sent(typed): Sent,
) -> Result<Response> {
    let address = address.map(|address| address.to_string());
    let (unfinished, browser) = (halfway(&headers).unwrap_or_default(), &visitor.browser);
    let tried = web
        .desk
        .enrol_at_sign_in(&unfinished, typed.one("code"), browser, address.as_deref())
        .await;
    match tried {
        Ok((secret, session, codes)) => {
            let actor = web.desk.actor(session.agent_id).await?;
            let once = carrying(&web.desk, &actor, &codes.join("\n"))?;
            Ok((once, entered(&web, secret, CODES)).into_response())
        }
        Err(Refusal::SignedOut) => Ok(on_to("/sign_in")),
        Err(refusal) => {
            let (status, mistakes) = noted(refusal, visitor.bare.t)?;
            match web.desk.enrolment_at_sign_in(&unfinished).await {
                Ok(enrolment) => page_as(status, &draw(visitor.bare, &typed, enrolment, mistakes)?),
                Err(_) => Ok(on_to("/sign_in")),
            }
        }
    }
}

fn draw(bare: Bare, typed: &Typed, enrolment: Enrolment, mistakes: Mistakes) -> Result<Enrol> {
    Ok(Enrol {
        bare,
        next: here(typed.one("next")).to_owned(),
        qr: Qr::of(&enrolment.address)?,
        secret: enrolment.secret,
        mistakes,
    })
}

fn entered(web: &Web, secret: String, next: &str) -> Response {
    let mut gone = cookie(web, String::new());
    gone.make_removal();
    (signed_in(web, secret).add(gone), on_to(next)).into_response()
}

fn halfway(headers: &HeaderMap) -> Option<String> {
    let jar = CookieJar::from_headers(headers);
    let secret = jar.get(COOKIE).map(|cookie| cookie.value().to_owned());
    secret.filter(|secret| !secret.is_empty())
}

fn cookie(web: &Web, value: String) -> Cookie<'static> {
    Cookie::build((COOKIE, value))
        .path("/sign_in")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(web.options.secure_cookies)
        .build()
}
