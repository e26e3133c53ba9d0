//! `POST /calls/{id}/hangup`, `/calls/{id}/hold` and `/calls/{id}/transfer`.

use axum::Json;
use axum::extract::State;
use desk::phone::{Passing, Target};
use desk::{Desk, Refusal, Thing, Why};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Call, shape_call};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// Hang up
///
/// Ends the call for everybody: one's own, for administrators and supervisors anybody's.
#[utoipa::path(post, path = "/calls/{id}/hangup", tag = "calls", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Call)))]
pub(super) async fn hang_up(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Call>> {
    let view = desk.hang_up(&actor, at.id(Thing::Call)?).await?;
    Ok(Json(shape_call(actor.language)(view)))
}

/// Put the client on hold
#[utoipa::path(post, path = "/calls/{id}/hold", tag = "calls", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Call)))]
pub(super) async fn hold(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Call>> {
    let view = desk.hold(&actor, at.id(Thing::Call)?).await?;
    Ok(Json(shape_call(actor.language)(view)))
}

/// Take the client off hold
///
/// Whoever was dialled meanwhile is given up.
#[utoipa::path(delete, path = "/calls/{id}/hold", tag = "calls", params(("id" = String, Path, description = "Its id")),
    responses((status = 200, body = Call)))]
pub(super) async fn unhold(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<Json<Call>> {
    let view = desk.unhold(&actor, at.id(Thing::Call)?).await?;
    Ok(Json(shape_call(actor.language)(view)))
}

/// To whom a call goes on: a colleague or a number.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CallTransfer)]
pub(super) struct Form {
    /// A colleague who is an operator of the same telephony.
    agent_id: Option<String>,
    /// A telephone, an extension or a SIP number.
    #[schema(example = "103")]
    number: Option<String>,
    /// Whether the client waits while the two talk; without it the client is left with them at once. The same request
    /// without anybody named then leaves the client with whoever was dialled.
    #[serde(default)]
    ask_first: bool,
}

impl Form {
    fn target(&self) -> Result<Option<Target>> {
        let mut faults = Faults::default();
        let agent = form::id(&mut faults, "agent_id", self.agent_id.as_deref());
        if agent.is_some() && self.number.is_some() {
            faults.add("number", Why::Unknown);
        }
        faults.check()?;
        let number = self.number.clone().map(Target::Number);
        Ok(agent.map(Target::Agent).or(number))
    }
}

/// Pass a call on
///
/// To a colleague or a number. Nobody named: to whoever was dialled with `ask_first`.
#[utoipa::path(post, path = "/calls/{id}/transfer", tag = "calls", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Call)))]
pub(super) async fn transfer(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Call>> {
    let id = at.id(Thing::Call)?;
    let view = match (form.target()?, form.ask_first) {
        (Some(to), true) => desk.transfer(&actor, id, &to, Passing::Asking).await?,
        (Some(to), false) => desk.transfer(&actor, id, &to, Passing::AtOnce).await?,
        (None, false) => desk.pass_on(&actor, id).await?,
        (None, true) => return Err(Refusal::field("number", Why::Required).into()),
    };
    Ok(Json(shape_call(actor.language)(view)))
}
