//! Programs with a key, and our own pages' scripts with the browser's session.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use desk::Desk;
use domain::Actor;

use super::address::from_here;
use super::session_secret;
use crate::Web;
use crate::problem::{Problem, Result};

/// Whoever may use the API.
#[derive(Debug, Clone)]
pub struct Keyed(pub Actor);

impl FromRequestParts<Web> for Keyed {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self> {
        let known = parts.extensions.get::<Actor>().cloned();
        let actor = match known {
            Some(actor) => actor,
            None => whose(&web.desk, &parts.headers).await?,
        };
        Ok(Self(from_here(actor, parts, web).await))
    }
}

/// The owner of the key, else of the session.
pub(crate) async fn whose(desk: &Desk, headers: &HeaderMap) -> Result<Actor> {
    if has_key(headers) {
        let key = headers
            .get(header::AUTHORIZATION)
            .and_then(|said| said.to_str().ok())
            .and_then(bearer);
        return Ok(desk.actor_of_key(key.ok_or(Problem::SignedOut)?).await?);
    }
    let secret = session_secret(headers).ok_or(Problem::SignedOut)?;
    Ok(desk.actor_of_session(&secret).await?)
}

/// Whether a program shows a key. Another scheme is for somebody else, such as a proxy on the way.
pub(crate) fn has_key(headers: &HeaderMap) -> bool {
    let said = headers
        .get(header::AUTHORIZATION)
        .and_then(|said| said.as_bytes().get(..6));
    said.is_some_and(|scheme| scheme.eq_ignore_ascii_case(b"bearer"))
}

fn bearer(said: &str) -> Option<&str> {
    let (scheme, key) = said.trim().split_once(' ')?;
    let key = key.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !key.is_empty()).then_some(key)
}
