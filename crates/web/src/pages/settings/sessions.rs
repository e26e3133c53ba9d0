//! Where one is signed in, and signing out from afar.

use axum::Router;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum_extra::extract::CookieJar;
use desk::Thing;

use super::super::draw::on_to;
use super::super::named::named;
use super::super::visit::Visit;
use super::profile::HERE;
use crate::Web;
use crate::problem::Result;
use crate::who::forget_session;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/settings/sessions/{id}/end", post(end))
        .route("/settings/sessions/end", post(end_all))
}

async fn end(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = named(&id, Thing::Session)?;
    visit.desk.end_session(&visit.actor, id).await?;
    Ok(on_to(HERE))
}

async fn end_all(State(web): State<Web>, visit: Visit) -> Result<Response> {
    visit.desk.end_other_sessions(&visit.actor, None).await?;
    let jar = CookieJar::new().add(forget_session(&web));
    Ok((jar, on_to("/sign_in")).into_response())
}
