//! `GET /calls/{id}`: the life of a call, why it stands where it stands, where else it could.

use askama::Template;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use desk::Thing;
use desk::calls::CallView;
use domain::CallId;

use super::card::{Card, card};
use super::correcting::{Correcting, correcting};
use super::custody::{Custody, custody};
use super::filter::{narrowed, suffix};
use super::life::{Step, life};
use super::line::CallLine;
use super::raw::{Raw, raw};
use super::said::Said;
use super::summary::InShort;
use super::why::{Why, why};
use super::wrapped::{Giving, giving};
use crate::form::Mistakes;
use crate::frame::{Frame, Moment, Section, duration};
use crate::pages::draw::page_as;
use crate::pages::sign_in::here;
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
    why: Vec<Why>,
    began: Moment,
    session: i64,
    total: Option<String>,
    reason: Option<String>,
    tags: Vec<String>,
    rating: Option<i64>,
    /// What supervisors see of its recordings.
    custody: Option<Custody>,
    /// What administrators read of what the provider sent.
    raw: Vec<Raw>,
    /// Where they read all of it.
    log: Option<String>,
    /// The calls beside it in its list; "" where there is none.
    newer: String,
    older: String,
    /// The list it stands in.
    list: String,
    typed: Typed,
    mistakes: Mistakes,
    /// A line of the transcript that is being corrected.
    correcting: Option<Correcting>,
    /// The form in which it is said what came of it.
    giving: Option<Giving>,
}

/// What stands in the page's forms.
#[derive(Default)]
pub(super) struct Shown {
    /// What was typed.
    pub(super) typed: Typed,
    /// What is wrong with it.
    pub(super) mistakes: Mistakes,
    /// The line that is being corrected; "": none.
    pub(super) line: String,
}

pub(super) async fn show(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = call_id(&id)?;
    let view = visit.desk.call(&visit.actor, id).await?;
    let frame = visit
        .frame(
            Section::Calls,
            format!("call:{id} transcript:{id} tickets clients"),
        )
        .await?;
    let shown = Shown {
        line: visit.query.one("line").to_owned(),
        ..Shown::default()
    };
    draw(&visit, frame, &view, shown, StatusCode::OK).await
}

/// The page with the form that was not taken.
pub(super) async fn again(visit: &Visit, view: &CallView, shown: Shown) -> Result<Response> {
    let frame = visit
        .still(Section::Calls, &format!("/calls/{}", view.call.id))
        .await?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    draw(visit, frame, view, shown, status).await
}

/// The id of a call, as it stands in an address.
pub(super) fn call_id(text: &str) -> Result<CallId> {
    text.parse().map_err(|_| Problem::NotFound(Thing::Call))
}

/// Where somebody goes on who has done something with a call: back to where they did it, else to the call.
pub(super) fn way_back(typed: &Typed, id: CallId) -> String {
    match typed.some("next") {
        Some(next) => here(next).to_owned(),
        None => format!("/calls/{id}"),
    }
}

async fn draw(
    visit: &Visit,
    frame: Frame,
    view: &CallView,
    shown: Shown,
    status: StatusCode,
) -> Result<Response> {
    let (desk, actor) = (&visit.desk, &visit.actor);
    let (call, facts) = (&view.call, &view.call.facts);
    let (narrowed, _) = narrowed(visit, &frame);
    let beside = desk.call_neighbours(actor, call.id, &narrowed).await?;
    let suffix = suffix(&visit.query);
    let path = |id: Option<CallId>| id.map(|id| format!("/calls/{id}{suffix}"));
    let requests = if actor.is_admin() {
        desk.call_notifications(actor, call.id).await?
    } else {
        Vec::new()
    };
    let reading = desk.transcripts(actor, &[call.id]).await?;
    let form = (&shown.typed, &shown.mistakes);
    let said = reading.get(&call.id);
    let correcting = correcting(visit, said, &shown.line, form, &frame).await?;
    let giving = giving(visit, view, &frame).await?;
    let log = || {
        format!(
            "/channels/{}/notifications?session_id={}",
            call.channel_id, call.session_id
        )
    };
    page_as(
        status,
        &CallPage {
            line: CallLine::of(view, &frame),
            card: card(view, said, &frame, visit),
            life: life(&desk.call_life(actor, call.id).await?, call, &frame),
            why: why(&desk.call_decisions(actor, call.id).await?, &frame),
            began: frame.exact(facts.started_at),
            session: call.session_id,
            total: facts.total_seconds.map(duration),
            reason: facts
                .finish_reason
                .as_deref()
                .map(|why| desk::words::finish_reason(why, actor.language)),
            tags: facts.tags.clone(),
            rating: facts.rating,
            custody: custody(visit, view, &frame).await?,
            raw: raw(&requests, &frame),
            log: actor.is_admin().then(log),
            newer: path(beside.newer).unwrap_or_default(),
            older: path(beside.older).unwrap_or_default(),
            list: format!("/calls{suffix}"),
            frame,
            typed: shown.typed,
            mistakes: shown.mistakes,
            correcting,
            giving,
        },
    )
}
