//! `GET /search`.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use desk::search::Wanted as Sought;
use serde::Deserialize;
use store::Slice;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::Asked;
use super::paging::{self, Items};
use super::shape::{Found, FoundKind, shape_found};
use crate::Web;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(search))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Words in any form, a telephone number in any spelling or its last digits, `№` and a ticket's number.
    #[param(required = true, example = "8 (916) 204-18-37")]
    q: Option<String>,
    /// `ticket`, `client`, `call`, `said` (lines of transcripts) or `agent`. When absent, the newest of each kind, without further pages.
    kind: Option<String>,
    /// How many things of a kind a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Search
///
/// Tickets, clients, calls and agents that meet all the words, the newest first. What changed is found within a second.
/// A page can hold less than `limit` and still have a next one.
#[utoipa::path(get, path = "/search", tag = "search", params(Wanted), responses((status = 200, body = Items<Found>)))]
async fn search(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<Found>>> {
    let mut faults = Faults::default();
    let slice = paging::slice(
        &mut faults,
        wanted.limit.as_deref(),
        wanted.cursor.as_deref(),
    );
    let kind = super::form::maybe(&mut faults, "kind", wanted.kind.as_deref(), || {
        desk::Why::NotOneOf(FoundKind::ALL.iter().map(|kind| kind.as_str()).collect())
    });
    let query = wanted.q.unwrap_or_default();
    if query.trim().is_empty() {
        faults.add("q", desk::Why::Required);
    }
    faults.check()?;
    let of = |this| (kind.is_none() || kind == Some(this)).then_some(slice_of(kind, slice));
    let sought = Sought {
        tickets: of(FoundKind::Ticket),
        clients: of(FoundKind::Client),
        calls: of(FoundKind::Call),
        said: of(FoundKind::Said),
        agents: of(FoundKind::Agent).map_or(0, |slice| usize::try_from(slice.limit).unwrap_or(0)),
    };
    let found = desk.search(&actor, &query, sought).await?;
    Ok(Json(shape_found(found, kind)))
}

/// All kinds together have no order in which they could go on.
fn slice_of(kind: Option<FoundKind>, slice: Slice) -> Slice {
    match kind {
        Some(_) => slice,
        None => Slice::first(slice.limit),
    }
}
