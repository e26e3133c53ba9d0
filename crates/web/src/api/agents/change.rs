//! `PATCH /agents/{id}`.

use axum::Json;
use axum::extract::State;
use desk::people::{AgentChange, Handover};
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use super::SentTelephony;
use crate::api::body::nullable;
use crate::api::shape::{Agent, shape_member};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Result};
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
    /// With `active: false`, whose their open tickets become: a colleague's id, or `null` for nobody's; absent: they stay.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    open_tickets_to: Option<Option<String>>,
}

impl Form {
    fn read(self) -> Result<AgentChange> {
        let mut faults = Faults::default();
        let to = form::id_or_null(
            &mut faults,
            "open_tickets_to",
            self.open_tickets_to.as_ref(),
        );
        faults.check()?;
        Ok(AgentChange {
            name: self.name,
            language: self.language,
            telephony: self.telephony.unwrap_or_default().into(),
            email: self.email,
            role: self.role,
            active: self.active,
            groups: self.groups,
            open_tickets: to.map(|to| to.map_or(Handover::ToNobody, Handover::To)),
        })
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
    desk.change_agent(&actor, id, &form.read()?).await?;
    let member = desk.member(&actor, id).await?;
    Ok(Json(shape_member(member)))
}
