//! A ticket's columns.

use sqlx::FromRow;
use uuid::Uuid;

use domain::text::Subject;
use domain::ticket::Assigner;
use domain::{AgentId, CallId, ChannelId, ClientId, GroupId, Ticket, TicketId};

use crate::row::{at, at_opt, json, word};
use crate::{Error, Result};

pub(super) const TABLE: &str = "tickets";
pub(super) const SELECT: &str = "SELECT t.id, t.number, t.subject, t.status, t.priority, t.channel_id, t.client_id,
    t.assignee_id, t.assigned_by, t.group_id, t.tags, t.opened_by_call, t.touched, t.merged_into, t.version, t.created_at,
    t.updated_at, t.solved_at, t.reminder_at FROM tickets t";

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    number: i64,
    subject: String,
    status: String,
    priority: String,
    channel_id: Option<Uuid>,
    client_id: Option<Uuid>,
    assignee_id: Option<Uuid>,
    assigned_by: String,
    group_id: Option<Uuid>,
    tags: String,
    opened_by_call: Option<Uuid>,
    touched: bool,
    merged_into: Option<Uuid>,
    version: i64,
    created_at: i64,
    updated_at: i64,
    solved_at: Option<i64>,
    reminder_at: Option<i64>,
}

pub(super) fn assigner(by: Assigner) -> &'static str {
    match by {
        Assigner::Call => "call",
        Assigner::Hand => "hand",
    }
}

impl TryFrom<Row> for Ticket {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: TicketId(row.id),
            number: row.number,
            subject: Subject::parse(&row.subject).map_err(|fault| Error::corrupt(TABLE, fault))?,
            status: word(TABLE, &row.status)?,
            priority: word(TABLE, &row.priority)?,
            channel_id: row.channel_id.map(ChannelId),
            client_id: row.client_id.map(ClientId),
            assignee_id: row.assignee_id.map(AgentId),
            assigned_by: if row.assigned_by == "hand" {
                Assigner::Hand
            } else {
                Assigner::Call
            },
            group_id: row.group_id.map(GroupId),
            tags: json(TABLE, &row.tags)?,
            opened_by_call: row.opened_by_call.map(CallId),
            touched: row.touched,
            merged_into: row.merged_into.map(TicketId),
            version: row.version,
            created_at: at(TABLE, row.created_at)?,
            updated_at: at(TABLE, row.updated_at)?,
            solved_at: at_opt(TABLE, row.solved_at)?,
            reminder_at: at_opt(TABLE, row.reminder_at)?,
        })
    }
}
