//! `POST /agents`.

use axum::extract::State;
use axum::response::Response;
use desk::Desk;
use desk::people::NewAgent;
use serde::Deserialize;
use utoipa::ToSchema;

use super::SentTelephony;
use crate::api::shape::{InvitedAgent, shape_invited};
use crate::api::{Sent, made};
use crate::problem::Result;
use crate::who::Keyed;

/// Somebody who is to work in the desk.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewAgent)]
pub(super) struct Form {
    /// What they will sign in with.
    #[schema(example = "anna@example.ru")]
    email: String,
    #[schema(example = "Анна Петрова")]
    name: String,
    /// `admin`, `supervisor`, `agent` (when absent) or `internal`.
    role: Option<String>,
    /// The language they read, `ru` or `en`; the desk's own when absent.
    language: Option<String>,
    #[serde(default)]
    telephony: SentTelephony,
    /// Ids of the groups they are in.
    #[serde(default)]
    groups: Vec<String>,
}

impl From<Form> for NewAgent {
    fn from(form: Form) -> Self {
        Self {
            email: form.email,
            name: form.name,
            role: form.role,
            language: form.language,
            telephony: form.telephony.into(),
            groups: form.groups,
        }
    }
}

/// Invite an agent
///
/// They have no password yet: the answer tells the address where they set it, this once.
#[utoipa::path(post, path = "/agents", tag = "agents", request_body = Form,
    responses((status = 201, body = InvitedAgent, description = "The agent with their invitation; Location is their address")))]
pub(super) async fn invite(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let invited = desk.invite_agent(&actor, &form.into()).await?;
    let address = format!("/api/v1/agents/{}", invited.0.id);
    Ok(made(address, shape_invited(invited)))
}
