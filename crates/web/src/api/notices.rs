//! `/notices`: what the key's owner was told.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::notices::{Notice, Told};
use desk::{Desk, Thing, Why};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use store::Slice;
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
        .routes(routes!(read))
        .routes(routes!(read_all))
}

/// Something the key's owner was told.
#[derive(Debug, Serialize, ToSchema)]
struct NoticeShape {
    #[schema(example = "note_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// `assigned`, `mentioned`, `reminder_due`, `channel_silent`, `callback_overdue`, …
    #[schema(example = "assigned")]
    kind: &'static str,
    /// The ticket it is about.
    ticket_id: Option<String>,
    /// Its number, unless it is out of reach.
    ticket_number: Option<i64>,
    /// The channel it is about.
    channel_id: Option<String>,
    /// Who brought it about.
    by_id: Option<String>,
    created_at: Timestamp,
    /// `null`: not read yet.
    read_at: Option<Timestamp>,
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// `true`: only what was not read.
    #[param(value_type = Option<bool>)]
    unread: Option<String>,
    /// How many a page holds, 1 to 200; 50 when absent.
    #[param(value_type = Option<i64>)]
    limit: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
}

/// How much was not read before.
#[derive(Debug, Serialize, ToSchema)]
struct Read {
    /// So many notices.
    read: u64,
}

/// Notices
///
/// What the key's owner was told, the latest first.
#[utoipa::path(get, path = "/notices", tag = "agents", params(Wanted), responses((status = 200, body = Items<NoticeShape>)))]
async fn list(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Items<NoticeShape>>> {
    let mut faults = Faults::default();
    let unread = form::maybe(&mut faults, "unread", wanted.unread.as_deref(), || {
        Why::NotOneOf(vec!["true", "false"])
    });
    let slice: Slice = paging::slice(
        &mut faults,
        wanted.limit.as_deref(),
        wanted.cursor.as_deref(),
    );
    faults.check()?;
    let page = desk.notices(&actor, unread.unwrap_or(false), slice).await?;
    Ok(Json(Items::of(page, |told| shape(&told))))
}

/// Mark a notice as read
#[utoipa::path(post, path = "/notices/{id}/read", tag = "agents", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = NoticeShape)))]
async fn read(State(desk): State<Desk>, Keyed(actor): Keyed, at: At) -> Result<Json<NoticeShape>> {
    let told = desk.read_notice(&actor, at.id(Thing::Notice)?).await?;
    Ok(Json(shape(&told)))
}

/// Mark all notices as read
#[utoipa::path(post, path = "/notices/read", tag = "agents", responses((status = 200, body = Read)))]
async fn read_all(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
) -> Result<(StatusCode, Json<Read>)> {
    let read = desk.read_all_notices(&actor).await?;
    Ok((StatusCode::OK, Json(Read { read })))
}

fn shape(told: &Told) -> NoticeShape {
    let notice: &Notice = &told.notice;
    NoticeShape {
        id: text(told.id),
        kind: notice.kind().as_str(),
        ticket_id: notice.ticket().map(text),
        ticket_number: told.about.ticket.as_ref().map(|title| title.number),
        channel_id: notice.channel().map(text),
        by_id: notice.by().map(text),
        created_at: told.created_at,
        read_at: told.read_at,
    }
}
