//! What agents were told, and what they want to be told.

mod switches;
#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::{AgentId, At, NoticeId};

use crate::args::args;
use crate::filter::Filter;
use crate::row::{at, at_opt, json, to_json};
use crate::{Change, Conn, Cursor, Page, Result, Slice, Topic, Tx};

pub use switches::{Switch, muted, set_switch, switches};

/// Something somebody was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoticeId,
    /// Whom.
    pub agent_id: AgentId,
    /// What kind of thing.
    pub kind: String,
    /// What exactly.
    pub facts: serde_json::Value,
    /// When.
    pub created_at: At,
    /// When they have read it.
    pub read_at: Option<At>,
}

/// More unread ones than this are not counted one by one.
pub const MOST_COUNTED: i64 = 100;

const COLUMNS: &str = "id, agent_id, kind, facts, created_at, read_at";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    agent_id: Uuid,
    kind: String,
    facts: String,
    created_at: i64,
    read_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Count {
    notices: i64,
}

/// Writes what somebody is told, and tells their browsers that there is something.
pub async fn insert(tx: &mut Tx, note: &Note) -> Result<()> {
    let sql = "INSERT INTO notices (id, agent_id, kind, facts, created_at, read_at)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let values = args![
        note.id,
        note.agent_id,
        note.kind.as_str(),
        to_json("notices", &note.facts)?,
        note.created_at,
        note.read_at,
    ];
    tx.run(sql, values).await?;
    announce(tx, note.agent_id);
    Ok(())
}

/// What somebody was told, the latest first; only what they have not read, or all of it.
pub async fn list(
    conn: &mut Conn,
    agent: AgentId,
    unread: bool,
    slice: Slice,
) -> Result<Page<Note>> {
    let mut filter = Filter::new();
    filter.and("agent_id = ?", vec![agent.0.into()]);
    if unread {
        filter.and("read_at IS NULL", Vec::new());
    }
    filter.newest_first("created_at", "id", &slice);
    let (wanted, mut values) = filter.done();
    values.push((slice.limit + 1).into());
    let sql = format!(
        "SELECT {COLUMNS} FROM notices{wanted} ORDER BY created_at DESC, id DESC LIMIT ${}",
        values.len()
    );
    let rows: Vec<Row> = conn.rows(sql, values).await?;
    let notes = rows.into_iter().map(Row::note).collect::<Result<_>>()?;
    Ok(slice.cut(notes, |note: &Note| Cursor {
        key: note.created_at.as_microsecond(),
        id: note.id.0,
    }))
}

/// One of the things somebody was told.
pub async fn find(conn: &mut Conn, agent: AgentId, id: NoticeId) -> Result<Option<Note>> {
    let sql = format!("SELECT {COLUMNS} FROM notices WHERE id = $1 AND agent_id = $2");
    let row: Option<Row> = conn.row(sql, args![id, agent]).await?;
    row.map(Row::note).transpose()
}

/// The latest that somebody was told.
pub async fn newest(conn: &mut Conn, agent: AgentId) -> Result<Option<NoticeId>> {
    let sql = "SELECT id FROM notices WHERE agent_id = $1
               ORDER BY created_at DESC, id DESC LIMIT 1";
    let row: Option<(Uuid,)> = conn.row(sql, args![agent]).await?;
    Ok(row.map(|(id,)| NoticeId(id)))
}

/// What somebody was told after this and has not read, the oldest first; after none: all of it.
pub async fn after(
    conn: &mut Conn,
    agent: AgentId,
    after: Option<NoticeId>,
    limit: i64,
) -> Result<Vec<Note>> {
    let mut filter = Filter::new();
    filter.and("agent_id = ?", vec![agent.0.into()]);
    filter.and("read_at IS NULL", Vec::new());
    filter.and_some("id > ?", after.map(|id| id.0));
    let (clause, mut values) = filter.done();
    values.push(limit.into());
    let sql = format!(
        "SELECT {COLUMNS} FROM notices{clause} ORDER BY created_at DESC, id DESC LIMIT ${}",
        values.len()
    );
    let rows: Vec<Row> = conn.rows(sql, values).await?;
    rows.into_iter().rev().map(Row::note).collect()
}

/// How much somebody has not read, [`MOST_COUNTED`] at most.
pub async fn count_unread(conn: &mut Conn, agent: AgentId) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS notices FROM (
                   SELECT 1 FROM notices WHERE agent_id = $1 AND read_at IS NULL LIMIT $2
               ) AS unread";
    let row: Option<Count> = conn.row(sql, args![agent, MOST_COUNTED]).await?;
    Ok(row.map_or(0, |row| row.notices))
}

/// Notes that somebody has read this; false when it was not theirs or read already.
pub async fn read(tx: &mut Tx, agent: AgentId, id: NoticeId, now: At) -> Result<bool> {
    let sql = "UPDATE notices SET read_at = $3 WHERE id = $1 AND agent_id = $2 AND read_at IS NULL";
    let changed = tx.run(sql, args![id, agent, now]).await? > 0;
    if changed {
        announce(tx, agent);
    }
    Ok(changed)
}

/// Notes that somebody has read all of it; how many there were.
pub async fn read_all(tx: &mut Tx, agent: AgentId, now: At) -> Result<u64> {
    let sql = "UPDATE notices SET read_at = $2 WHERE agent_id = $1 AND read_at IS NULL";
    let changed = tx.run(sql, args![agent, now]).await?;
    if changed > 0 {
        announce(tx, agent);
    }
    Ok(changed)
}

/// Sweeps away what was told before this moment.
pub async fn delete_before(tx: &mut Tx, moment: At) -> Result<u64> {
    let sql = "DELETE FROM notices WHERE created_at < $1";
    tx.run(sql, args![moment]).await
}

fn announce(tx: &mut Tx, agent: AgentId) {
    tx.changed(Change {
        topic: Topic::Notices(agent),
        channel: None,
    });
}

impl Row {
    fn note(self) -> Result<Note> {
        Ok(Note {
            id: NoticeId(self.id),
            agent_id: AgentId(self.agent_id),
            kind: self.kind,
            facts: json("notices", &self.facts)?,
            created_at: at("notices", self.created_at)?,
            read_at: at_opt("notices", self.read_at)?,
        })
    }
}
