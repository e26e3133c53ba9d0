//! The body of a request: JSON whatever its Content-Type says; each mistake is told by field, in words.

mod mistake;

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use crate::problem::{Malformed, Problem, Result};

/// A JSON body.
pub(super) struct Sent<T>(pub(super) T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for Sent<T> {
    type Rejection = Problem;
    async fn from_request(request: Request, state: &S) -> Result<Self> {
        let body = Bytes::from_request(request, state)
            .await
            .map_err(|rejection| {
                if rejection.status() == axum::http::StatusCode::PAYLOAD_TOO_LARGE {
                    Problem::TooLarge
                } else {
                    Problem::Malformed(Malformed::NotText)
                }
            })?;
        read(&body).map(Self)
    }
}

fn read<T: DeserializeOwned>(body: &[u8]) -> Result<T> {
    if body.trim_ascii().is_empty() {
        return Err(Problem::Malformed(Malformed::Empty));
    }
    let text = std::str::from_utf8(body).map_err(|_| Problem::Malformed(Malformed::NotText))?;
    if !text.trim_start().starts_with('{') {
        // A list would be read as an object's fields in their order.
        let known = serde_json::from_str::<IgnoredAny>(text);
        return Err(known.map_or_else(
            |error| mistake::not_json(&error),
            |_| Problem::Malformed(Malformed::NotAnObject),
        ));
    }
    let mut reader = serde_json::Deserializer::from_str(text);
    let value =
        serde_path_to_error::deserialize(&mut reader).map_err(|error| mistake::of(&error))?;
    reader.end().map_err(|error| mistake::not_json(&error))?;
    Ok(value)
}

/// The same from a value that was read already.
pub(super) fn read_value<T: DeserializeOwned>(value: Value) -> Result<T> {
    serde_path_to_error::deserialize(value).map_err(|error| mistake::of(&error))
}

/// For `#[serde(deserialize_with)]`: `null` is `Some(None)`, what is absent stays `None` by `#[serde(default)]`.
pub(super) fn nullable<'de, D, T>(
    deserializer: D,
) -> std::result::Result<Option<Option<T>>, D::Error>
where
    D: Deserializer<'de>,
    T: Deserialize<'de>,
{
    Option::deserialize(deserializer).map(Some)
}

#[cfg(test)]
mod tests;
