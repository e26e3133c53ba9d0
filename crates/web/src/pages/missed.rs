//! `/missed`: who was missed and waits to be called back, one row a caller.

mod line;
mod list;
mod strip;
#[cfg(test)]
mod tests;

use axum::Router;
use axum::extract::Path;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Thing;
use domain::MissedId;

use super::draw::on_to;
use super::named::named;
use super::sign_in::here;
use super::typed::Sent;
use super::visit::Visit;
use crate::Web;
use crate::frame::Flash;
use crate::problem::Result;

/// Where the board is.
const HERE: &str = "/missed";

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(list::show))
        .route("/missed/{id}/handled", post(handle))
        .route("/missed/{id}/waiting", post(unhandle))
}

/// Closes a row by hand, with a way back.
async fn handle(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: MissedId = named(&id, Thing::Missed)?;
    visit.desk.handle_missed(&visit.actor, id).await?;
    let seen = visit.desk.one_missed(&visit.actor, id).await?;
    let next = here(typed.one("next"));
    let done = visit.words().msg_missed_handled(line::name(&seen));
    let undo = format!("/missed/{id}/waiting");
    let flash = Flash::said(done).undo(&undo, [("next", next)]);
    Ok(visit.on_to_saying(next, &flash))
}

async fn unhandle(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: MissedId = named(&id, Thing::Missed)?;
    visit.desk.unhandle_missed(&visit.actor, id).await?;
    Ok(on_to(here(typed.one("next"))))
}
