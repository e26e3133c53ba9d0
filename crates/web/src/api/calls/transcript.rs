//! `/calls/{id}/transcript`.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use desk::{Desk, Thing, Why};
use domain::transcript::{Format, Line, format};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::api::shape::{
    CallTranscript, TranscriptSegment, shape_making, shape_segment, shape_transcript,
};
use crate::api::{Asked, At, Sent, Two, form, known};
use crate::pages::speaker_name;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// Have a call be transcribed
///
/// Asked again while it is on its way or done, nothing more is begun. 403 when the extension is off, 410 when there is nothing
/// left to transcribe, 425 while the call goes on.
#[utoipa::path(post, path = "/calls/{id}/transcript", tag = "calls", params(("id" = String, Path, description = "The call's id")),
    responses((status = 202, body = CallTranscript, description = "It has begun, or was begun before")))]
pub(super) async fn ask(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Response> {
    let making = desk.ask_for_transcript(&actor, at.id(Thing::Call)?).await?;
    Ok((StatusCode::ACCEPTED, Json(shape_making(&making, &actor))).into_response())
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Wanted {
    /// `txt`, `srt` or `vtt`: the dialogue as a file. JSON when absent.
    format: Option<String>,
}

/// What was said in a call
///
/// Numbers of cards and documents are masked for those who may not see them. 404 when nobody has asked for a transcript.
#[utoipa::path(get, path = "/calls/{id}/transcript", tag = "calls",
    params(("id" = String, Path, description = "The call's id"), Wanted),
    responses((status = 200, body = CallTranscript)))]
pub(super) async fn read(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Asked(wanted): Asked<Wanted>,
) -> Result<Response> {
    let mut faults = Faults::default();
    let wanted: Option<Format> = match wanted.format.as_deref() {
        None | Some("json") => None,
        Some(name) => form::maybe(&mut faults, "format", Some(name), || {
            Why::NotOneOf(vec!["json", "txt", "srt", "vtt"])
        }),
    };
    faults.check()?;
    let reading = desk.transcript(&actor, at.id(Thing::Call)?).await?;
    let Some(wanted) = wanted else {
        return Ok(Json(shape_transcript(reading, &actor)).into_response());
    };
    let lines: Vec<Line> = reading.lines.into_iter().map(|seen| seen.line).collect();
    let t = locale::words(actor.language);
    let text = format::write(&lines, wanted, |speaker| speaker_name(speaker, t));
    let kind = HeaderValue::from_static(wanted.content_type());
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}

/// What was really said.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TranscriptCorrection)]
pub(super) struct Correction {
    /// The line's text.
    text: String,
}

/// Correct a line of a transcript
///
/// What it said before is kept, with who changed it; the search follows.
#[utoipa::path(patch, path = "/calls/{id}/transcript/segments/{n}", tag = "calls",
    params(("id" = String, Path, description = "The call's id"), ("n" = u32, Path, description = "The line's place, from 0")),
    request_body = Correction, responses((status = 200, body = TranscriptSegment)))]
pub(super) async fn correct(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(call, n): Two,
    Sent(form): Sent<Correction>,
) -> Result<Json<TranscriptSegment>> {
    let call = known(&call, Thing::Call)?;
    let n = known(&n, Thing::Line)?;
    let seen = desk.correct_line(&actor, call, n, &form.text, None).await?;
    Ok(Json(shape_segment(seen)))
}
