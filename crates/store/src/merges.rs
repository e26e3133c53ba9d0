//! Merging of tickets, with all that is needed to part them again.

use serde::{Deserialize, Serialize};
use sqlx::FromRow;
use uuid::Uuid;

use domain::{AgentId, At, CallId, ClientId, Decision, EntryId, MergeId, Status, TicketId};

use crate::args::args;
use crate::row::{json, to_json};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "merges";

/// One ticket that went into another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Its id.
    pub id: MergeId,
    /// The ticket that went.
    pub source: TicketId,
    /// The ticket that took it in.
    pub target: TicketId,
    /// Who merged them.
    pub agent: AgentId,
    /// What went along.
    pub moved: Moved,
}

/// What went along, and what was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// The calls.
    pub calls: Vec<MovedCall>,
    /// The entries of the timeline.
    pub entries: Vec<EntryId>,
    /// Labels that the target did not have.
    pub tags: Vec<String>,
    /// The client that the target got because it had none.
    pub client: Option<ClientId>,
    /// Where the source stood.
    pub status: Status,
    /// Since when it was solved.
    pub solved_at: Option<At>,
    /// When somebody was to be reminded of it.
    pub reminder_at: Option<At>,
}

/// A call that went along.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedCall {
    /// Which.
    pub id: CallId,
    /// Whether a person had put it where it was.
    pub by_hand: bool,
    /// Why it was there.
    pub why: Option<Decision>,
}

/// Writes one down.
pub async fn insert(tx: &mut Tx, merge: &Merge, now: At) -> Result<()> {
    let sql = "INSERT INTO merges (id, source_id, target_id, agent_id, at, moved) VALUES ($1, $2, $3, $4, $5, $6)";
    let args = args![
        merge.id,
        merge.source,
        merge.target,
        merge.agent,
        now,
        to_json(TABLE, &merge.moved)?
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Writes down that it was taken back.
pub async fn undo(tx: &mut Tx, id: MergeId, now: At) -> Result<()> {
    let sql = "UPDATE merges SET undone_at = $2 WHERE id = $1";
    tx.run(sql, args![id, now]).await?;
    Ok(())
}

/// How this ticket went into the one it is in.
pub async fn of_source(conn: &mut Conn, source: TicketId) -> Result<Option<Merge>> {
    let sql = "SELECT id, source_id, target_id, agent_id, moved FROM merges
               WHERE source_id = $1 AND undone_at IS NULL ORDER BY at DESC LIMIT 1";
    let row: Option<Row> = conn.row(sql, args![source]).await?;
    row.map(Merge::try_from).transpose()
}

/// The tickets that people have merged into this one.
pub async fn sources(conn: &mut Conn, target: TicketId) -> Result<Vec<TicketId>> {
    let sql = "SELECT source_id FROM merges WHERE target_id = $1 AND undone_at IS NULL ORDER BY at";
    let rows: Vec<(Uuid,)> = conn.rows(sql, args![target]).await?;
    Ok(rows.into_iter().map(|(id,)| TicketId(id)).collect())
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    source_id: Uuid,
    target_id: Uuid,
    agent_id: Uuid,
    moved: String,
}

impl TryFrom<Row> for Merge {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: MergeId(row.id),
            source: TicketId(row.source_id),
            target: TicketId(row.target_id),
            agent: AgentId(row.agent_id),
            moved: json(TABLE, &row.moved)?,
        })
    }
}
