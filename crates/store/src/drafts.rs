//! Drafts: what an agent is writing in a ticket and has not sent yet.

use domain::{AgentId, At, TicketId};

use crate::args::args;
use crate::{Conn, Result, Tx};

/// What this agent was writing in this ticket.
pub async fn find(conn: &mut Conn, agent: AgentId, ticket: TicketId) -> Result<Option<String>> {
    let sql = "SELECT text FROM drafts WHERE agent_id = $1 AND ticket_id = $2";
    let row: Option<(String,)> = conn.row(sql, args![agent, ticket]).await?;
    Ok(row.map(|(text,)| text))
}

/// Keeps what this agent is writing, in place of what was kept before.
pub async fn put(tx: &mut Tx, agent: AgentId, ticket: TicketId, text: &str, now: At) -> Result<()> {
    let sql = "INSERT INTO drafts (agent_id, ticket_id, text, updated_at) VALUES ($1, $2, $3, $4)
               ON CONFLICT (agent_id, ticket_id) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at";
    tx.run(sql, args![agent, ticket, text, now]).await?;
    Ok(())
}

/// Forgets it: it was sent, or emptied.
pub async fn remove(tx: &mut Tx, agent: AgentId, ticket: TicketId) -> Result<()> {
    let sql = "DELETE FROM drafts WHERE agent_id = $1 AND ticket_id = $2";
    tx.run(sql, args![agent, ticket]).await?;
    Ok(())
}
