//! Recordings as files: anybody who knows the link can fetch one, for as long as it is kept.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;

use crate::call::Record;
use crate::clock;
use crate::exchange::Exchange;

/// The link that notifications carry; it answers with and without a slash at its end.
pub(crate) fn link(public_url: &str, session: i64, record: &Record) -> String {
    let kind = if record.is_message {
        "voice_mail"
    } else {
        "talk"
    };
    format!("{public_url}/system/media/{kind}/{session}/{}", record.hash)
}

pub(crate) fn routes() -> Router<Arc<Exchange>> {
    Router::new()
        .route("/system/media/{kind}/{session}/{hash}", get(file))
        .route("/system/media/{kind}/{session}/{hash}/", get(file))
}

#[derive(Deserialize)]
struct Hop {
    #[serde(default)]
    from_store: bool,
}

async fn file(
    State(exchange): State<Arc<Exchange>>,
    Path((kind, session, hash)): Path<(String, i64, String)>,
    Query(hop): Query<Hop>,
    headers: HeaderMap,
) -> Response {
    let faults = exchange.faults();
    let record = exchange
        .board()
        .calls
        .get(&session)
        .and_then(|call| found(&call.records, &kind, &hash));
    let Some(record) = record else { return gone() };
    let Some(ready) = record.ready else {
        return (StatusCode::BAD_REQUEST, "no files to concat").into_response();
    };
    let age = clock::now().duration_since(ready).as_secs();
    if faults
        .recording_ttl_s
        .is_some_and(|kept| age >= 0 && age.unsigned_abs() >= kept)
    {
        return gone();
    }
    if faults.recording_redirect && !hop.from_store {
        let store = format!("/system/media/{kind}/{session}/{hash}?from_store=true");
        return (StatusCode::FOUND, [(header::LOCATION, store)]).into_response();
    }
    let bytes = record.sound.first(record.seconds.unsigned_abs());
    part(
        &bytes,
        headers
            .get(header::RANGE)
            .and_then(|range| range.to_str().ok()),
    )
}

fn found(records: &[Record], kind: &str, hash: &str) -> Option<Record> {
    let fits =
        |record: &&Record| record.hash == hash && record.is_message == (kind == "voice_mail");
    records
        .iter()
        .find(fits)
        .filter(|_| matches!(kind, "talk" | "voice_mail"))
        .cloned()
}

fn gone() -> Response {
    (StatusCode::NOT_FOUND, "not found").into_response()
}

fn part(bytes: &[u8], range: Option<&str>) -> Response {
    let whole = bytes.len();
    let mut answer = match range.map(|range| read_range(range, whole)) {
        None | Some(Wanted::Everything) => bytes.to_vec().into_response(),
        Some(Wanted::Part(first, last)) => {
            let mut answer =
                (StatusCode::PARTIAL_CONTENT, bytes[first..=last].to_vec()).into_response();
            set(
                &mut answer,
                header::CONTENT_RANGE,
                &format!("bytes {first}-{last}/{whole}"),
            );
            answer
        }
        Some(Wanted::Nothing) => {
            let mut answer = StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            set(
                &mut answer,
                header::CONTENT_RANGE,
                &format!("bytes */{whole}"),
            );
            answer
        }
    };
    set(&mut answer, header::CONTENT_TYPE, "audio/mpeg");
    set(&mut answer, header::ACCEPT_RANGES, "bytes");
    answer
}

fn set(answer: &mut Response, name: header::HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        answer.headers_mut().insert(name, value);
    }
}

/// What a Range header asks for.
#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    Everything,
    Part(usize, usize),
    Nothing,
}

/// One range is understood; several at once are answered with everything, as the standard allows.
fn read_range(range: &str, whole: usize) -> Wanted {
    let Some((first, last)) = range
        .strip_prefix("bytes=")
        .and_then(|range| range.split_once('-'))
    else {
        return Wanted::Everything;
    };
    let (first, last) = match (first.parse::<usize>(), last.parse::<usize>()) {
        (Ok(first), Ok(last)) if first <= last => (first, last.min(whole - 1)),
        (Ok(first), Err(_)) if last.is_empty() => (first, whole - 1),
        (Err(_), Ok(count)) if first.is_empty() => (whole - count.min(whole), whole - 1),
        (Ok(_) | Err(_), Ok(_) | Err(_)) => return Wanted::Everything,
    };
    if first > last || first >= whole {
        Wanted::Nothing
    } else {
        Wanted::Part(first, last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_is_read_as_the_standard_says() {
        assert_eq!(read_range("bytes=0-99", 1000), Wanted::Part(0, 99));
        assert_eq!(read_range("bytes=900-", 1000), Wanted::Part(900, 999));
        assert_eq!(read_range("bytes=-100", 1000), Wanted::Part(900, 999));
        assert_eq!(read_range("bytes=900-5000", 1000), Wanted::Part(900, 999));
        assert_eq!(read_range("bytes=1000-", 1000), Wanted::Nothing);
        assert_eq!(read_range("bytes=0-1,5-6", 1000), Wanted::Everything);
    }
}
