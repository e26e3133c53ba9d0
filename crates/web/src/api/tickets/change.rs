//! `PATCH /tickets/{id}`.

use axum::Json;
use axum::extract::State;
use desk::tickets::TicketChange;
use desk::{Desk, Thing};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::body::nullable;
use crate::api::shape::{Ticket, shape_ticket};
use crate::api::{At, Sent, form};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// What to change; what is absent stays, `null` takes away.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = TicketChange)]
pub(super) struct Form {
    /// `new`, `open`, `pending`, `on_hold`, `solved`, `closed`, `spam` or `deleted`.
    #[schema(example = "solved")]
    status: Option<String>,
    /// Somebody with access to the ticket's channel; `null`: nobody.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    assignee_id: Option<Option<String>>,
    /// Whose job it is when nobody's; `null`: no group's.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    group_id: Option<Option<String>>,
    /// All labels.
    tags: Option<Vec<String>>,
    /// `low`, `normal`, `high` or `urgent`.
    priority: Option<String>,
    /// At most 255 characters.
    subject: Option<String>,
    /// Whose it is; `null`: nobody's.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>)]
    client_id: Option<Option<String>>,
    /// When its assignee, else you, has to be reminded of it; `null`: never. A ticket that is `on_hold` is open again then.
    #[serde(default, deserialize_with = "nullable")]
    #[schema(value_type = Option<String>, example = "2026-03-28T13:29:07Z")]
    reminder_at: Option<Option<String>>,
    /// The `version` you have seen. When the ticket has changed since, nothing is done and 409 is answered.
    version: Option<i64>,
}

impl Form {
    fn read(self) -> Result<TicketChange> {
        let mut faults = Faults::default();
        let change = TicketChange {
            assignee_id: form::id_or_null(&mut faults, "assignee_id", self.assignee_id.as_ref()),
            group_id: form::id_or_null(&mut faults, "group_id", self.group_id.as_ref()),
            client_id: form::id_or_null(&mut faults, "client_id", self.client_id.as_ref()),
            reminder_at: self
                .reminder_at
                .map(|at| form::moment(&mut faults, "reminder_at", at.as_deref())),
            status: self.status,
            tags: self.tags,
            priority: self.priority,
            subject: self.subject,
        };
        faults.check()?;
        Ok(change)
    }
}

/// Change a ticket
///
/// What changed is told in its timeline. An assignee chosen here is not taken away by a later call.
#[utoipa::path(patch, path = "/tickets/{id}", tag = "tickets", params(("id" = String, Path, description = "Its id")),
    request_body = Form, responses((status = 200, body = Ticket)))]
pub(super) async fn change(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    at: At,
    Sent(form): Sent<Form>,
) -> Result<Json<Ticket>> {
    let id = at.id(Thing::Ticket)?;
    let version = form.version;
    let view = desk
        .change_ticket(&actor, id, form.read()?, version)
        .await?;
    Ok(Json(shape_ticket(view)))
}
