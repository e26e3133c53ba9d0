//! Search: the page with what was found, and the palette that shows it while one types.

mod command;
mod dial;
mod found;
mod palette;
mod recent;
mod said;
mod show;
mod theme;

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/search", get(show::show))
        .route("/search/palette", get(palette::palette))
        .route("/settings/theme", post(theme::change))
}
