//! The desk: the list of tickets, one ticket with its timeline, its client.

mod change;
mod chips;
mod client;
mod comment;
mod composer;
mod create;
mod draft;
pub mod fields;
mod found;
mod labels;
mod likely;
mod list;
mod looking;
mod merge;
mod merge_many;
mod narrow;
mod picked;
mod promises;
mod props;
mod reminder;
mod row;
mod show;
mod tabs;
mod ticket;
mod timeline;
mod view;

pub(super) use change::split_tags;
pub use chips::{Chip, chips};
pub use client::{TicketLine, tickets_page};
pub use composer::acts_in_words;
pub use likely::{Likely, likely};
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
        .route("/tickets/bulk/part", post(merge_many::part))
        .route("/tickets/bulk/{id}/undo", post(picked::undo))
        .route("/tickets/clients", get(create::clients))
        .route("/tickets/{number}", get(show::ticket).post(change::change))
        .route("/promises/{id}", post(promises::settle))
        .route("/tickets/{number}/comments", post(comment::write))
        .route("/tickets/{number}/comments/{id}", post(comment::edit))
        .route(
            "/tickets/{number}/comments/{id}/deletion",
            post(comment::delete),
        )
        .route(
            "/tickets/{number}/comments/{id}/restoration",
            post(comment::restore),
        )
        .route("/tickets/{number}/draft", post(draft::keep))
        .route("/tickets/{number}/labels", post(labels::change))
        .route("/tickets/{number}/looking", post(looking::say))
        .route("/tickets/{number}/macros/{id}", get(draft::filled))
        .route("/tickets/{number}/merge", post(merge::merge))
        .route("/tickets/{number}/unmerge", post(merge::unmerge))
}
