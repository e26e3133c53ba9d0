//! `GET /around`: what stands around every page and changes by itself, the bell and the people, for scripts to put in place.

use askama::Template;
use axum::Router;
use axum::response::Response;
use axum::routing::{get, post};
use desk::presence::PresenceForm;

use super::draw::{on_to, page};
use super::sign_in::here;
use super::typed::Sent;
use super::visit::Visit;
use crate::Web;
use crate::frame::{Frame, Section};
use crate::problem::Result;

#[derive(Template)]
#[template(path = "frame/around.html")]
struct Around {
    frame: Frame,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/around", get(show))
        .route("/settings/presence", post(set))
}

async fn show(visit: Visit) -> Result<Response> {
    // The forms of the call bar lead back to where it stands.
    let frame = visit
        .still(Section::Tickets, here(visit.query.one("here")))
        .await?;
    page(&Around { frame })
}

/// Away, not to be disturbed, or as one's tabs tell; then back to where one was.
async fn set(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let form = PresenceForm {
        state: typed.one("state").to_owned(),
        until: None,
        minutes: typed.some("minutes").and_then(|text| text.parse().ok()),
    };
    visit.desk.set_presence(&visit.actor, &form).await?;
    Ok(on_to(here(typed.one("next"))))
}
