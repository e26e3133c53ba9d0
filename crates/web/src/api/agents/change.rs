//! `PATCH /agents/{id}`.

use axum::Json;
use axum::extract::State;
use desk::people::AgentChange;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use super::SentTelephony;
use crate::api::shape::{Agent, shape_agent};
use crate::api::{At, Sent};
use crate::problem::Result;
use crate::who::Keyed;

/// What to change; what is absent stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AgentChange)]
pub(super) struct Form {
    name: Option<String>,
    /// The language they read, `ru` or `en`.
    language: Option<String>,
    telephony: Option<SentTelephony>,
    /// What they sign in with: administrators.
    email: Option<String>,
    /// `admin`, `supervisor`, `agent` or `internal`: administrators, never their own.
    role: Option<String>,
    /// Whether they may sign in: administrators, never their own.
    active: Option<bool>,
    /// Ids of all groups they are in: administrators.
    groups: Option<Vec<String>>,
}

impl From<Form> for AgentChange {
    fn from(form: Form) -> Self {
        Self {
            name: form.name,
            language: form.language,
            telephony: form.telephony.unwrap_or_default().into(),
            email: form.email,
            role: form.role,
            active: form.active,
            groups: form.groups,
        }
    }
}

/// Change an agent
///
/// Everybody changes their own name, language and telephony; the rest is for administrators.
#[utoipa::path(patch, path = "/agents/{id}", tag = "agents", params(("id" = String, Path, description = "Their id")),
    request_body = Form, responses((status = 200, body = Agent)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Agent>> {
    let id = at.id(Thing::Agent)?;
    let agent = desk.change_agent(&actor, id, &form.into()).await?;
    Ok(Json(shape_agent(agent)))
}
