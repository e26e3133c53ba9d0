//! `/tickets`.

mod bulk;
mod change;
mod comment;
mod create;
mod list;
mod merge;
mod timeline;

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::At;
use super::shape::{Ticket, shape_ticket};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list::list, create::create))
        .routes(routes!(one, change::change))
        .routes(routes!(timeline::timeline))
        .routes(routes!(comment::comment))
        .routes(routes!(bulk::change))
        .routes(routes!(bulk::undo))
        .routes(routes!(comment::edit, comment::delete))
        .routes(routes!(merge::merge))
        .routes(routes!(merge::unmerge))
}

/// One ticket
#[utoipa::path(get, path = "/tickets/{id}", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Ticket)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Ticket>> {
    let view = desk.ticket(&actor, at.id(Thing::Ticket)?).await?;
    Ok(Json(shape_ticket(view)))
}
