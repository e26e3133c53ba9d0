//! `/extensions`: what administrators turn on.

mod fields;
mod summary;
#[cfg(test)]
mod tests;

use askama::Template;
use axum::Router;
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};
use desk::Refusal;
use desk::extensions::TranscriptionChange;
use domain::extension::Recogniser;

use super::draw::page_as;
use super::mistakes::mistakes;
use super::typed::{Sent, Typed};
use super::visit::Visit;
use crate::Web;
use crate::form::Mistakes;
use crate::frame::{Flash, Frame, Section};
use crate::problem::Result;
use fields::{Fields, change, fields};
use summary::{SummaryForm, as_set};

const HERE: &str = "/extensions";

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route(HERE, get(show))
        .route("/extensions/summary", post(summary::set))
        .route("/extensions/transcription", post(set))
        .route("/extensions/transcription/state", post(turn))
}

#[derive(Template)]
#[template(path = "extensions/list.html")]
struct ExtensionsPage {
    frame: Frame,
    on: bool,
    engine: Option<String>,
    is_ready: bool,
    used: String,
    version: i64,
    fields: Fields,
    mistakes: Mistakes,
    summary: SummaryForm,
}

/// What was typed into one of the forms and not taken.
#[derive(Default)]
struct Drawn {
    transcription: Option<(Typed, Mistakes)>,
    summary: Option<SummaryForm>,
}

impl Drawn {
    fn transcription(typed: Typed, mistakes: Mistakes) -> Self {
        Self {
            transcription: Some((typed, mistakes)),
            ..Self::default()
        }
    }

    fn summary(form: SummaryForm) -> Self {
        Self {
            summary: Some(form),
            ..Self::default()
        }
    }
}

async fn show(visit: Visit) -> Result<Response> {
    let frame = visit.frame(Section::Extensions, "channels").await?;
    draw(&visit, frame, Drawn::default()).await
}

/// ON or OFF, and nothing else.
async fn turn(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let on = typed.one("enabled") == "on";
    let change = TranscriptionChange {
        enabled: Some(on),
        ..TranscriptionChange::default()
    };
    visit
        .desk
        .change_transcription(&visit.actor, &change)
        .await?;
    let t = visit.words();
    let said = if on {
        t.msg_ext_turned_on()
    } else {
        t.msg_ext_turned_off()
    };
    Ok(visit.on_to_saying(HERE, &Flash::said(said)))
}

async fn set(visit: Visit, Sent(typed): Sent) -> Result<Response> {
    let mut notes = Mistakes::default();
    let wanted = change(&typed, &mut notes, visit.words());
    let done = if notes.is_empty() {
        visit
            .desk
            .change_transcription(&visit.actor, &wanted)
            .await
            .map(drop)
    } else {
        Ok(())
    };
    match done {
        Ok(()) if notes.is_empty() => {
            let said = visit.words().msg_ext_saved();
            return Ok(visit.on_to_saying(HERE, &Flash::said(said)));
        }
        Ok(()) => {}
        Err(Refusal::Changed) => notes.note("", visit.words().msg_ext_conflict()),
        Err(refusal) => notes = mistakes(refusal, visit.words())?,
    }
    let frame = visit.still(Section::Extensions, HERE).await?;
    draw(&visit, frame, Drawn::transcription(typed, notes)).await
}

async fn draw(visit: &Visit, frame: Frame, drawn: Drawn) -> Result<Response> {
    let view = visit.desk.transcription(&visit.actor).await?;
    let settings = visit.desk.summary_settings(&visit.actor).await?;
    let is_refused = drawn.transcription.is_some() || drawn.summary.is_some();
    let status = match is_refused {
        false => StatusCode::OK,
        true => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let (typed, mistakes) = drawn
        .transcription
        .unwrap_or_else(|| (fields::typed_of(&view.settings), Mistakes::default()));
    let summary = drawn.summary.unwrap_or_else(|| as_set(&settings));
    let channels = visit.desk.channels(&visit.actor).await?;
    let minutes = (view.used + 59_999) / 60_000;
    let used = match view.settings.limit_minutes {
        Some(limit) => frame
            .t
            .msg_ext_minutes_of(minutes.to_string(), limit.to_string()),
        None => frame.t.msg_ext_minutes(minutes.to_string()),
    };
    page_as(
        status,
        &ExtensionsPage {
            on: view.settings.enabled,
            engine: match view.settings.recognised_by {
                Recogniser::Server => view.engine.clone(),
                Recogniser::Provider => Some(frame.t.msg_ext_by_provider()),
            },
            is_ready: view.is_ready,
            used,
            version: view.version,
            fields: fields(&typed, &channels, frame.t),
            frame,
            mistakes,
            summary,
        },
    )
}
