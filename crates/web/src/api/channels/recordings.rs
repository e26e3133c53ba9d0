//! `/channels/{id}/recordings`: how the recordings of a channel stand, who may listen, how long they are kept.

use axum::Json;
use axum::extract::State;
use desk::recordings::{Board, Going, RulesForm};
use desk::{Desk, Thing, Why};
use domain::recording::Rules;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::api::{Asked, At, Sent};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// How a channel's recordings stand, and its rules about them.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = ChannelRecordings)]
pub(super) struct Recordings {
    /// Which agents may listen: `everybody`, `own_calls` or `supervisors`.
    #[schema(example = "everybody")]
    listening: &'static str,
    /// For how many days recordings are kept; `null`: for good.
    keep_days: Option<i64>,
    /// For how many days the provider keeps them.
    provider_days: i64,
    /// In which channel of a stereo recording the agent speaks: 0 is left.
    agent_side: u8,
    /// How many are in which state.
    states: Vec<InState>,
    /// How many only the provider has.
    only_at_provider: i64,
    /// When it is likely to throw the first of them away.
    lost_at: Option<Timestamp>,
}

/// How many recordings are in a state.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecordingsInState)]
struct InState {
    #[schema(example = "kept")]
    state: String,
    count: i64,
    /// Of those that are kept.
    bytes: i64,
    /// When the call of the oldest of them began.
    oldest_at: Option<Timestamp>,
}

impl From<store::recordings::Standing> for InState {
    fn from(standing: store::recordings::Standing) -> Self {
        Self {
            state: standing.state,
            count: standing.count,
            bytes: standing.bytes,
            oldest_at: standing.oldest,
        }
    }
}

impl From<Board> for Recordings {
    fn from(board: Board) -> Self {
        Self {
            listening: board.rules.listening.as_str(),
            keep_days: board.rules.keep_days,
            provider_days: board.rules.provider_days,
            agent_side: board.rules.agent_side,
            states: board.standing.into_iter().map(Into::into).collect(),
            only_at_provider: board.only_there,
            lost_at: board.lost_at,
        }
    }
}

/// The recordings of a channel, and its rules about them
#[utoipa::path(get, path = "/channels/{id}/recordings", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")), responses((status = 200, body = Recordings)))]
pub(super) async fn show(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Recordings>> {
    let board = desk
        .recordings_board(&actor, at.id(Thing::Channel)?)
        .await?;
    Ok(Json(board.into()))
}

/// What is to be different; what is absent stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RecordingRulesChange)]
pub(super) struct Form {
    /// `everybody`, `own_calls` or `supervisors`.
    listening: Option<String>,
    /// 0: for good.
    keep_days: Option<i64>,
    provider_days: Option<i64>,
    agent_side: Option<i64>,
}

/// Set a channel's rules about its recordings
///
/// What is too old by them goes at night, by the channel's clock; what is held stays.
#[utoipa::path(patch, path = "/channels/{id}/recordings", tag = "channels",
    params(("id" = String, Path, description = "The channel's id")), request_body = Form,
    responses((status = 200, body = Recordings)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Recordings>> {
    let id = at.id(Thing::Channel)?;
    let form = RulesForm {
        listening: form.listening,
        keep_days: form
            .keep_days
            .map(|days| Some(days).filter(|days| *days != 0)),
        provider_days: form.provider_days,
        agent_side: form.agent_side,
    };
    desk.set_recording_rules(&actor, id, &form).await?;
    Ok(Json(desk.recordings_board(&actor, id).await?.into()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct Days {
    /// For so many days.
    keep_days: Option<String>,
}

/// What a rule would do now.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecordingsGoing)]
pub(super) struct WouldGo {
    /// What would go.
    goes: Option<InState>,
    /// What is as old and must stay.
    stays: Option<InState>,
}

/// What would go if a channel's recordings were kept for so many days
#[utoipa::path(get, path = "/channels/{id}/recordings/preview", tag = "channels",
    params(("id" = String, Path, description = "The channel's id"), Days), responses((status = 200, body = WouldGo)))]
pub(super) async fn preview(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Asked(days): Asked<Days>,
) -> Result<Json<WouldGo>> {
    let id = at.id(Thing::Channel)?;
    let read = days.keep_days.and_then(|days| days.trim().parse().ok());
    let within = read.filter(|days| (1..=Rules::MOST_DAYS).contains(days));
    let mut faults = Faults::default();
    if within.is_none() {
        faults.add("keep_days", Why::NotWithin(1, Rules::MOST_DAYS));
    }
    faults.check()?;
    let days = within.unwrap_or(Rules::MOST_DAYS);
    let Going { goes, stays } = desk.what_would_go(&actor, id, days).await?;
    Ok(Json(WouldGo {
        goes: goes.map(Into::into),
        stays: stays.map(Into::into),
    }))
}
