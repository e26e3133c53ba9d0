//! Tickets: kept with a version, so that two people never overwrite each other unseen.

use std::collections::HashMap;

use domain::{AgentId, At, ChannelId, ClientId, Reach, Status, Ticket, TicketId};

use crate::args::{Arg, args};
use crate::filter::{Filter, anywhere, words};
use crate::row::to_json;
use crate::{Change, Conn, Cursor, Page, Result, Slice, Topic, Tx};

mod columns;
mod open;
mod titles;
use columns::{Row, SELECT, TABLE};
pub use open::open_of;
pub use titles::{Title, titles};

/// Takes the next short number.
pub async fn next_number(tx: &mut Tx) -> Result<i64> {
    let sql = "UPDATE counters SET value = value + 1 WHERE name = 'ticket' RETURNING value";
    let row: Option<(i64,)> = tx.row(sql, args![]).await?;
    Ok(row.map_or(1, |(number,)| number))
}

/// Adds a ticket.
pub async fn insert(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    let sql = "INSERT INTO tickets (id, number, subject, status, priority, channel_id, client_id, assignee_id, assigned_by,
                                    group_id, tags, opened_by_call, touched, merged_into, version, haystack, created_at,
                                    updated_at, solved_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    let t = ticket;
    let args = args![
        t.id,
        t.number,
        t.subject.as_str(),
        t.status.as_str(),
        t.priority.as_str(),
        t.channel_id,
        t.client_id,
        t.assignee_id,
        columns::assigner(t.assigned_by),
        t.group_id,
        to_json(TABLE, &t.tags)?,
        t.opened_by_call,
        t.touched,
        t.merged_into,
        t.version,
        haystack(t),
        t.created_at,
        t.updated_at,
        t.solved_at
    ];
    tx.run(sql, args).await?;
    tell(tx, ticket);
    Ok(())
}

/// Writes a changed ticket when nobody else has since it was read; the version then grows by one. `false`: somebody has.
pub async fn save(tx: &mut Tx, ticket: &mut Ticket) -> Result<bool> {
    let sql = "UPDATE tickets SET subject = $3, status = $4, priority = $5, channel_id = $6, client_id = $7,
                   assignee_id = $8, assigned_by = $9, group_id = $10, tags = $11, touched = $12, merged_into = $13,
                   haystack = $14, updated_at = $15, solved_at = $16, version = version + 1
               WHERE id = $1 AND version = $2";
    let t = &*ticket;
    let args = args![
        t.id,
        t.version,
        t.subject.as_str(),
        t.status.as_str(),
        t.priority.as_str(),
        t.channel_id,
        t.client_id,
        t.assignee_id,
        columns::assigner(t.assigned_by),
        t.group_id,
        to_json(TABLE, &t.tags)?,
        t.touched,
        t.merged_into,
        haystack(t),
        t.updated_at,
        t.solved_at
    ];
    let written = tx.run(sql, args).await? > 0;
    if written {
        ticket.version += 1;
        tell(tx, ticket);
    }
    Ok(written)
}

/// Tells pages that show it.
pub fn tell(tx: &mut Tx, ticket: &Ticket) {
    tx.changed(Change {
        topic: Topic::Ticket(ticket.id),
        channel: ticket.channel_id,
    });
}

/// What a search finds a ticket by, in lower case.
fn haystack(ticket: &Ticket) -> String {
    format!(
        "{} {} {}",
        ticket.number,
        ticket.subject.as_str(),
        ticket.tags.join(" ")
    )
    .to_lowercase()
}

/// One of them.
pub async fn find(conn: &mut Conn, id: TicketId) -> Result<Option<Ticket>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE t.id = $1"), args![id])
        .await?;
    row.map(Ticket::try_from).transpose()
}

/// One of them, held until the end of this transaction.
pub async fn hold(tx: &mut Tx, id: TicketId) -> Result<Option<Ticket>> {
    let sql = format!("{SELECT} WHERE t.id = $1{}", tx.for_update());
    let row: Option<Row> = tx.row(sql, args![id]).await?;
    row.map(Ticket::try_from).transpose()
}

/// By the short number.
pub async fn by_number(conn: &mut Conn, number: i64) -> Result<Option<Ticket>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE t.number = $1"), args![number])
        .await?;
    row.map(Ticket::try_from).transpose()
}

/// The short numbers of these.
pub async fn numbers(conn: &mut Conn, ids: &[TicketId]) -> Result<HashMap<TicketId, i64>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_in("id", ids.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let rows: Vec<(uuid::Uuid, i64)> = conn
        .rows(format!("SELECT id, number FROM tickets{clause}"), args)
        .await?;
    Ok(rows
        .into_iter()
        .map(|(id, number)| (TicketId(id), number))
        .collect())
}

/// The tickets of a client in a channel that a call may join, those in work first, then the latest; held until the end of
/// this transaction.
pub async fn joinable(tx: &mut Tx, client: ClientId, channel: ChannelId) -> Result<Vec<Ticket>> {
    let sql = format!(
        "{SELECT} WHERE t.client_id = $1 AND (t.channel_id = $2 OR t.channel_id IS NULL)
             AND t.status IN ('new', 'open', 'pending', 'on_hold', 'solved')
         ORDER BY CASE WHEN t.status = 'solved' THEN 1 ELSE 0 END, t.created_at DESC, t.id DESC LIMIT 5{}",
        tx.for_update()
    );
    let rows: Vec<Row> = tx.rows(sql, args![client, channel]).await?;
    rows.into_iter().map(Ticket::try_from).collect()
}

/// What a list of tickets is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct TicketFilter {
    /// Any of these; empty: all but deleted, spam and merged.
    pub statuses: Vec<Status>,
    /// This agent's; `Some(None)`: nobody's.
    pub assignee: Option<Option<AgentId>>,
    /// This client's.
    pub client: Option<ClientId>,
    /// This channel's.
    pub channel: Option<ChannelId>,
    /// Words in the subject, a tag or the number.
    pub text: Option<String>,
    /// Made at or after.
    pub created_from: Option<At>,
    /// Made before.
    pub created_to: Option<At>,
}

impl TicketFilter {
    fn clause(&self, reach: &Reach) -> Filter {
        let mut filter = Filter::new();
        if self.statuses.is_empty() {
            filter.and("t.status NOT IN ('deleted', 'spam', 'merged')", Vec::new());
        } else {
            filter.and_in(
                "t.status",
                self.statuses
                    .iter()
                    .map(|status| Arg::from(status.as_str()))
                    .collect(),
            );
        }
        match self.assignee {
            Some(Some(agent)) => filter.and("t.assignee_id = ?", vec![agent.into()]),
            Some(None) => filter.and("t.assignee_id IS NULL", Vec::new()),
            None => {}
        }
        filter.and_some("t.client_id = ?", self.client);
        filter.and_some("t.channel_id = ?", self.channel);
        filter.and_some("t.created_at >= ?", self.created_from);
        filter.and_some("t.created_at < ?", self.created_to);
        for word in self.text.iter().flat_map(|text| words(text)) {
            filter.and(
                "t.haystack LIKE ? ESCAPE '\\'",
                vec![anywhere(&word).into()],
            );
        }
        filter.within("t.channel_id", reach);
        filter
    }
}

/// The latest changed first.
pub async fn list(
    conn: &mut Conn,
    filter: &TicketFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Ticket>> {
    let mut clause = filter.clause(reach);
    clause.newest_first("t.updated_at", "t.id", &slice);
    let (clause, mut args) = clause.done();
    args.push(Arg::from(slice.limit + 1));
    let sql = format!(
        "{SELECT}{clause} ORDER BY t.updated_at DESC, t.id DESC LIMIT ${}",
        args.len()
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let items = rows
        .into_iter()
        .map(Ticket::try_from)
        .collect::<Result<Vec<_>>>()?;
    Ok(slice.cut(items, |ticket| Cursor {
        key: ticket.updated_at.as_microsecond(),
        id: ticket.id.0,
    }))
}

/// How many there are.
pub async fn count(conn: &mut Conn, filter: &TicketFilter, reach: &Reach) -> Result<i64> {
    let (clause, args) = filter.clause(reach).done();
    let row: Option<(i64,)> = conn
        .row(format!("SELECT COUNT(*) FROM tickets t{clause}"), args)
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

#[cfg(test)]
mod tests;
