//! `/channels`.

mod access;
mod bodies;
mod change;
mod create;
mod notifications;
mod replay;
mod tokens;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::channels::PolicyForm;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::At;
use super::paging::Items;
use super::shape::{Channel, shape_channel};
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list, create::create))
        .routes(routes!(one, change::change, delete))
        .routes(routes!(access::show, access::set))
        .routes(routes!(bodies::list))
        .routes(routes!(notifications::list))
        .routes(routes!(notifications::one))
        .routes(routes!(replay::one))
        .routes(routes!(replay::all))
        .routes(routes!(tokens::list, tokens::create))
        .routes(routes!(tokens::revoke))
}

/// Which calls make a ticket and where a call goes; what is absent stays, or is as usual in a new channel.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketPolicyChange)]
struct SentPolicy {
    /// `every_call` (as usual), `missed`, `answered` or `never`.
    tickets: Option<String>,
    /// `open_ticket` (as usual) or `always_new`.
    attach: Option<String>,
    /// A solved ticket is opened again by a call within so many hours; as usual 72.
    reopen_solved_within_hours: Option<i64>,
}

impl From<SentPolicy> for PolicyForm {
    fn from(sent: SentPolicy) -> Self {
        Self {
            tickets: sent.tickets,
            attach: sent.attach,
            reopen_solved_within_hours: sent.reopen_solved_within_hours,
        }
    }
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
