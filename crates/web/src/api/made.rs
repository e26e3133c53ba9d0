//! `201`: a thing was made, and stands at this address now.

use axum::Json;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// The answer to a POST that made something.
pub(super) fn made(address: String, thing: impl Serialize) -> Response {
    let location = [(header::LOCATION, address)];
    (StatusCode::CREATED, location, Json(thing)).into_response()
}
