//! `POST /tickets`.

use axum::extract::State;
use axum::response::Response;
use desk::Desk;
use desk::tickets::NewTicket;
use serde::Deserialize;
use utoipa::ToSchema;

use crate::api::shape::{Ticket, shape_ticket};
use crate::api::{Sent, form, made};
use crate::problem::{Faults, Result};
use crate::who::Keyed;

/// What a new ticket is made of.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTicket)]
pub(super) struct Form {
    /// What it is about; at most 255 characters.
    #[schema(example = "Перенести доставку на пятницу")]
    subject: String,
    /// Whose it is.
    client_id: Option<String>,
    /// Of which channel; without one everybody sees it.
    channel_id: Option<String>,
    /// Who works on it: somebody with access to the channel.
    assignee_id: Option<String>,
    /// Whose job it is when nobody's.
    group_id: Option<String>,
    /// `low`, `normal` (when absent), `high` or `urgent`.
    priority: Option<String>,
    /// Labels.
    #[serde(default)]
    tags: Vec<String>,
    /// A first comment, for colleagues.
    text: Option<String>,
}

impl Form {
    fn read(self) -> Result<NewTicket> {
        let mut faults = Faults::default();
        let new = NewTicket {
            client_id: form::id(&mut faults, "client_id", self.client_id.as_deref()),
            channel_id: form::id(&mut faults, "channel_id", self.channel_id.as_deref()),
            assignee_id: form::id(&mut faults, "assignee_id", self.assignee_id.as_deref()),
            group_id: form::id(&mut faults, "group_id", self.group_id.as_deref()),
            subject: self.subject,
            priority: self.priority,
            tags: self.tags,
            text: self.text,
        };
        faults.check()?;
        Ok(new)
    }
}

/// Make a ticket
#[utoipa::path(post, path = "/tickets", tag = "tickets", request_body = Form,
    responses((status = 201, body = Ticket, description = "The ticket; Location is its address")))]
pub(super) async fn create(
    State(desk): State<Desk>,
    Keyed(actor): Keyed,
    Sent(form): Sent<Form>,
) -> Result<Response> {
    let view = desk.create_ticket(&actor, form.read()?).await?;
    let address = format!("/api/v1/tickets/{}", view.ticket.id);
    Ok(made(address, shape_ticket(view)))
}
