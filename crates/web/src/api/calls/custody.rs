//! `/calls/{id}/recordings/hold`, `/calls/{id}/recordings/listeners`: what must stay, and who has listened.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::recordings::{NamedHold, NamedListen};
use desk::{Desk, Thing};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::paging::Items;
use crate::api::shape::text;
use crate::api::{At, Sent};
use crate::problem::{Problem, Result};
use crate::who::Keyed;

/// Why a call's recordings must stay whatever the rules say.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecordingsHold)]
pub(super) struct Hold {
    /// Whether it is for all calls of the ticket.
    whole_ticket: bool,
    reason: String,
    /// Who said so.
    agent_id: String,
    agent_name: String,
    at: Timestamp,
}

impl From<NamedHold> for Hold {
    fn from(named: NamedHold) -> Self {
        Self {
            whole_ticket: named.whole_ticket,
            reason: named.hold.reason,
            agent_id: text(named.hold.agent),
            agent_name: named.agent,
            at: named.hold.at,
        }
    }
}

/// What must stay, and why.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RecordingsHoldForm)]
pub(super) struct Form {
    reason: String,
    /// All calls of the call's ticket.
    #[serde(default)]
    whole_ticket: bool,
}

/// Why a call's recordings must stay
///
/// For supervisors. 404 when the channel's rules decide.
#[utoipa::path(get, path = "/calls/{id}/recordings/hold", tag = "calls",
    params(("id" = String, Path, description = "The call's id")), responses((status = 200, body = Hold)))]
pub(super) async fn show(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Hold>> {
    let hold = desk.recordings_hold(&actor, at.id(Thing::Call)?).await?;
    let hold = hold.ok_or(Problem::NotFound(Thing::Recording))?;
    Ok(Json(hold.into()))
}

/// Have a call's recordings stay
///
/// For supervisors: until somebody lets them go, no rule removes them.
#[utoipa::path(put, path = "/calls/{id}/recordings/hold", tag = "calls",
    params(("id" = String, Path, description = "The call's id")), request_body = Form,
    responses((status = 200, body = Hold)))]
pub(super) async fn hold(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Hold>> {
    let id = at.id(Thing::Call)?;
    desk.hold_recordings(&actor, id, form.whole_ticket, &form.reason)
        .await?;
    let hold = desk.recordings_hold(&actor, id).await?;
    Ok(Json(hold.ok_or(Problem::Inside)?.into()))
}

/// Let the channel's rules decide again
#[utoipa::path(delete, path = "/calls/{id}/recordings/hold", tag = "calls",
    params(("id" = String, Path, description = "The call's id")), responses((status = 204, description = "They do")))]
pub(super) async fn release(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<StatusCode> {
    desk.release_recordings(&actor, at.id(Thing::Call)?).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Somebody did something with a recording.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = RecordingListener)]
pub(super) struct Listener {
    agent_id: String,
    agent_name: String,
    /// `played` or `downloaded`.
    #[schema(example = "played")]
    deed: &'static str,
    /// The last time.
    at: Timestamp,
}

/// Who listened to a call's recordings, the latest first
///
/// For supervisors.
#[utoipa::path(get, path = "/calls/{id}/recordings/listeners", tag = "calls",
    params(("id" = String, Path, description = "The call's id")), responses((status = 200, body = Items<Listener>)))]
pub(super) async fn listeners(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Items<Listener>>> {
    let all = desk.listeners(&actor, at.id(Thing::Call)?).await?;
    let shape = |one: NamedListen| Listener {
        agent_id: text(one.agent.id),
        agent_name: one.agent.name,
        deed: one.listen.deed.as_str(),
        at: one.listen.at,
    };
    Ok(Json(Items::whole(all, shape)))
}
