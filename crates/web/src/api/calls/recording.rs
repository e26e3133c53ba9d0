//! `GET /calls/{id}/recordings/{n}`: the sound, handed on as it comes from the provider.

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::Response;
use desk::{Desk, Thing};
use telephony::recording::Sound;

use crate::api::{Two, known};
use crate::problem::{Problem, Result};
use crate::who::Keyed;

/// Listen to a recording
///
/// Counted from 0. A `Range` header fetches a part. 410 when the provider no longer has it, 425 while it is being prepared.
#[utoipa::path(get, path = "/calls/{id}/recordings/{n}", tag = "calls",
    params(("id" = String, Path, description = "The call's id"), ("n" = i64, Path, description = "Its place among the call's recordings, from 0")),
    responses((status = 200, content_type = "audio/mpeg", body = [u8], description = "The sound"),
              (status = 206, content_type = "audio/mpeg", body = [u8], description = "The part asked for")))]
pub(super) async fn listen(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Two(call, n): Two,
    headers: HeaderMap,
) -> Result<Response> {
    let call = known(&call, Thing::Call)?;
    let n = known(&n, Thing::Recording)?;
    let range = headers
        .get(header::RANGE)
        .and_then(|range| range.to_str().ok());
    let sound = desk.recording(&actor, call, n, range).await?;
    hand_on(sound).ok_or(Problem::Upstream)
}

fn hand_on(sound: Sound) -> Option<Response> {
    let partial = sound.content_range.is_some();
    let mut answer = Response::new(Body::from_stream(sound.bytes));
    *answer.status_mut() = if partial {
        StatusCode::PARTIAL_CONTENT
    } else {
        StatusCode::OK
    };
    let headers = answer.headers_mut();
    headers.insert(header::CONTENT_TYPE, value(&sound.content_type)?);
    headers.insert(header::ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    // A recording never changes, and its listener may listen again; nobody between may keep it.
    headers.insert(
        header::CACHE_CONTROL,
        HeaderValue::from_static("private, max-age=3600"),
    );
    headers.insert(
        header::CONTENT_DISPOSITION,
        HeaderValue::from_static("inline"),
    );
    if let Some(length) = sound.length {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    if let Some(range) = sound.content_range {
        headers.insert(header::CONTENT_RANGE, value(&range)?);
    }
    Some(answer)
}

fn value(text: &str) -> Option<HeaderValue> {
    HeaderValue::from_str(text).ok()
}
