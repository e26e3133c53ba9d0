//! Calls: the list, one call with its life, its sound, its move to another ticket.

mod card;
mod chips;
mod filter;
mod life;
mod line;
mod list;
mod moving;
mod raw;
mod recording;
mod show;
mod sounds;
mod why;

pub use card::{Card, card};
pub use line::CallLine;

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/calls", get(list::list))
        .route("/calls/{id}", get(show::show))
        .route("/calls/{id}/ticket", post(moving::put))
        .route("/calls/{id}/recordings/{n}", get(recording::listen))
        .route("/calls/{id}/recordings/{n}/wave", get(recording::wave))
        .route("/calls/{id}/recordings/{n}/fetch", post(recording::again))
}
