//! `GET /tickets/{id}/timeline`.

use axum::Json;
use axum::extract::State;
use desk::{Desk, Thing};

use crate::api::paging::{Items, PageOnly};
use crate::api::shape::{Entry, shape_entry};
use crate::api::{Asked, At};
use crate::problem::Result;
use crate::who::Keyed;

/// A ticket's timeline
///
/// What happened in it, oldest first. A finished call's entry is the internal comment about it.
#[utoipa::path(get, path = "/tickets/{id}/timeline", tag = "tickets",
    params(("id" = String, Path, description = "The ticket's id"), PageOnly), responses((status = 200, body = Items<Entry>)))]
pub(super) async fn timeline(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Asked(page): Asked<PageOnly>,
) -> Result<Json<Items<Entry>>> {
    let entries = desk
        .timeline(&actor, at.id(Thing::Ticket)?, page.slice()?)
        .await?;
    Ok(Json(Items::of(entries, shape_entry(&desk))))
}
