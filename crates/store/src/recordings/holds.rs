//! Recordings that must stay whatever the rules say: those of a call, or of all calls of a ticket.

use uuid::Uuid;

use domain::{AgentId, At, CallId, TicketId};

use crate::args::args;
use crate::row::at;
use crate::{Conn, Result, Tx};

/// Whose recordings must stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// Those of this call.
    Call(CallId),
    /// Those of all calls of this ticket.
    Ticket(TicketId),
}

impl Subject {
    fn parts(self) -> (&'static str, Uuid) {
        match self {
            Self::Call(id) => ("call", id.0),
            Self::Ticket(id) => ("ticket", id.0),
        }
    }
}

/// Why they must.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// Who said so.
    pub agent: AgentId,
    /// Why.
    pub reason: String,
    /// Since when.
    pub at: At,
}

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: Uuid,
    reason: String,
    at: i64,
}

/// Has them stay; the latest reason counts.
pub async fn hold(tx: &mut Tx, subject: Subject, hold: &Hold) -> Result<()> {
    let sql = "INSERT INTO recording_holds (kind, subject_id, agent_id, reason, at) VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (kind, subject_id) DO UPDATE SET agent_id = excluded.agent_id, reason = excluded.reason,
                   at = excluded.at";
    let (kind, id) = subject.parts();
    let values = args![kind, id, hold.agent, hold.reason.as_str(), hold.at];
    tx.run(sql, values).await?;
    Ok(())
}

/// Lets the rules decide again; false when they did already.
pub async fn release(tx: &mut Tx, subject: Subject) -> Result<bool> {
    let (kind, id) = subject.parts();
    let sql = "DELETE FROM recording_holds WHERE kind = $1 AND subject_id = $2";
    Ok(tx.run(sql, args![kind, id]).await? > 0)
}

/// Why these must stay, if they must.
pub async fn hold_of(conn: &mut Conn, subject: Subject) -> Result<Option<Hold>> {
    let (kind, id) = subject.parts();
    let sql =
        "SELECT agent_id, reason, at FROM recording_holds WHERE kind = $1 AND subject_id = $2";
    let row: Option<Row> = conn.row(sql, args![kind, id]).await?;
    row.map(|row| {
        Ok(Hold {
            agent: AgentId(row.agent_id),
            reason: row.reason,
            at: at("recording_holds", row.at)?,
        })
    })
    .transpose()
}
