//! One's own password.

use axum::Router;
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::post;

use super::super::draw::on_to;
use super::super::typed::Sent;
use super::super::visit::Visit;
use super::profile::{here, refused};
use crate::Web;
use crate::problem::Result;

pub(super) fn router() -> Router<Web> {
    Router::new().route("/settings/profile/password", post(change))
}

async fn change(visit: Visit, headers: HeaderMap, Sent(typed): Sent) -> Result<Response> {
    let here = here(&visit, &headers).await?;
    let (old, new) = (typed.one("old_password"), typed.one("new_password"));
    let changed = visit
        .desk
        .change_password(&visit.actor, Some(here), old, new);
    match changed.await {
        Ok(()) => Ok(on_to("/settings/profile?password_changed#password")),
        Err(refusal) => refused(&visit, &headers, &typed, refusal).await,
    }
}
