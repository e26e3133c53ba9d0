//! The desk: the list of tickets, one ticket with its timeline, its client.

mod change;
mod client;
mod comment;
mod create;
mod list;
mod props;
mod row;
mod show;
mod ticket;
mod timeline;
mod view;

pub use client::{TicketLine, tickets_of};

use axum::Router;
use axum::routing::{get, post};

use crate::Web;

pub(super) fn router() -> Router<Web> {
    Router::new()
        .route("/tickets", get(show::list).post(create::create))
        .route("/tickets/new", get(create::show))
        .route("/tickets/{number}", get(show::ticket).post(change::change))
        .route("/tickets/{number}/comments", post(comment::write))
}
