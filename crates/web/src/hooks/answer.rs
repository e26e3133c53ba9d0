//! What the provider is answered.

use axum::Json;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// After how many seconds to send again what could not be kept.
const AGAIN: u64 = 5;

/// An answer to a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Answer {
    /// It is on disk.
    Accepted,
    /// There is nothing in it.
    Empty,
    /// It broke off.
    BrokenOff,
    /// No token, or an unknown or revoked one.
    UnknownToken,
    /// The same too often from one address; again in so many seconds.
    TooMany(u64),
    /// It did not come to its end in time.
    TooSlow,
    /// More than is taken.
    TooLarge,
    /// It could not be kept now.
    Unavailable,
}

impl Answer {
    /// Its name in metrics.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Empty => "empty",
            Self::BrokenOff => "broken_off",
            Self::UnknownToken => "unknown_token",
            Self::TooMany(_) => "too_many",
            Self::TooSlow => "too_slow",
            Self::TooLarge => "too_large",
            Self::Unavailable => "unavailable",
        }
    }

    /// The answer itself. Whoever sends is a program; a person reads it in the provider's log.
    pub(crate) fn told(self) -> Response {
        match self {
            Self::Accepted => Json(json!({"accepted": true})).into_response(),
            Self::Empty => refused(
                StatusCode::BAD_REQUEST,
                "the request is empty: send the body template's fields",
            ),
            Self::BrokenOff => refused(StatusCode::BAD_REQUEST, "the body broke off"),
            Self::UnknownToken => refused(
                StatusCode::UNAUTHORIZED,
                "the channel's token is missing, unknown or revoked: copy the body template from the channel's page again",
            ),
            Self::TooMany(seconds) => later(
                StatusCode::TOO_MANY_REQUESTS,
                "too many requests without a good token from this address",
                seconds,
            ),
            Self::TooSlow => refused(StatusCode::REQUEST_TIMEOUT, "the body did not come in time"),
            Self::TooLarge => refused(StatusCode::PAYLOAD_TOO_LARGE, "at most 1 MiB is taken"),
            Self::Unavailable => later(
                StatusCode::SERVICE_UNAVAILABLE,
                "it could not be kept now: send it again",
                AGAIN,
            ),
        }
    }
}

fn refused(status: StatusCode, why: &str) -> Response {
    (status, Json(json!({"accepted": false, "error": why}))).into_response()
}

fn later(status: StatusCode, why: &str, seconds: u64) -> Response {
    let mut answer = refused(status, why);
    answer
        .headers_mut()
        .insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    answer
}
