//! Clients: the list, one client, a new one, two who are one.

mod create;
mod form;
mod list;
mod merge;
mod save;
mod show;

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/clients", get(list::list).post(create::create))
        .route("/clients/new", get(create::show))
        .route("/clients/{id}", get(show::show).post(save::save))
        .route("/clients/{id}/merge", post(merge::merge))
}
