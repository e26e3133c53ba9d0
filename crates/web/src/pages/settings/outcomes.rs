//! `/settings/outcomes`: what can come of a call, for administrators.

use askama::Template;
use axum::Router;
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Thing;
use desk::outcomes::OutcomeCodeForm;
use domain::{OutcomeCode, OutcomeCodeId};

use super::super::draw::{on_to, page_as};
use super::super::mistakes::mistakes;
use super::super::named::{admins_only, named};
use super::super::typed::{Sent, Typed};
use super::super::visit::Visit;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Frame, Section};
use crate::problem::Result;

const HERE: &str = "/settings/outcomes";

#[derive(Template)]
#[template(path = "settings/outcomes.html")]
struct Outcomes {
    frame: Frame,
    lines: Vec<Line>,
    typed: Typed,
    mistakes: Mistakes,
}

/// An outcome as it is drawn, with the form that was not taken, if it was this one's.
struct Line {
    code: OutcomeCode,
    name: String,
    place: String,
    active: bool,
    mistakes: Mistakes,
    open: bool,
}

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(list).post(create))
        .route("/settings/outcomes/{id}", post(change))
}

async fn list(visit: Visit) -> Result<Response> {
    admins_only(&visit.actor)?;
    let frame = visit.frame(Section::Outcomes, "").await?;
    let nothing = (Typed::default(), Mistakes::default());
    draw(&visit, frame, None, nothing, StatusCode::OK).await
}

async fn create(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let form = OutcomeCodeForm {
        name: Some(typed.one("name").to_owned()),
        ..OutcomeCodeForm::default()
    };
    match visit.desk.create_outcome_code(&visit.actor, form).await {
        Ok(_) => Ok(on_to(HERE)),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            again(&visit, None, typed, notes).await
        }
    }
}

async fn change(visit: Visit, Path(id): Path<String>, Sent(typed): Sent) -> Result<Response> {
    let id: OutcomeCodeId = named(&id, Thing::OutcomeCode)?;
    let form = OutcomeCodeForm {
        name: Some(typed.one("name").to_owned()),
        active: Some(typed.ticked("active")),
        // What is no number is out of all bounds, and is told so.
        place: typed
            .sent("place")
            .map(|text| text.trim().parse().unwrap_or(-1)),
    };
    match visit.desk.change_outcome_code(&visit.actor, id, form).await {
        Ok(_) => Ok(on_to(HERE)),
        Err(refusal) => {
            let notes = mistakes(refusal, visit.words())?;
            again(&visit, Some(id), typed, notes).await
        }
    }
}

async fn again(
    visit: &Visit,
    of: Option<OutcomeCodeId>,
    typed: Typed,
    notes: Mistakes,
) -> Result<Response> {
    let frame = visit.still(Section::Outcomes, HERE).await?;
    let status = StatusCode::UNPROCESSABLE_ENTITY;
    draw(visit, frame, of, (typed, notes), status).await
}

async fn draw(
    visit: &Visit,
    frame: Frame,
    of: Option<OutcomeCodeId>,
    (typed, mistakes): (Typed, Mistakes),
    status: StatusCode,
) -> Result<Response> {
    let codes = visit.desk.outcome_codes(&visit.actor).await?;
    let line = |code: OutcomeCode| match of == Some(code.id) {
        true => Line {
            name: typed.one("name").to_owned(),
            place: typed.one("place").to_owned(),
            active: typed.ticked("active"),
            mistakes: mistakes.clone(),
            open: true,
            code,
        },
        false => Line {
            name: code.name.clone(),
            place: code.place.to_string(),
            active: code.active,
            mistakes: Mistakes::default(),
            open: false,
            code,
        },
    };
    let lines = codes.into_iter().map(line).collect();
    let is_new = of.is_none();
    page_as(
        status,
        &Outcomes {
            lines,
            mistakes: if is_new {
                mistakes
            } else {
                Mistakes::default()
            },
            typed: if is_new { typed } else { Typed::default() },
            frame,
        },
    )
}
