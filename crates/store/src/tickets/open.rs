//! What somebody still has to do.

use uuid::Uuid;

use domain::{AgentId, TicketId};

use crate::args::args;
use crate::{Conn, Result};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
}

/// The tickets of an agent that are not done.
pub async fn open_of(conn: &mut Conn, agent: AgentId) -> Result<Vec<TicketId>> {
    let sql = "SELECT id FROM tickets
               WHERE assignee_id = $1 AND status IN ('new', 'open', 'pending', 'on_hold')
               ORDER BY updated_at DESC, id DESC";
    let rows: Vec<Row> = conn.rows(sql, args![agent]).await?;
    Ok(rows.into_iter().map(|row| TicketId(row.id)).collect())
}
