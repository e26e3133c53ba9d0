//! A refusal: one sentence that says what to do, as problem+json.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::error::Error;

/// Why a request to the panel was not done.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    sentence: String,
}

impl Refusal {
    pub(super) fn of(sentence: impl Into<String>) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            sentence: sentence.into(),
        }
    }

    pub(super) fn not_found(sentence: impl Into<String>) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            sentence: sentence.into(),
        }
    }
}

impl From<Error> for Refusal {
    fn from(error: Error) -> Self {
        match error {
            Error::Refused(sentence) => Self::of(sentence),
            Error::Read { .. }
            | Error::Understand { .. }
            | Error::Keep { .. }
            | Error::Client(_) => {
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "the sandbox could not do what the panel asked"
                );
                Self {
                    status: StatusCode::INTERNAL_SERVER_ERROR,
                    sentence: error.to_string(),
                }
            }
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let body = json!({
            "title": self.status.canonical_reason(),
            "status": self.status.as_u16(),
            "detail": self.sentence,
        });
        (
            self.status,
            [(header::CONTENT_TYPE, "application/problem+json")],
            body.to_string(),
        )
            .into_response()
    }
}

/// A JSON body, whatever its Content-Type says.
pub(super) fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T, Refusal> {
    serde_json::from_slice(body)
        .map_err(|problem| Refusal::of(format!("The body cannot be read: {problem}.")))
}
