//! What went from one client to another, kept with all it takes to go back.

use std::str::FromStr;

use serde_json::Value;
use uuid::Uuid;

use domain::timeline::Author;
use domain::{AgentId, At, ClientId, MoveId};

use crate::args::args;
use crate::row::{at, at_opt, json, word};
use crate::{Conn, Result, Tx};

const TABLE: &str = "client_moves";

/// Something that went from one client to another.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// Its id.
    pub id: MoveId,
    /// What went.
    pub kind: MoveKind,
    /// From whom; nobody when a call had no client.
    pub from: Option<ClientId>,
    /// To whom.
    pub into: ClientId,
    /// When.
    pub at: At,
    /// Who moved it.
    pub author: Author,
    /// All it takes to go back.
    pub snapshot: Value,
    /// When it went back.
    pub undone_at: Option<At>,
}

/// What went from one client to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MoveKind {
    /// Everything: two are one.
    Merge,
    /// A ticket or a call with a shared number: a person said whose it is.
    Pick,
}

impl MoveKind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Pick => "pick",
        }
    }
}

/// A kind of move we do not have.
#[derive(Debug, thiserror::Error)]
#[error("`{0}` is not a kind of move between clients")]
pub struct UnknownMoveKind(String);

impl FromStr for MoveKind {
    type Err = UnknownMoveKind;
    fn from_str(text: &str) -> std::result::Result<Self, UnknownMoveKind> {
        [Self::Merge, Self::Pick]
            .into_iter()
            .find(|kind| kind.as_str() == text)
            .ok_or_else(|| UnknownMoveKind(text.to_owned()))
    }
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    kind: String,
    from_id: Option<Uuid>,
    into_id: Uuid,
    at: i64,
    author_id: Uuid,
    author_name: String,
    snapshot: String,
    undone_at: Option<i64>,
}

const SELECT: &str =
    "SELECT m.id, m.kind, m.from_id, m.into_id, m.at, m.author_id, a.name AS author_name,
    m.snapshot, m.undone_at FROM client_moves m JOIN agents a ON a.id = m.author_id";

impl Row {
    fn read(self) -> Result<Move> {
        Ok(Move {
            id: MoveId(self.id),
            kind: word(TABLE, &self.kind)?,
            from: self.from_id.map(ClientId),
            into: ClientId(self.into_id),
            at: at(TABLE, self.at)?,
            author: Author {
                id: AgentId(self.author_id),
                name: self.author_name,
            },
            snapshot: json(TABLE, &self.snapshot)?,
            undone_at: at_opt(TABLE, self.undone_at)?,
        })
    }
}

/// Keeps a move.
pub async fn add_move(tx: &mut Tx, moved: &Move) -> Result<()> {
    let sql = "INSERT INTO client_moves (id, kind, from_id, into_id, at, author_id, snapshot)
               VALUES ($1, $2, $3, $4, $5, $6, $7)";
    let args = args![
        moved.id,
        moved.kind.as_str(),
        moved.from,
        moved.into,
        moved.at,
        moved.author.id,
        moved.snapshot.to_string()
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// One of them.
pub async fn find_move(conn: &mut Conn, id: MoveId) -> Result<Option<Move>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE m.id = $1"), args![id])
        .await?;
    row.map(Row::read).transpose()
}

/// Who was merged into this client and still is, the latest first.
pub async fn moves_of(conn: &mut Conn, into: ClientId, most: i64) -> Result<Vec<Move>> {
    let sql = format!(
        "{SELECT} WHERE m.into_id = $1 AND m.kind = 'merge' AND m.undone_at IS NULL
         ORDER BY m.at DESC, m.id DESC LIMIT $2"
    );
    let rows: Vec<Row> = conn.rows(sql, args![into, most]).await?;
    rows.into_iter().map(Row::read).collect()
}

/// Notes that it went back; false when it had already.
pub async fn undo_move(tx: &mut Tx, id: MoveId, now: At) -> Result<bool> {
    let sql = "UPDATE client_moves SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
    Ok(tx.run(sql, args![id, now]).await? > 0)
}
