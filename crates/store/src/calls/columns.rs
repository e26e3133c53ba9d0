//! A call's columns; the facts stand whole in one of them, those that lists are narrowed by stand beside.

use sqlx::FromRow;
use uuid::Uuid;

use domain::{AgentId, Call, CallId, ChannelId, ClientId, TicketId};

use crate::row::{at, at_opt, json};
use crate::{Error, Result};

pub(super) const TABLE: &str = "calls";
pub(crate) const SELECT: &str =
    "SELECT c.id, c.channel_id, c.session_id, c.client_id, c.ticket_id, c.agent_id, c.facts,
    c.decisions, c.moved_by_hand, c.lapsed_at, c.last_notified_at, c.version FROM calls c";

#[derive(FromRow)]
pub(crate) struct Row {
    id: Uuid,
    channel_id: Uuid,
    session_id: i64,
    client_id: Option<Uuid>,
    ticket_id: Option<Uuid>,
    agent_id: Option<Uuid>,
    facts: String,
    decisions: String,
    moved_by_hand: bool,
    lapsed_at: Option<i64>,
    last_notified_at: i64,
    version: i64,
}

impl TryFrom<Row> for Call {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: CallId(row.id),
            channel_id: ChannelId(row.channel_id),
            session_id: row.session_id,
            facts: json(TABLE, &row.facts)?,
            client_id: row.client_id.map(ClientId),
            ticket_id: row.ticket_id.map(TicketId),
            agent_id: row.agent_id.map(AgentId),
            moved_by_hand: row.moved_by_hand,
            lapsed_at: at_opt(TABLE, row.lapsed_at)?,
            last_notified_at: at(TABLE, row.last_notified_at)?,
            decisions: json(TABLE, &row.decisions)?,
            version: row.version,
        })
    }
}
