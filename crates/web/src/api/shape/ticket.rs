//! A ticket outside.

use desk::tickets::TicketView;
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;

/// A request.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Ticket {
    #[schema(example = "tkt_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// The short number people say.
    #[schema(example = 214)]
    number: i64,
    /// What it is about.
    subject: String,
    /// `new`, `open`, `pending`, `on_hold`, `solved`, `closed`, `spam`, `deleted` or `merged`.
    #[schema(example = "open")]
    status: &'static str,
    /// `low`, `normal`, `high` or `urgent`.
    #[schema(example = "normal")]
    priority: &'static str,
    /// Where it came from; `null` when nobody called.
    channel_id: Option<String>,
    /// Whose it is.
    client_id: Option<String>,
    /// Who works on it.
    assignee_id: Option<String>,
    /// Whose job it is when nobody's.
    group_id: Option<String>,
    /// Labels.
    tags: Vec<String>,
    /// Grows with each change. Send it with a PATCH to change this very state and no later one.
    #[schema(example = 3)]
    version: i64,
    created_at: Timestamp,
    updated_at: Timestamp,
    /// When it was solved, while it is.
    solved_at: Option<Timestamp>,
    /// When somebody has to be reminded of it.
    reminder_at: Option<Timestamp>,
    /// The ticket that it was merged into.
    merged_into: Option<String>,
}

pub(crate) fn shape_ticket(view: TicketView) -> Ticket {
    let ticket = view.ticket;
    Ticket {
        id: text(ticket.id),
        number: ticket.number,
        subject: ticket.subject.as_str().to_owned(),
        status: ticket.status.as_str(),
        priority: ticket.priority.as_str(),
        channel_id: ticket.channel_id.map(text),
        client_id: ticket.client_id.map(text),
        assignee_id: ticket.assignee_id.map(text),
        group_id: ticket.group_id.map(text),
        tags: ticket.tags,
        version: ticket.version,
        created_at: ticket.created_at,
        updated_at: ticket.updated_at,
        solved_at: ticket.solved_at,
        reminder_at: ticket.reminder_at,
        merged_into: ticket.merged_into.map(text),
    }
}
