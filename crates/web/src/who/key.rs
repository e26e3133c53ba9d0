//! Programs with a key, and our own pages' scripts with the browser's session.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use desk::Desk;
use domain::Actor;

use super::session_secret;
use crate::Web;
use crate::problem::{Problem, Result};

/// Whoever may use the API.
#[derive(Debug, Clone)]
pub struct Keyed(pub Actor);

impl FromRequestParts<Web> for Keyed {
    type Rejection = Problem;
    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self> {
        match parts.extensions.get::<Actor>() {
            Some(actor) => Ok(Self(actor.clone())),
            None => whose(&web.desk, &parts.headers).await.map(Self),
        }
    }
}

/// The owner of the key, else of the session.
pub(crate) async fn whose(desk: &Desk, headers: &HeaderMap) -> Result<Actor> {
    if let Some(said) = headers.get(header::AUTHORIZATION) {
        let key = said.to_str().ok().and_then(bearer);
        let key = key.ok_or(Problem::SignedOut)?;
        return Ok(desk.actor_of_key(key).await?);
    }
    let secret = session_secret(headers).ok_or(Problem::SignedOut)?;
    Ok(desk.actor_of_session(&secret).await?)
}

fn bearer(said: &str) -> Option<&str> {
    let (scheme, key) = said.trim().split_once(' ')?;
    let key = key.trim();
    (scheme.eq_ignore_ascii_case("bearer") && !key.is_empty()).then_some(key)
}
