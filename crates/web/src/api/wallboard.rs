//! `/wallboard`: who talks, who rings, who waits, and what became of today's calls.

use axum::Json;
use axum::extract::State;
use desk::Desk;
use desk::wallboard::{ChannelLine, OnDuty, Today};
use domain::Language;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::shape::{Call, shape_call, text};
use super::{Asked, form};
use crate::Web;
use crate::problem::{Faults, Result};
use crate::who::Keyed;

pub(super) fn router() -> OpenApiRouter<Web> {
    OpenApiRouter::default().routes(routes!(show))
}

#[derive(Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// A channel's id; of all channels when absent.
    channel_id: Option<String>,
}

/// The board on the wall.
#[derive(Debug, Serialize, ToSchema)]
struct Wallboard {
    /// `null`: of all channels.
    channel_id: Option<String>,
    /// Incoming calls that ring, the longest first.
    waiting: Vec<Call>,
    /// Who is here or in a call; those who talk first.
    people: Vec<WallPerson>,
    /// Calls of operators who are no agents.
    other_calls: Vec<Call>,
    today: WallDay,
    /// Today by the hour, from the first call until now.
    hours: Vec<WallHour>,
    /// Each channel by itself.
    channels: Vec<WallChannel>,
}

/// Somebody who is here or in a call.
#[derive(Debug, Serialize, ToSchema)]
struct WallPerson {
    agent_id: String,
    name: String,
    /// What they are for their colleagues: `online`, `away` or `do_not_disturb`.
    #[schema(example = "online")]
    presence: &'static str,
    /// The call they are in.
    call: Option<Call>,
}

/// What became of today's incoming calls.
#[derive(Debug, Serialize, ToSchema)]
struct WallDay {
    answered: i64,
    missed: i64,
    /// Callers who still wait to be called back.
    not_called_back: i64,
    /// The longest wait until an answer or until it was given up.
    longest_wait_seconds: i64,
    /// `null` before the first call.
    average_wait_seconds: Option<i64>,
}

/// An hour of today.
#[derive(Debug, Serialize, ToSchema)]
struct WallHour {
    from: Timestamp,
    answered: i64,
    missed: i64,
}

/// One channel in figures.
#[derive(Debug, Serialize, ToSchema)]
struct WallChannel {
    id: String,
    name: String,
    /// Calls in which they talk.
    talking: usize,
    /// Callers who wait to be answered.
    waiting: usize,
    today: WallDay,
}

/// The board on the wall
///
/// Administrators and supervisors. The day is the desk's.
#[utoipa::path(get, path = "/wallboard", operation_id = "wallboard", tag = "calls", params(Wanted),
    responses((status = 200, body = Wallboard)))]
async fn show(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Asked(wanted): Asked<Wanted>,
) -> Result<Json<Wallboard>> {
    let mut faults = Faults::default();
    let channel = form::id(&mut faults, "channel_id", wanted.channel_id.as_deref());
    faults.check()?;
    let wall = desk.wallboard(&actor, channel).await?;
    let call = shape_call(actor.language);
    Ok(Json(Wallboard {
        channel_id: wall.channel.map(text),
        waiting: wall.waiting.into_iter().map(&call).collect(),
        people: wall
            .people
            .into_iter()
            .map(|one| person(one, actor.language))
            .collect(),
        other_calls: wall.others.into_iter().map(&call).collect(),
        today: day(&wall.today),
        hours: wall
            .hours
            .iter()
            .map(|hour| WallHour {
                from: hour.from,
                answered: hour.answered,
                missed: hour.missed,
            })
            .collect(),
        channels: wall.channels.into_iter().map(line).collect(),
    }))
}

fn person(one: OnDuty, language: Language) -> WallPerson {
    WallPerson {
        agent_id: text(one.around.id),
        name: one.around.name,
        presence: one.around.presence.as_str(),
        call: one.call.map(shape_call(language)),
    }
}

fn day(today: &Today) -> WallDay {
    WallDay {
        answered: today.answered,
        missed: today.missed,
        not_called_back: today.not_called_back,
        longest_wait_seconds: today.longest_wait,
        average_wait_seconds: today.average_wait(),
    }
}

fn line(line: ChannelLine) -> WallChannel {
    WallChannel {
        id: text(line.id),
        name: line.name,
        talking: line.talking,
        waiting: line.waiting,
        today: day(&line.today),
    }
}
