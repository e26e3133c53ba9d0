//! A page template becomes an answer.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};

use crate::problem::{Problem, Result};

/// The page.
pub fn page(template: &impl Template) -> Result<Response> {
    page_as(StatusCode::OK, template)
}

/// The page where a form stands that was not taken: what was typed is in it, with what is wrong.
pub fn mistaken(template: &impl Template) -> Result<Response> {
    page_as(StatusCode::UNPROCESSABLE_ENTITY, template)
}

/// The page with this status.
pub fn page_as(status: StatusCode, template: &impl Template) -> Result<Response> {
    match template.render() {
        Ok(html) => Ok((status, Html(html)).into_response()),
        Err(error) => {
            tracing::error!(
                error = &error as &dyn std::error::Error,
                "could not draw a page"
            );
            Err(Problem::Inside)
        }
    }
}

/// On to another page, after something was done.
#[must_use]
pub fn on_to(path: &str) -> Response {
    Redirect::to(path).into_response()
}
