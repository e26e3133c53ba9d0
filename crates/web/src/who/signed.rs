//! Somebody at a page: a browser that is signed in.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use domain::Actor;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::address::from_here;
use super::session_secret;
use crate::Web;
use crate::problem::Problem;

/// Somebody who is signed in with a browser. Others are sent to the sign-in, and from there back.
#[derive(Debug, Clone)]
pub struct Signed(pub Actor);

impl FromRequestParts<Web> for Signed {
    type Rejection = Response;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let Some(secret) = session_secret(&parts.headers) else {
            return Err(to_sign_in(parts));
        };
        match web.desk.actor_of_session(&secret).await {
            Ok(actor) => Ok(Self(from_here(actor, parts, web).await)),
            Err(desk::Refusal::SignedOut) => Err(to_sign_in(parts)),
            Err(refusal) => Err(Problem::from(refusal).into_response()),
        }
    }
}

/// A page that renews itself is told so; a person is sent on.
fn to_sign_in(parts: &Parts) -> Response {
    if parts.headers.contains_key("x-live") {
        return StatusCode::UNAUTHORIZED.into_response();
    }
    let back = parts.uri.path_and_query().map_or("/", |to| to.as_str());
    if parts.method == Method::GET && back != "/" {
        let back = utf8_percent_encode(back, NON_ALPHANUMERIC);
        return Redirect::to(&format!("/sign_in?next={back}")).into_response();
    }
    Redirect::to("/sign_in").into_response()
}
