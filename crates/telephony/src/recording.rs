//! A recording at its provider: asked for through the guard, handed on as it comes.

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use reqwest::StatusCode;
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderName};

use crate::outbound::{Failure, Outbound};

/// The longest recording that is passed on: ten hours of the platform's best MP3.
const LARGEST: u64 = 1 << 30;

/// Why there is no sound.
#[derive(Debug, thiserror::Error)]
pub enum NoSound {
    /// The provider keeps it no longer.
    #[error("the provider no longer has this recording")]
    Gone,
    /// The provider has not put it together yet.
    #[error("the recording is not ready at the provider yet")]
    NotReady,
    /// What came is not a recording.
    #[error("the provider answered {0} where a recording should be")]
    Refused(String),
    /// It is too large.
    #[error("the recording is larger than the desk passes on")]
    TooLarge,
    /// The request did not come through.
    #[error("the recording could not be asked for")]
    Unreached(#[source] Failure),
}

/// Sound on its way.
pub struct Sound {
    /// Its type, `audio/…`.
    pub content_type: String,
    /// Bytes to come, when told.
    pub length: Option<u64>,
    /// Which bytes of the whole, when a part was asked for and given.
    pub content_range: Option<String>,
    /// The bytes; ends with an error when they break off or grow past the limit.
    pub bytes: std::pin::Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>,
}

/// Opens a recording; `range` is the listener's `Range` header.
pub async fn open(
    outbound: &Outbound,
    link: &str,
    hosts: &[String],
    range: Option<&str>,
) -> Result<Sound, NoSound> {
    let response = outbound
        .get(link, hosts, range)
        .await
        .map_err(NoSound::Unreached)?;
    if response.status() == StatusCode::RANGE_NOT_SATISFIABLE && range.is_some() {
        // A part that is not there: the listener gets the whole and finds their place themselves.
        return Box::pin(open(outbound, link, hosts, None)).await;
    }
    let header = |name: HeaderName| {
        response
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
            .map(str::to_owned)
    };
    match response.status() {
        StatusCode::OK | StatusCode::PARTIAL_CONTENT => {}
        // UIS: 404 when the keeping time is over, 400 «no files to concat» while there is nothing yet.
        StatusCode::NOT_FOUND | StatusCode::GONE => return Err(NoSound::Gone),
        StatusCode::BAD_REQUEST => return Err(NoSound::NotReady),
        other => return Err(NoSound::Refused(other.as_u16().to_string())),
    }
    let content_type = header(CONTENT_TYPE).unwrap_or_default();
    if !is_sound(&content_type) {
        return Err(NoSound::Refused(content_type.chars().take(60).collect()));
    }
    let length = header(CONTENT_LENGTH).and_then(|length| length.parse().ok());
    if length.is_some_and(|length| length > LARGEST) {
        return Err(NoSound::TooLarge);
    }
    let content_range =
        header(CONTENT_RANGE).filter(|_| response.status() == StatusCode::PARTIAL_CONTENT);
    Ok(Sound {
        content_type: safe_type(&content_type),
        length,
        content_range,
        bytes: bounded(response),
    })
}

fn is_sound(content_type: &str) -> bool {
    let kind = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    kind.starts_with("audio/")
        || matches!(
            kind.as_str(),
            "application/octet-stream" | "application/ogg" | "binary/octet-stream" | ""
        )
}

/// What a browser may be told: never a type it would open as a page.
fn safe_type(content_type: &str) -> String {
    let kind = content_type
        .split(';')
        .next()
        .unwrap_or_default()
        .trim()
        .to_ascii_lowercase();
    if kind.starts_with("audio/") {
        kind
    } else {
        "audio/mpeg".to_owned()
    }
}

fn bounded(
    response: reqwest::Response,
) -> std::pin::Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>> {
    let mut passed = 0u64;
    Box::pin(response.bytes_stream().map(move |chunk| {
        let chunk = chunk.map_err(|error| std::io::Error::other(error.without_url()))?;
        passed += chunk.len() as u64;
        if passed > LARGEST {
            return Err(std::io::Error::other(
                "the recording is larger than the desk passes on",
            ));
        }
        Ok(chunk)
    }))
}

#[cfg(test)]
mod tests;
