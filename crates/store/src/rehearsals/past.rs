//! The calls that a rehearsal goes through, in the order they began.

use uuid::Uuid;

use domain::policy::rehearsal::{PastCall, Work};
use domain::{At, CallId, ChannelId, ClientId, Status};

use crate::args::args;
use crate::row::{at_opt, json, word_opt};
use crate::{Conn, Cursor, Result};

/// A call of the past by its id.
#[derive(Debug, Clone)]
pub struct Past {
    /// Which.
    pub id: CallId,
    /// What it was.
    pub call: PastCall,
}

impl Past {
    /// Its place among the others.
    #[must_use]
    pub fn place(&self) -> Cursor {
        Cursor {
            key: self.call.facts.started_at.as_microsecond(),
            id: self.id.0,
        }
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    facts: String,
    client_id: Option<Uuid>,
    spammer: Option<bool>,
    status: Option<String>,
    solved_at: Option<i64>,
    updated_at: Option<i64>,
}

/// Calls of a channel that are over, that began after this place and before then; tests are none.
pub async fn past(
    conn: &mut Conn,
    channel: ChannelId,
    after: Cursor,
    until: At,
    limit: i64,
) -> Result<Vec<Past>> {
    let sql = "SELECT c.id, c.facts, c.client_id, cl.spammer, t.status, t.solved_at, t.updated_at
               FROM calls c LEFT JOIN clients cl ON cl.id = c.client_id LEFT JOIN tickets t ON t.id = c.ticket_id
               WHERE c.channel_id = $1 AND c.started_at >= $2 AND (c.started_at > $2 OR c.id > $3)
                   AND c.started_at < $4 AND c.state = 'finished' AND c.session_id >= 0
               ORDER BY c.started_at, c.id LIMIT $5";
    let rows: Vec<Row> = conn
        .rows(sql, args![channel, after.key, after.id, until, limit])
        .await?;
    rows.into_iter().map(Row::past).collect()
}

/// How many calls of a channel began between two moments.
pub async fn count(conn: &mut Conn, channel: ChannelId, since: At, until: At) -> Result<i64> {
    let sql =
        "SELECT COUNT(*) FROM calls WHERE channel_id = $1 AND started_at >= $2 AND started_at < $3";
    let row: Option<(i64,)> = conn.row(sql, args![channel, since, until]).await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// When the call began that has so many later ones; nothing when there are not so many.
pub async fn beginning(conn: &mut Conn, channel: ChannelId, later: i64) -> Result<Option<At>> {
    let sql = "SELECT started_at FROM calls WHERE channel_id = $1 ORDER BY started_at DESC, id DESC LIMIT 1 OFFSET $2";
    let row: Option<(i64,)> = conn.row(sql, args![channel, later]).await?;
    at_opt("calls", row.map(|(started,)| started))
}

impl Row {
    fn past(self) -> Result<Past> {
        let status: Option<Status> = word_opt("tickets", self.status.as_deref())?;
        let solved = at_opt("tickets", self.solved_at)?;
        let updated = at_opt("tickets", self.updated_at)?;
        let work = match status {
            None => Work::None,
            Some(Status::New | Status::Open | Status::Pending | Status::OnHold) => Work::GoesOn,
            Some(Status::Solved) => solved.map_or(Work::GoesOn, Work::Solved),
            Some(Status::Closed | Status::Spam | Status::Deleted | Status::Merged) => {
                updated.map_or(Work::GoesOn, Work::Closed)
            }
        };
        Ok(Past {
            id: CallId(self.id),
            call: PastCall {
                client: self.client_id.map(ClientId),
                spammer: self.spammer.unwrap_or_default(),
                facts: json("calls", &self.facts)?,
                work,
            },
        })
    }
}
