//! Clients: the list, one client, a new one, two who are one, whose call it was, fields, tables that come and go.

mod create;
mod edit;
mod export;
mod field_form;
mod fields;
mod filter;
mod form;
mod history;
mod import;
mod import_columns;
mod list;
mod merge;
mod name;
mod pick;
mod save;
mod show;
mod undo;
mod value;

pub use value::{ShownValue, shown_values};

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    let uploads = Router::new()
        .route("/clients/import", get(import::list).post(import::upload))
        .layer(DefaultBodyLimit::max(desk::clients::LARGEST_TABLE));
    Router::new()
        .route("/clients", get(list::list).post(create::create))
        .route("/clients/new", get(create::show))
        .route("/clients/export", get(export::export))
        .merge(uploads)
        .route("/clients/import/{id}", get(import::show).post(import::step))
        .route("/clients/import/{id}/errors", get(import::errors))
        .route("/clients/fields", get(fields::list).post(fields::create))
        .route("/clients/fields/{id}", post(fields::change))
        .route("/clients/fields/{id}/removal", post(fields::remove))
        .route("/clients/pick", get(pick::show).post(pick::pick))
        .route("/clients/moves/{id}/undo", post(undo::undo))
        .route("/clients/{id}", get(show::show).post(save::save))
        .route("/clients/{id}/edit", get(edit::show))
        .route("/clients/{id}/name", post(name::name))
        .route("/clients/{id}/merge", get(merge::show).post(merge::merge))
}
