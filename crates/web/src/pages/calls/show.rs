//! `GET /calls/{id}`: the life of a call.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Thing;
use desk::calls::CallView;
use domain::CallId;

use super::card::{Card, card};
use super::life::{Step, life};
use super::line::CallLine;
use crate::form::Mistakes;
use crate::frame::{Frame, Moment, Section, duration};
use crate::pages::draw::page_as;
use crate::pages::typed::Typed;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};

#[derive(Template)]
#[template(path = "pages/calls/show.html")]
struct CallPage {
    frame: Frame,
    line: CallLine,
    card: Card,
    life: Vec<Step>,
    began: Moment,
    session: i64,
    total: Option<String>,
    reason: Option<String>,
    tags: String,
    rating: Option<i64>,
    /// Where administrators read what the provider sent.
    log: Option<String>,
    typed: Typed,
    mistakes: Mistakes,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = call_id(&id)?;
    let view = visit.desk.call(&visit.actor, id).await?;
    let frame = visit
        .frame(Section::Calls, format!("call:{id} tickets"))
        .await?;
    draw(
        &visit,
        frame,
        &view,
        Typed::default(),
        Mistakes::default(),
        StatusCode::OK,
    )
}

/// The page with the form that was not taken.
pub(super) async fn again(
    visit: &Visit,
    view: &CallView,
    typed: Typed,
    mistakes: Mistakes,
) -> Result<Response> {
    let frame = visit
        .still(Section::Calls, &format!("/calls/{}", view.call.id))
        .await?;
    draw(
        visit,
        frame,
        view,
        typed,
        mistakes,
        StatusCode::UNPROCESSABLE_ENTITY,
    )
}

/// The id of a call, as it stands in an address.
pub(super) fn call_id(text: &str) -> Result<CallId> {
    text.parse().map_err(|_| Problem::NotFound(Thing::Call))
}

fn draw(
    visit: &Visit,
    frame: Frame,
    view: &CallView,
    typed: Typed,
    mistakes: Mistakes,
    status: StatusCode,
) -> Result<Response> {
    let facts = &view.call.facts;
    let log = || {
        format!(
            "/channels/{}/notifications?session_id={}",
            view.call.channel_id, view.call.session_id
        )
    };
    page_as(
        status,
        &CallPage {
            line: CallLine::of(view, &frame),
            card: card(view, &frame, visit),
            life: life(&view.call, &frame),
            began: frame.exact(facts.started_at),
            session: view.call.session_id,
            total: facts.total_seconds.map(duration),
            reason: facts
                .finish_reason
                .as_deref()
                .map(|why| desk::words::finish_reason(why, visit.actor.language)),
            tags: facts.tags.join(", "),
            rating: facts.rating,
            log: visit.actor.is_admin().then(log),
            frame,
            typed,
            mistakes,
        },
    )
}
