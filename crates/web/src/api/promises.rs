//! `/tickets/{id}/promises`, `/promises/{id}`: what was promised in calls, as reminders that are proposed.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::{Desk, Thing, Why};
use domain::PromiseId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::promises::Promise as Kept;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::Items;
use super::shape::text;
use super::{At, Sent};
use crate::Web;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(of_ticket))
        .routes(routes!(settle))
}

/// Something an agent has promised in a call.
#[derive(Debug, Serialize, ToSchema)]
struct Promise {
    id: String,
    call_id: String,
    /// The line of the transcript, from 0.
    n: u32,
    /// The words in which it was promised.
    #[schema(example = "перезвоню вам завтра")]
    phrase: String,
    /// When one should be reminded.
    remind_at: Timestamp,
}

/// What is to become of it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = PromiseChange)]
struct Form {
    /// `accepted` sets the ticket's reminder; `dismissed`.
    state: String,
}

/// What was promised in a ticket's calls
///
/// Only what nobody has decided on, and what is still to come.
#[utoipa::path(get, path = "/tickets/{id}/promises", tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id")), responses((status = 200, body = Items<Promise>)))]
async fn of_ticket(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Items<Promise>>> {
    let all = desk.promises(&actor, at.id(Thing::Ticket)?).await?;
    Ok(Json(Items {
        items: all.into_iter().map(shape).collect(),
        next_cursor: None,
    }))
}

/// Accept or dismiss a promise
#[utoipa::path(patch, path = "/promises/{id}", tag = "tickets",
    params(("id" = String, Path, description = "Its id")), request_body = Form,
    responses((status = 204, description = "Done")))]
async fn settle(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<StatusCode> {
    let id: PromiseId = at.id(Thing::Promise)?;
    match form.state.as_str() {
        "accepted" => desk.accept_promise(&actor, id).await?,
        "dismissed" => desk.dismiss_promise(&actor, id).await?,
        _ => {
            let mut faults = Faults::default();
            faults.add("state", Why::NotOneOf(vec!["accepted", "dismissed"]));
            faults.check()?;
            return Ok(StatusCode::NO_CONTENT);
        }
    };
    Ok(StatusCode::NO_CONTENT)
}

fn shape(promise: Kept) -> Promise {
    Promise {
        id: text(promise.id),
        call_id: text(promise.call_id),
        n: promise.place,
        phrase: promise.phrase,
        remind_at: promise.remind_at,
    }
}
