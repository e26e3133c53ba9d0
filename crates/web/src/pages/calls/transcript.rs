//! `/calls/{id}/transcript`: «Расшифровать», and the dialogue as a file.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use domain::transcript::{Format, Line, format};

use super::said::speaker_name;
use super::show::{call_id, way_back};
use crate::frame::Flash;
use crate::pages::typed::Sent;
use crate::pages::visit::Visit;
use crate::problem::{Problem, Result};

/// `POST`: has the call be transcribed, and goes back to where one was.
pub(super) async fn ask(
    visit: Visit,
    Path(id): Path<String>,
    Sent(typed): Sent,
) -> Result<Response> {
    let id = call_id(&id)?;
    visit.desk.ask_for_transcript(&visit.actor, id).await?;
    let said = visit.words().msg_said_begun();
    Ok(visit.on_to_saying(&way_back(&typed, id), &Flash::said(said)))
}

/// `GET`: a file; `?format=txt|srt|vtt`.
pub(super) async fn file(visit: Visit, Path(id): Path<String>) -> Result<Response> {
    let id = call_id(&id)?;
    let wanted: Format = visit.query.one("format").parse().unwrap_or(Format::Txt);
    let reading = visit.desk.transcript(&visit.actor, id).await?;
    let lines: Vec<Line> = reading.lines.into_iter().map(|seen| seen.line).collect();
    let t = visit.words();
    let text = format::write(&lines, wanted, |speaker| speaker_name(speaker, t));
    let name = format!("attachment; filename=\"{id}.{}\"", wanted.as_str());
    let name = HeaderValue::from_str(&name).map_err(|_| Problem::Inside)?;
    let kind = HeaderValue::from_static(wanted.content_type());
    Ok((
        [
            (header::CONTENT_TYPE, kind),
            (header::CONTENT_DISPOSITION, name),
        ],
        text,
    )
        .into_response())
}
