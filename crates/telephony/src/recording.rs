//! A recording at its provider: asked for through the guard, handed on as it comes.

use std::pin::Pin;

use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use reqwest::header::{CONTENT_LENGTH, CONTENT_RANGE, CONTENT_TYPE, HeaderName};
use reqwest::{Response, StatusCode};

use crate::outbound::{Failure, Outbound};

/// Why there is no sound.
#[derive(Debug, thiserror::Error)]
pub enum NoSound {
    /// The provider keeps it no longer.
    #[error("the provider no longer has this recording")]
    Gone,
    /// The provider has not put it together yet.
    #[error("the recording is not ready at the provider yet")]
    NotReady,
    /// The provider answered with another status code than it should.
    #[error("the provider answered {0} where a recording should be")]
    Refused(u16),
    /// What came is not a recording.
    #[error("the provider sent {0} where a recording should be")]
    NotSound(String),
    /// It is too large.
    #[error("the recording is larger than the desk takes")]
    TooLarge,
    /// The request did not come through.
    #[error("the recording could not be asked for")]
    Unreached(#[source] Failure),
}

/// Bytes on their way; they end with an error when they break off or grow past the limit.
pub type Bytestream = Pin<Box<dyn Stream<Item = std::io::Result<Bytes>> + Send>>;

/// Sound on its way to a listener.
pub struct Sound {
    /// Its type, `audio/…`.
    pub content_type: String,
    /// Bytes to come, when told.
    pub length: Option<u64>,
    /// Which bytes of the whole, when a part was asked for and given.
    pub content_range: Option<String>,
    /// The bytes.
    pub bytes: Bytestream,
}

/// A recording on its way to be kept. What it is said to be is not asked: its content tells.
pub struct Arriving {
    /// Bytes to come, when told.
    pub length: Option<u64>,
    /// The bytes.
    pub bytes: Bytestream,
}

/// Whether a link leads to where recordings may come from.
#[must_use]
pub fn is_allowed(link: &str, hosts: &[String]) -> bool {
    crate::outbound::is_allowed(link, hosts)
}

/// Opens a recording of at most `largest` bytes to listen to; `range` is the listener's `Range` header.
pub async fn open(
    outbound: &Outbound,
    link: &str,
    hosts: &[String],
    range: Option<&str>,
    largest: u64,
) -> Result<Sound, NoSound> {
    let response = ask(outbound, link, hosts, range, largest).await?;
    if response.status() == StatusCode::RANGE_NOT_SATISFIABLE {
        // A part that is not there: the listener gets the whole and finds their place themselves.
        return Box::pin(open(outbound, link, hosts, None, largest)).await;
    }
    let content_type = header(&response, CONTENT_TYPE).unwrap_or_default();
    if !is_sound(&content_type) {
        return Err(NoSound::NotSound(content_type.chars().take(60).collect()));
    }
    let partial = response.status() == StatusCode::PARTIAL_CONTENT;
    Ok(Sound {
        content_type: safe_type(&content_type),
        length: length(&response),
        content_range: header(&response, CONTENT_RANGE).filter(|_| partial),
        bytes: bounded(response, largest),
    })
}

/// Opens a recording of at most `largest` bytes to keep it.
pub async fn fetch(
    outbound: &Outbound,
    link: &str,
    hosts: &[String],
    largest: u64,
) -> Result<Arriving, NoSound> {
    let response = ask(outbound, link, hosts, None, largest).await?;
    Ok(Arriving {
        length: length(&response),
        bytes: bounded(response, largest),
    })
}

async fn ask(
    outbound: &Outbound,
    link: &str,
    hosts: &[String],
    range: Option<&str>,
    largest: u64,
) -> Result<Response, NoSound> {
    let response = outbound
        .get(link, hosts, range)
        .await
        .map_err(NoSound::Unreached)?;
    match response.status() {
        StatusCode::OK => {}
        StatusCode::PARTIAL_CONTENT | StatusCode::RANGE_NOT_SATISFIABLE if range.is_some() => {}
        // UIS: 404 when the keeping time is over, 400 «no files to concat» while there is nothing yet.
        StatusCode::NOT_FOUND | StatusCode::GONE => return Err(NoSound::Gone),
        StatusCode::BAD_REQUEST => return Err(NoSound::NotReady),
        other => return Err(NoSound::Refused(other.as_u16())),
    }
    if length(&response).is_some_and(|length| length > largest) {
        return Err(NoSound::TooLarge);
    }
    Ok(response)
}

fn header(response: &Response, name: HeaderName) -> Option<String> {
    let value = response.headers().get(name)?;
    value.to_str().ok().map(str::to_owned)
}

fn length(response: &Response) -> Option<u64> {
    header(response, CONTENT_LENGTH)?.parse().ok()
}

fn is_sound(content_type: &str) -> bool {
    let kind = bare(content_type);
    kind.starts_with("audio/")
        || matches!(
            kind.as_str(),
            "application/octet-stream" | "application/ogg" | "binary/octet-stream" | ""
        )
}

/// What a browser may be told: never a type it would open as a page.
fn safe_type(content_type: &str) -> String {
    let kind = bare(content_type);
    if kind.starts_with("audio/") {
        kind
    } else {
        "audio/mpeg".to_owned()
    }
}

fn bare(content_type: &str) -> String {
    let kind = content_type.split(';').next().unwrap_or_default();
    kind.trim().to_ascii_lowercase()
}

fn bounded(response: Response, largest: u64) -> Bytestream {
    let mut passed = 0u64;
    Box::pin(response.bytes_stream().map(move |chunk| {
        let chunk = chunk.map_err(|error| std::io::Error::other(error.without_url()))?;
        passed += chunk.len() as u64;
        if passed > largest {
            return Err(std::io::ErrorKind::FileTooLarge.into());
        }
        Ok(chunk)
    }))
}

#[cfg(test)]
mod tests;
