//! A refusal: one sentence that says what to do, as problem+json.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::de::DeserializeOwned;
use serde_json::json;

use crate::error::Error;
use crate::sentence::{Sentence, said};

/// Why a request to the panel was not done.
#[derive(Debug)]
pub(super) struct Refusal {
    status: StatusCode,
    sentence: Sentence,
}

impl Refusal {
    pub(super) fn of(sentence: Sentence) -> Self {
        Self {
            status: StatusCode::UNPROCESSABLE_ENTITY,
            sentence,
        }
    }

    pub(super) fn not_found(sentence: Sentence) -> Self {
        Self {
            status: StatusCode::NOT_FOUND,
            sentence,
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
                    sentence: said(
                        "У песочницы внутренняя ошибка, подробности в её журнале.",
                        error.to_string(),
                    ),
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
            "detail": self.sentence.english,
            "detail_ru": self.sentence.russian,
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
    serde_json::from_slice(body).map_err(|problem| {
        Refusal::of(said(
            format!("Запрос не прочитан: {problem}."),
            format!("The body cannot be read: {problem}."),
        ))
    })
}
