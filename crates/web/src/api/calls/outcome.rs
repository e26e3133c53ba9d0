//! `/calls/{id}/outcome`.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use desk::wrap_ups::OutcomeForm;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Call, shape_call};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// What came of a call.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
#[schema(as = CallOutcome)]
pub(super) struct Form {
    /// One of `/outcome_codes` that can be chosen.
    #[schema(example = "out_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    outcome_id: Option<String>,
    /// Labels for the call and its ticket.
    tags: Vec<String>,
    /// What is to be known besides; it is written into the ticket as a comment.
    note: Option<String>,
    /// Leaves it unsaid: the agent is asked no more. What was said stays.
    skip: bool,
}

/// Say what came of a call
///
/// For one's own calls once they are over; administrators and supervisors say it of anybody's. Said once more it replaces
/// what was said, and what is the same is not written again.
#[utoipa::path(post, path = "/calls/{id}/outcome", tag = "calls", params(("id" = String, Path, description = "The call's id")),
    request_body = Form, responses((status = 200, body = Call)))]
pub(super) async fn give(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Call>> {
    let id = at.id(Thing::Call)?;
    let view = if form.skip {
        desk.skip_outcome(&actor, id).await?
    } else {
        let mut faults = Faults::default();
        let outcome = form::id(&mut faults, "outcome_id", form.outcome_id.as_deref());
        faults.check()?;
        let form = OutcomeForm {
            outcome,
            tags: form.tags,
            note: form.note,
        };
        desk.give_outcome(&actor, id, &form).await?
    };
    Ok(Json(shape_call(actor.language)(view)))
}

/// Write what was said of a call into the telephony once more
///
/// After `written_back` has said what the telephony refused and that was mended. Nothing is written twice.
#[utoipa::path(post, path = "/calls/{id}/outcome/write_back", tag = "calls",
    params(("id" = String, Path, description = "The call's id")), responses((status = 202, body = Call)))]
pub(super) async fn write_again(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
) -> Result<(StatusCode, Json<Call>)> {
    let view = desk.write_back_again(&actor, at.id(Thing::Call)?).await?;
    Ok((StatusCode::ACCEPTED, Json(shape_call(actor.language)(view))))
}
