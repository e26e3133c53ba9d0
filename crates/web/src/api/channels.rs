//! `/channels`.

mod access;
mod bodies;
mod change;
mod create;
mod directory;
mod hours;
mod notifications;
mod policy;
mod recordings;
mod refusals;
mod rehearsal;
mod replay;
mod test;
mod tokens;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::{Desk, Thing};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::At;
use super::paging::Items;
use super::shape::{Channel, shape_channel};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

use hours::SentHours;
use policy::SentPolicy;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create::create))
        .routes(routes!(one, change::change, delete))
        .routes(routes!(access::show, access::set))
        .routes(routes!(bodies::list))
        .routes(routes!(directory::operators))
        .routes(routes!(directory::numbers))
        .routes(routes!(notifications::list))
        .routes(routes!(notifications::one))
        .routes(routes!(recordings::show, recordings::change))
        .routes(routes!(recordings::preview))
        .routes(routes!(refusals::list))
        .routes(routes!(rehearsal::rehearse))
        .routes(routes!(rehearsal::one))
        .routes(routes!(rehearsal::differences))
        .routes(routes!(test::send))
        .routes(routes!(test::one, test::remove))
        .routes(routes!(replay::one))
        .routes(routes!(replay::all))
        .routes(routes!(tokens::list, tokens::create))
        .routes(routes!(tokens::revoke))
}

/// Channels
///
/// By name: those one works in.
#[utoipa::path(get, path = "/channels", tag = "channels", responses((status = 200, body = Items<Channel>)))]
async fn list(State(desk): State<Desk>, Keyed(actor): Keyed) -> Result<Json<Items<Channel>>> {
    let all = desk.channels(&actor).await?;
    Ok(Json(Items::whole(all, shape_channel(&desk))))
}

/// One channel
#[utoipa::path(get, path = "/channels/{id}", tag = "channels", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Channel)))]
async fn one(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<Channel>> {
    let channel = desk.channel(&actor, at.id(Thing::Channel)?).await?;
    Ok(Json(shape_channel(&desk)(channel)))
}

/// Take a channel down
///
/// Its tokens stop working at once; its calls, tickets and notifications stay.
#[utoipa::path(delete, path = "/channels/{id}", tag = "channels", params(("id" = String, Path, description = "Its id")),
    responses((status = 204, description = "It is down")))]
async fn delete(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<StatusCode> {
    desk.delete_channel(&actor, at.id(Thing::Channel)?).await?;
    Ok(StatusCode::NO_CONTENT)
}
