//! Rehearsals of a ticket policy: how far one is, what it counted, which calls would have gone elsewhere.

mod past;
#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::policy::rehearsal::{Fate, Fates};
use domain::{AgentId, At, CallId, ChannelId, RehearsalId, TicketPolicy};
use serde::{Deserialize, Serialize};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::{at, at_opt, json, to_json};
use crate::{Change, Conn, Cursor, Page, Result, Slice, Topic, Tx};

pub use past::{Past, beginning, count, past};

const TABLE: &str = "rehearsals";

/// A rehearsal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// Its id.
    pub id: RehearsalId,
    /// Whose policy.
    pub channel_id: ChannelId,
    /// Who asked for it.
    pub asked_by: AgentId,
    /// The policy as it was then.
    pub present: TicketPolicy,
    /// The one that is tried out.
    pub proposed: TicketPolicy,
    /// Whether it is over.
    pub finished_at: Option<At>,
    /// Calls gone through.
    pub done: i64,
    /// Calls there are.
    pub total: i64,
    /// What it counted.
    pub counts: Counts,
    /// The calls of which time.
    pub since: At,
    /// When it was asked for.
    pub created_at: At,
}

/// What a rehearsal counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// By the present policy.
    pub present: Fates,
    /// By the proposed one.
    pub proposed: Fates,
    /// Calls that would have gone elsewhere.
    pub differing: i64,
}

/// A call that would have gone elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub call: CallId,
    /// When it began.
    pub started_at: At,
    /// What becomes of it by the present policy.
    pub present: Fate,
    /// By the proposed one.
    pub proposed: Fate,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    channel_id: Uuid,
    asked_by: Uuid,
    present: String,
    proposed: String,
    done: i64,
    total: i64,
    counts: String,
    since: i64,
    created_at: i64,
    finished_at: Option<i64>,
}

/// Writes a new one.
pub async fn insert(tx: &mut Tx, rehearsal: &Rehearsal) -> Result<()> {
    let sql = "INSERT INTO rehearsals (id, channel_id, asked_by, present, proposed, state, done, total, counts, since, created_at)
               VALUES ($1, $2, $3, $4, $5, 'running', $6, $7, $8, $9, $10)";
    let values = args![
        rehearsal.id,
        rehearsal.channel_id,
        rehearsal.asked_by,
        to_json(TABLE, &rehearsal.present)?,
        to_json(TABLE, &rehearsal.proposed)?,
        rehearsal.done,
        rehearsal.total,
        to_json(TABLE, &rehearsal.counts)?,
        rehearsal.since,
        rehearsal.created_at,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// One of them.
pub async fn find(conn: &mut Conn, id: RehearsalId) -> Result<Option<Rehearsal>> {
    let sql = "SELECT id, channel_id, asked_by, present, proposed, done, total, counts, since, created_at, finished_at
               FROM rehearsals WHERE id = $1";
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    row.map(Row::rehearsal).transpose()
}

/// Writes how far it is; `finished_at` ends it.
pub async fn save(tx: &mut Tx, rehearsal: &Rehearsal) -> Result<()> {
    let sql = "UPDATE rehearsals SET done = $2, total = $3, counts = $4, since = $5, finished_at = $6, state = $7 WHERE id = $1";
    let state = match rehearsal.finished_at {
        Some(_) => "finished",
        None => "running",
    };
    let values = args![
        rehearsal.id,
        rehearsal.done,
        rehearsal.total,
        to_json(TABLE, &rehearsal.counts)?,
        rehearsal.since,
        rehearsal.finished_at,
        state,
    ];
    tx.run(sql, values).await?;
    tx.changed(Change {
        topic: Topic::Channel(rehearsal.channel_id),
        channel: Some(rehearsal.channel_id),
    });
    Ok(())
}

/// Begins the list of differing calls anew.
pub async fn forget_differences(tx: &mut Tx, id: RehearsalId) -> Result<()> {
    let sql = "DELETE FROM rehearsal_differences WHERE rehearsal_id = $1";
    tx.run(sql, args![id]).await?;
    Ok(())
}

/// Rows of one statement.
const ROWS: usize = 100;

/// Writes down calls that would have gone elsewhere.
pub async fn add_differences(tx: &mut Tx, id: RehearsalId, all: &[Difference]) -> Result<()> {
    for some in all.chunks(ROWS) {
        let row = |n: usize| {
            let marks: Vec<String> = (1..=5)
                .map(|column| format!("${}", n * 5 + column))
                .collect();
            format!("({})", marks.join(", "))
        };
        let rows: Vec<String> = (0..some.len()).map(row).collect();
        let values = some.iter().flat_map(|one| {
            args![
                id,
                one.started_at,
                one.call,
                one.present.as_str(),
                one.proposed.as_str(),
            ]
        });
        let sql = format!(
            "INSERT INTO rehearsal_differences (rehearsal_id, started_at, call_id, present, proposed) VALUES {}",
            rows.join(", ")
        );
        tx.run(sql, values.collect()).await?;
    }
    Ok(())
}

/// Calls that would have gone elsewhere, the latest first.
pub async fn differences(
    conn: &mut Conn,
    id: RehearsalId,
    slice: Slice,
) -> Result<Page<Difference>> {
    let mut filter = Filter::new();
    filter.and("rehearsal_id = ?", vec![id.into()]);
    filter.newest_first("started_at", "call_id", &slice);
    let (clause, mut args) = filter.done();
    args.push(Arg::from(slice.limit + 1));
    let sql = format!(
        "SELECT call_id, started_at, present, proposed FROM rehearsal_differences{clause}
         ORDER BY started_at DESC, call_id DESC LIMIT ${}",
        args.len()
    );
    let rows: Vec<(Uuid, i64, String, String)> = conn.rows(sql, args).await?;
    let items: Result<Vec<Difference>> = rows.into_iter().map(difference).collect();
    Ok(slice.cut(items?, |one| Cursor {
        key: one.started_at.as_microsecond(),
        id: one.call.0,
    }))
}

/// Forgets those of before.
pub async fn forget(tx: &mut Tx, before: At) -> Result<u64> {
    let sql = "DELETE FROM rehearsal_differences WHERE rehearsal_id IN (SELECT id FROM rehearsals WHERE created_at < $1)";
    tx.run(sql, args![before]).await?;
    tx.run(
        "DELETE FROM rehearsals WHERE created_at < $1",
        args![before],
    )
    .await
}

fn difference(
    (call, started, present, proposed): (Uuid, i64, String, String),
) -> Result<Difference> {
    Ok(Difference {
        call: CallId(call),
        started_at: at(TABLE, started)?,
        present: fate(&present)?,
        proposed: fate(&proposed)?,
    })
}

fn fate(text: &str) -> Result<Fate> {
    json(TABLE, &format!("\"{text}\""))
}

impl Row {
    fn rehearsal(self) -> Result<Rehearsal> {
        Ok(Rehearsal {
            id: RehearsalId(self.id),
            channel_id: ChannelId(self.channel_id),
            asked_by: AgentId(self.asked_by),
            present: json(TABLE, &self.present)?,
            proposed: json(TABLE, &self.proposed)?,
            finished_at: at_opt(TABLE, self.finished_at)?,
            done: self.done,
            total: self.total,
            counts: json(TABLE, &self.counts)?,
            since: at(TABLE, self.since)?,
            created_at: at(TABLE, self.created_at)?,
        })
    }
}
