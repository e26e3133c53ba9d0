//! The desk: the list of tickets, one ticket with its timeline, its client.

mod change;
mod chips;
mod client;
mod comment;
mod create;
pub mod fields;
mod found;
mod list;
mod narrow;
mod picked;
mod props;
mod row;
mod show;
mod tabs;
mod ticket;
mod timeline;
mod view;

pub use chips::{Chip, chips};
pub use client::{TicketLine, tickets_of};
pub use narrow::Names;
pub use tabs::in_rail;
pub use view::Wanted;

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/tickets", get(show::list).post(create::create))
        .route("/tickets/new", get(create::show))
        .route("/tickets/bulk", post(picked::change))
        .route("/tickets/bulk/{id}/undo", post(picked::undo))
        .route("/tickets/{number}", get(show::ticket).post(change::change))
        .route("/tickets/{number}/comments", post(comment::write))
}
