//! What each agent has seen of which ticket.

use std::collections::HashMap;

use uuid::Uuid;

use domain::{AgentId, At, TicketId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::at;
use crate::{Conn, Result, Tx};

const TABLE: &str = "ticket_seen";

/// Keeps that somebody has seen a ticket as it stood then.
pub async fn saw(tx: &mut Tx, agent: AgentId, ticket: TicketId, now: At) -> Result<()> {
    let sql = "INSERT INTO ticket_seen (agent_id, ticket_id, at) VALUES ($1, $2, $3)
               ON CONFLICT (agent_id, ticket_id) DO UPDATE SET at = excluded.at WHERE excluded.at > ticket_seen.at";
    tx.run(sql, args![agent, ticket, now]).await?;
    Ok(())
}

/// When somebody last saw each of these, those they have.
pub async fn seen_at(
    conn: &mut Conn,
    agent: AgentId,
    tickets: &[TicketId],
) -> Result<HashMap<TicketId, At>> {
    let mut filter = Filter::new();
    filter.and("agent_id = ?", vec![agent.into()]);
    filter.and_in(
        "ticket_id",
        tickets.iter().map(|id| Arg::from(id.0)).collect(),
    );
    let (clause, args) = filter.done();
    let sql = format!("SELECT ticket_id, at FROM ticket_seen{clause}");
    let rows: Vec<(Uuid, i64)> = conn.rows(sql, args).await?;
    rows.into_iter()
        .map(|(id, seen)| Ok((TicketId(id), at(TABLE, seen)?)))
        .collect()
}
