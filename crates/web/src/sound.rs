//! A recording on its way to a browser.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::Response;
use desk::recordings::Sound;

use crate::problem::{Problem, Result};

/// The answer that carries the sound, to be listened to or to be kept as a file.
pub(crate) fn hand_on(sound: Sound, as_file: bool) -> Result<Response> {
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
    let how = if as_file { "attachment" } else { "inline" };
    let disposition = format!("{how}; filename=\"{}\"", sound.name);
    headers.insert(header::CONTENT_DISPOSITION, value(&disposition)?);
    if let Some(length) = sound.length {
        headers.insert(header::CONTENT_LENGTH, HeaderValue::from(length));
    }
    if let Some(range) = sound.content_range {
        headers.insert(header::CONTENT_RANGE, value(&range)?);
    }
    Ok(answer)
}

fn value(text: &str) -> Result<HeaderValue> {
    HeaderValue::from_str(text).map_err(|_| Problem::Upstream)
}
