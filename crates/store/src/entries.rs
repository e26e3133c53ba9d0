//! The timeline: entries of tickets.

use std::sync::LazyLock;

use sqlx::FromRow;
use uuid::Uuid;

use domain::timeline::Author;
use domain::{AgentId, At, CallId, Entry, EntryId, EntryKind, Reach, TicketId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::later::{Bulk, texts};
use crate::row::{at, at_opt, json, word};
use crate::{Conn, Cursor, Error, Page, Result, Slice, Tx};

/// Adds an entry.
pub async fn insert(tx: &mut Tx, entry: &Entry, now: At) -> Result<()> {
    tx.run(INSERT, values(entry, now)).await?;
    Ok(())
}

/// Writes a call's entry of this kind, or rewrites the one that is there; its id and author stay.
pub async fn put_of_call(tx: &mut Tx, entry: &Entry, now: At) -> Result<()> {
    tx.run_later(&OF_CALLS, values(entry, now));
    Ok(())
}

static OF_CALLS: Bulk = Bulk {
    table: "entries",
    rank: 1,
    key: &[CALL, KIND],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO entries (id, ticket_id, kind, at, author_id, text, fields, call_id, created_at) VALUES {rows}
                   ON CONFLICT (call_id, kind) WHERE kind IN ('call_started', 'call_finished')
                   DO UPDATE SET ticket_id = excluded.ticket_id, at = excluded.at, fields = excluded.fields";
        texts(sql, 9)
    }),
};

/// The places of two columns.
const KIND: usize = 2;
const CALL: usize = 7;

/// Writes a call's transcript into the timeline, or moves the one that is there.
pub async fn put_transcript(tx: &mut Tx, entry: &Entry, now: At) -> Result<()> {
    let sql = format!(
        "{INSERT} ON CONFLICT (call_id) WHERE kind = 'transcript'
         DO UPDATE SET ticket_id = excluded.ticket_id, fields = excluded.fields"
    );
    tx.run(sql, values(entry, now)).await?;
    Ok(())
}

/// Takes a call's transcript out of the timeline.
pub async fn remove_transcript(tx: &mut Tx, call: CallId) -> Result<()> {
    let sql = "DELETE FROM entries WHERE call_id = $1 AND kind = 'transcript'";
    tx.run(sql, args![call]).await?;
    Ok(())
}

/// Takes a call's own entries out of the timeline.
pub async fn remove_of_call(tx: &mut Tx, call: CallId) -> Result<()> {
    let sql =
        "DELETE FROM entries WHERE call_id = $1 AND kind IN ('call_started', 'call_finished')";
    tx.run(sql, args![call]).await?;
    Ok(())
}

/// A ticket's timeline, oldest first, without what calls of channels out of reach have written.
pub async fn of_ticket(
    conn: &mut Conn,
    ticket: TicketId,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Entry>> {
    let mut filter = Filter::new();
    filter.and("e.ticket_id = ?", vec![ticket.into()]);
    filter.and("e.deleted_at IS NULL", Vec::new());
    filter.within("k.channel_id", reach);
    if let Some(after) = slice.after {
        let values: Vec<Arg> = vec![after.key.into(), after.key.into(), after.id.into()];
        filter.and("e.at >= ? AND (e.at > ? OR e.id > ?)", values);
    }
    let (clause, mut args) = filter.done();
    args.push(Arg::from(slice.limit + 1));
    let sql = format!(
        "SELECT e.*, a.name AS author_name FROM entries e LEFT JOIN agents a ON a.id = e.author_id
         LEFT JOIN calls k ON k.id = e.call_id{clause}
         ORDER BY e.at, e.id LIMIT ${}",
        args.len()
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let items = rows
        .into_iter()
        .map(Entry::try_from)
        .collect::<Result<Vec<_>>>()?;
    Ok(slice.cut(items, |entry| Cursor {
        key: entry.at.as_microsecond(),
        id: entry.id.0,
    }))
}

/// One entry, even one that was taken back; whether it was.
pub async fn find(conn: &mut Conn, id: EntryId) -> Result<Option<(Entry, bool)>> {
    let sql =
        "SELECT e.*, a.name AS author_name FROM entries e LEFT JOIN agents a ON a.id = e.author_id
               WHERE e.id = $1";
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    row.map(|row| {
        let gone = row.deleted_at.is_some();
        Ok((Entry::try_from(row)?, gone))
    })
    .transpose()
}

/// Writes a comment's new text and whom it names.
pub async fn rewrite(tx: &mut Tx, entry: &Entry) -> Result<()> {
    let sql = "UPDATE entries SET text = $2, fields = $3, edited_at = $4 WHERE id = $1";
    let args = args![
        entry.id,
        entry.text.clone(),
        entry.fields.to_string(),
        entry.edited_at
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Takes an entry out of the timeline, or puts it back.
pub async fn set_deleted(tx: &mut Tx, id: EntryId, deleted: Option<At>) -> Result<()> {
    let sql = "UPDATE entries SET deleted_at = $2 WHERE id = $1";
    tx.run(sql, args![id, deleted]).await?;
    Ok(())
}

/// All entries of a ticket, those taken back too.
pub async fn ids_of_ticket(conn: &mut Conn, ticket: TicketId) -> Result<Vec<EntryId>> {
    let sql = "SELECT id FROM entries WHERE ticket_id = $1 ORDER BY at, id";
    let rows: Vec<(Uuid,)> = conn.rows(sql, args![ticket]).await?;
    Ok(rows.into_iter().map(|(id,)| EntryId(id)).collect())
}

/// Puts all entries of a ticket into another.
pub async fn move_all(tx: &mut Tx, from: TicketId, to: TicketId) -> Result<()> {
    let sql = "UPDATE entries SET ticket_id = $2 WHERE ticket_id = $1";
    tx.run(sql, args![from, to]).await?;
    Ok(())
}

/// How many entries one statement names at most.
const AT_ONCE: usize = 500;

/// Puts those of these entries that stand in a ticket, and all of these calls, into another.
pub async fn move_some(
    tx: &mut Tx,
    from: TicketId,
    to: TicketId,
    entries: &[EntryId],
    calls: &[CallId],
) -> Result<()> {
    let entries: Vec<Uuid> = entries.iter().map(|id| id.0).collect();
    let calls: Vec<Uuid> = calls.iter().map(|id| id.0).collect();
    for (column, ids) in [("id", entries), ("call_id", calls)] {
        for some in ids.chunks(AT_ONCE) {
            let mut filter = Filter::new();
            filter.and("ticket_id = ?", vec![from.into()]);
            filter.and_in(column, some.iter().map(|id| Arg::from(*id)).collect());
            let (clause, mut args) = filter.done();
            args.push(Arg::from(to.0));
            let sql = format!("UPDATE entries SET ticket_id = ${}{clause}", args.len());
            tx.run(sql, args).await?;
        }
    }
    Ok(())
}

const INSERT: &str =
    "INSERT INTO entries (id, ticket_id, kind, at, author_id, text, fields, call_id, created_at)
                      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

fn values(entry: &Entry, now: At) -> Vec<Arg> {
    args![
        entry.id,
        entry.ticket_id,
        entry.kind.as_str(),
        entry.at,
        entry.author.as_ref().map(|author| author.id),
        entry.text.clone(),
        entry.fields.to_string(),
        entry.call_id,
        now
    ]
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    ticket_id: Uuid,
    kind: String,
    at: i64,
    author_id: Option<Uuid>,
    author_name: Option<String>,
    text: Option<String>,
    fields: String,
    call_id: Option<Uuid>,
    edited_at: Option<i64>,
    deleted_at: Option<i64>,
}

const TABLE: &str = "entries";

impl TryFrom<Row> for Entry {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let author = row.author_id.zip(row.author_name).map(|(id, name)| Author {
            id: AgentId(id),
            name,
        });
        Ok(Self {
            id: EntryId(row.id),
            ticket_id: TicketId(row.ticket_id),
            kind: word::<EntryKind>(TABLE, &row.kind)?,
            at: at(TABLE, row.at)?,
            author,
            text: row.text,
            fields: json(TABLE, &row.fields)?,
            call_id: row.call_id.map(CallId),
            edited_at: at_opt(TABLE, row.edited_at)?,
        })
    }
}
