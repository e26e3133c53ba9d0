//! `/calls`.

mod change;
mod custody;
mod list;
mod outcome;
mod recording;
mod start;
mod steer;
mod transcript;

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::At;
use super::shape::{Call, shape_call};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list::list, start::start))
        .routes(routes!(one, change::change))
        .routes(routes!(outcome::give))
        .routes(routes!(outcome::write_again))
        .routes(routes!(recording::listen))
        .routes(routes!(recording::again))
        .routes(routes!(custody::show, custody::hold, custody::release))
        .routes(routes!(custody::listeners))
        .routes(routes!(steer::hang_up))
        .routes(routes!(steer::hold, steer::unhold))
        .routes(routes!(steer::transfer))
        .routes(routes!(transcript::read, transcript::ask))
        .routes(routes!(transcript::correct))
}

/// One call
#[utoipa::path(get, path = "/calls/{id}", tag = "calls", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Call)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Call>> {
    let view = desk.call(&actor, at.id(Thing::Call)?).await?;
    Ok(Json(shape_call(actor.language)(view)))
}
