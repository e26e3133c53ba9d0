//! Calls: the list, one call with its life, its sound, its move to another ticket.

mod card;
mod chips;
mod choose;
mod correcting;
mod custody;
mod dial;
mod filter;
mod life;
mod line;
mod list;
mod moving;
mod outcome;
mod raw;
mod recording;
mod said;
mod show;
mod sounds;
mod steer;
mod summary;
mod transcript;
mod why;
mod wrapped;

pub use card::{Card, card};
pub(super) use dial::refused;
pub use filter::filter as call_filter;
pub use line::CallLine;
pub use said::{Said, no_text, speaker_name};
pub use summary::InShort;
pub use wrapped::said as said_of;

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/calls", get(list::list).post(dial::begin))
        .route("/calls/dial", get(choose::choose))
        .route("/calls/{id}", get(show::show))
        .route("/calls/{id}/steer", post(steer::steer))
        .route("/calls/{id}/ticket", post(moving::put))
        .route("/calls/{id}/outcome", post(outcome::put))
        .route("/calls/{id}/write_back", post(outcome::write_again))
        .route("/calls/{id}/recordings/hold", post(custody::hold))
        .route("/calls/{id}/recordings/release", post(custody::release))
        .route(
            "/calls/{id}/transcript",
            get(transcript::file).post(transcript::ask),
        )
        .route("/calls/{id}/summary", post(summary::ask))
        .route("/calls/{id}/transcript/lines/{n}", post(correcting::put))
        .route("/calls/{id}/recordings/{n}", get(recording::listen))
        .route("/calls/{id}/recordings/{n}/wave", get(recording::wave))
        .route("/calls/{id}/recordings/{n}/fetch", post(recording::again))
}
