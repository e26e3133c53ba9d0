//! Views that people keep: put in order, renamed, shared, thrown away and brought back.

mod keep;
mod list;

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/views", get(list::show).post(keep::create))
        .route("/views/new", get(keep::show))
        .route("/views/{id}", post(list::change))
        .route("/views/{id}/narrowing", post(keep::rewrite))
        .route("/views/{id}/place", post(list::step))
        .route("/views/{id}/delete", post(list::delete))
        .route("/views/{id}/restore", post(list::restore))
}
