//! `/missed`: who was missed and waits to be called back.

use axum::Json;
use axum::extract::State;
use desk::missed::{Ended, MissedView};
use desk::{Desk, Thing, Why};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::missed::MissedFilter;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::paging::{self, Items};
use super::shape::text;
use super::{Asked, At, form};
use crate::Web;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default()
        .routes(routes!(list))
        .routes(routes!(handle, unhandle))
}

/// A caller who was missed: one for each client, or number that is nobody's, and channel.
#[derive(Debug, Serialize, ToSchema)]
struct MissedCaller {
    #[schema(example = "miss_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    channel_id: String,
    client_id: Option<String>,
    /// The client's name, or the number in its place.
    name: Option<String>,
    /// The number they called from last, E.164, or one inside the PBX.
    #[schema(example = "+79162041837")]
    number: Option<String>,
    /// `waiting` or `closed`.
    state: &'static str,
    /// How often they called in vain since anybody last got through.
    attempts: usize,
    /// Those calls, the first first.
    call_ids: Vec<String>,
    first_at: Option<Timestamp>,
    last_at: Option<Timestamp>,
    /// Names of those at whom it rang in vain.
    rang: Vec<String>,
    /// Seconds of the channel's working time from the first attempt until now, or until it was closed.
    waited_seconds: i64,
    /// `in_time`, `soon` (three quarters of the channel's `callback_minutes` are over) or `late`.
    pace: &'static str,
    /// When anybody last talked with them before.
    last_talk_at: Option<Timestamp>,
    closed_at: Option<Timestamp>,
    /// `called_back`, `called_again`, `by_hand`; `null` while they wait.
    closed_by: Option<&'static str>,
    /// Who closed it by hand.
    handled_by_id: Option<String>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// `waiting`, the longest first, when absent; or `closed`, the latest first.
    state: Option<String>,
    /// A channel's id.
    channel_id: Option<String>,
    /// A client's id.
    client_id: Option<String>,
    /// How many a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// Missed callers
///
/// Who called, was not answered, and waits to be called back.
#[utoipa::path(get, path = "/missed", tag = "calls", params(Wanted), responses((status = 200, body = Items<MissedCaller>)))]
async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<MissedCaller>>> {
    let mut faults = Faults::default();
    let closed = match wanted.state.as_deref() {
        None | Some("waiting") => Ok(false),
        Some("closed") => Ok(true),
        Some(_) => Err(Why::NotOneOf(vec!["waiting", "closed"])),
    };
    let filter = MissedFilter {
        closed: faults.take("state", closed).unwrap_or_default(),
        channel: form::id(&mut faults, "channel_id", wanted.channel_id.as_deref()),
        client: form::id(&mut faults, "client_id", wanted.client_id.as_deref()),
        closed_from: None,
    };
    let slice = paging::slice(
        &mut faults,
        wanted.limit.as_deref(),
        wanted.cursor.as_deref(),
    );
    faults.check()?;
    let page = desk.missed(&actor, &filter, slice).await?;
    Ok(Json(Items::of(page, |view| shape(&view))))
}

/// Say that a missed caller is handled
///
/// Whoever is missed again waits again.
#[utoipa::path(post, path = "/missed/{id}/handled", tag = "calls", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = MissedCaller)))]
async fn handle(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<MissedCaller>> {
    let id = at.id(Thing::Missed)?;
    desk.handle_missed(&actor, id).await?;
    Ok(Json(shape(&desk.one_missed(&actor, id).await?)))
}

/// Take back that a missed caller is handled
#[utoipa::path(delete, path = "/missed/{id}/handled", tag = "calls", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = MissedCaller)))]
async fn unhandle(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<MissedCaller>> {
    let id = at.id(Thing::Missed)?;
    desk.unhandle_missed(&actor, id).await?;
    Ok(Json(shape(&desk.one_missed(&actor, id).await?)))
}

fn shape(view: &MissedView) -> MissedCaller {
    let row = &view.missed;
    let attempts = &row.standing.attempts;
    let mut rang: Vec<String> = Vec::new();
    for name in attempts.iter().flat_map(|attempt| &attempt.rang) {
        if !rang.contains(name) {
            rang.push(name.clone());
        }
    }
    MissedCaller {
        id: text(row.id),
        channel_id: text(row.channel_id),
        client_id: row.client_id().map(text),
        name: view.client.as_ref().map(|client| client.name.clone()),
        number: row.number.clone(),
        state: if row.waits() { "waiting" } else { "closed" },
        attempts: attempts.len(),
        call_ids: attempts.iter().map(|attempt| text(attempt.call)).collect(),
        first_at: row.standing.first_at(),
        last_at: row.standing.last_at(),
        rang,
        waited_seconds: view.waited,
        pace: view.pace.as_str(),
        last_talk_at: view.last_talk.as_ref().map(|talk| talk.at),
        closed_at: row.closed_at(),
        closed_by: view.ended.as_ref().map(|ended| match ended {
            Ended::CalledBack(_) => "called_back",
            Ended::CalledAgain(_) => "called_again",
            Ended::ByHand(_) => "by_hand",
        }),
        handled_by_id: row
            .handled
            .filter(|_| !row.waits())
            .map(|handled| text(handled.by)),
    }
}
