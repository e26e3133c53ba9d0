//! Tickets: kept with a version, so that two people never overwrite each other unseen.

use std::collections::HashMap;

use domain::{ChannelId, ClientId, Ticket, TicketId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::to_json;
use crate::{Change, Conn, Result, Topic, Tx};

mod columns;
mod filter;
mod list;
mod open;
mod seen;
mod standing;
mod tags;
mod titled;
mod titles;

use columns::{Row, SELECT, TABLE};
pub use filter::TicketFilter;
pub use list::{Neighbour, Place, count, counts, list, list_with_places, neighbour};
pub use open::open_of;
pub use seen::{saw, seen_at};
pub use standing::{LastCall, Standing, follow_calls, settle_until, standings};
pub use tags::{known_tags, set_tags};
pub use titled::titled;
pub use titles::{Title, titles};

/// Takes the next short number.
pub async fn next_number(tx: &mut Tx) -> Result<i64> {
    tx.next_ticket_number().await
}

/// Adds a ticket.
pub async fn insert(tx: &mut Tx, ticket: &Ticket) -> Result<()> {
    let sql = "INSERT INTO tickets (id, number, subject, status, priority, channel_id, client_id, assignee_id, assigned_by,
                                    group_id, tags, opened_by_call, touched, merged_into, version, created_at,
                                    updated_at, solved_at, reminder_at)
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
        t.created_at,
        t.updated_at,
        t.solved_at,
        t.reminder_at
    ];
    tx.run(sql, args).await?;
    if !t.tags.is_empty() {
        set_tags(tx, t.id, &t.tags).await?;
    }
    tell(tx, ticket);
    Ok(())
}

/// Writes a changed ticket when nobody else has since it was read; the version then grows by one. `false`: somebody has.
pub async fn save(tx: &mut Tx, ticket: &mut Ticket) -> Result<bool> {
    let written = save_as_labelled(tx, ticket).await?;
    if written {
        set_tags(tx, ticket.id, &ticket.tags).await?;
    }
    Ok(written)
}

/// The same for a ticket whose labels are as they were.
pub async fn save_as_labelled(tx: &mut Tx, ticket: &mut Ticket) -> Result<bool> {
    let sql = "UPDATE tickets SET subject = $3, status = $4, priority = $5, channel_id = $6, client_id = $7,
                   assignee_id = $8, assigned_by = $9, group_id = $10, tags = $11, touched = $12, merged_into = $13,
                   updated_at = $14, solved_at = $15, reminder_at = $16, version = version + 1
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
        t.updated_at,
        t.solved_at,
        t.reminder_at
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

/// Several at once; those that are not there are left out.
pub async fn find_all(conn: &mut Conn, ids: &[TicketId]) -> Result<Vec<Ticket>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_in("t.id", ids.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    rows.into_iter().map(Ticket::try_from).collect()
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

/// The tickets of a client in a channel that a call may join, those in work first, then the latest; of a spammer those
/// that are spam. Held until the end of this transaction.
pub async fn joinable(
    tx: &mut Tx,
    client: ClientId,
    channel: ChannelId,
    spam: bool,
) -> Result<Vec<Ticket>> {
    let statuses = if spam {
        "'spam'"
    } else {
        "'new', 'open', 'pending', 'on_hold', 'solved'"
    };
    let sql = format!(
        "{SELECT} WHERE t.client_id = $1 AND (t.channel_id = $2 OR t.channel_id IS NULL)
             AND t.status IN ({statuses})
         ORDER BY CASE WHEN t.status = 'solved' THEN 1 ELSE 0 END, t.created_at DESC, t.id DESC LIMIT 5{}",
        tx.for_update()
    );
    let rows: Vec<Row> = tx.rows(sql, args![client, channel]).await?;
    rows.into_iter().map(Ticket::try_from).collect()
}

#[cfg(test)]
mod tests;
