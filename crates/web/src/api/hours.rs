//! `/agents/{id}/hours`: when somebody works.

use axum::Json;
use axum::extract::State;
use desk::people::{HoursForm, IntervalForm};
use desk::{Desk, Thing};
use domain::AgentId;
use domain::shifts::Shifts;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::body::Sent;
use super::path::At;
use crate::Web;
use crate::problem::Result;
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(show, set, remove))
}

/// When somebody works; out of these hours nothing rings at them.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Hours {
    /// IANA.
    #[schema(example = "Europe/Moscow")]
    time_zone: String,
    intervals: Vec<HoursInterval>,
}

/// A piece of a day; one that ends not after it begins lasts into the next day.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct HoursInterval {
    /// 1 is Monday, 7 is Sunday.
    day: i64,
    #[schema(example = "09:00")]
    from: String,
    #[schema(example = "18:00")]
    to: String,
}

/// When somebody works
///
/// `null`: they have set no hours. Oneself, or anybody for administrators and supervisors.
#[utoipa::path(get, path = "/agents/{id}/hours", tag = "agents", params(("id" = String, Path, description = "Their id")),
    responses((status = 200, body = Option<Hours>)))]
async fn show(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Option<Hours>>> {
    let (hours, _) = desk.working_hours(&actor, at.id(Thing::Agent)?).await?;
    Ok(Json(hours.map(shape)))
}

/// Set when somebody works
///
/// One's own, or anybody's for administrators.
#[utoipa::path(put, path = "/agents/{id}/hours", tag = "agents", params(("id" = String, Path, description = "Their id")),
    request_body = Hours, responses((status = 200, body = Option<Hours>)))]
async fn set(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(sent): Sent<Hours>,
) -> Result<Json<Option<Hours>>> {
    let id: AgentId = at.id(Thing::Agent)?;
    let interval = |piece: HoursInterval| IntervalForm {
        day: piece.day,
        from: piece.from,
        to: piece.to,
    };
    let form = HoursForm {
        time_zone: sent.time_zone,
        intervals: sent.intervals.into_iter().map(interval).collect(),
    };
    desk.set_working_hours(&actor, id, Some(&form)).await?;
    show(State(desk), Keyed(actor), at).await
}

/// Take somebody's hours away
///
/// They may be told things at any time again.
#[utoipa::path(delete, path = "/agents/{id}/hours", tag = "agents", params(("id" = String, Path, description = "Their id")),
    responses((status = 200, body = Option<Hours>)))]
async fn remove(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Option<Hours>>> {
    let id: AgentId = at.id(Thing::Agent)?;
    desk.set_working_hours(&actor, id, None).await?;
    Ok(Json(None))
}

fn shape(hours: Shifts) -> Hours {
    let time = |minute: i16| format!("{:02}:{:02}", minute / 60, minute % 60);
    let pieces = hours.intervals.into_iter().map(|piece| HoursInterval {
        day: piece.day.into(),
        from: time(piece.from),
        to: time(piece.to),
    });
    Hours {
        time_zone: hours.time_zone,
        intervals: pieces.collect(),
    }
}
