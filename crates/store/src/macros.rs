//! Macros: ready texts, one's own and everybody's.

use sqlx::FromRow;
use uuid::Uuid;

use domain::macros::Macro;
use domain::{AgentId, At, MacroId};

use crate::args::args;
use crate::row::{at, json, to_json};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "macros";
const SELECT: &str = "SELECT id, owner_id, name, text, acts, version, updated_at FROM macros WHERE deleted_at IS NULL";

/// Adds one.
pub async fn insert(tx: &mut Tx, one: &Macro) -> Result<()> {
    let sql = "INSERT INTO macros (id, owner_id, name, text, acts, version, created_at, updated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $7)";
    let args = args![
        one.id,
        one.owner,
        one.name.as_str(),
        one.text.as_str(),
        to_json(TABLE, &one.acts)?,
        one.version,
        one.updated_at
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Writes a changed one when nobody else has since it was read; the version then grows by one. `false`: somebody has.
pub async fn save(tx: &mut Tx, one: &mut Macro) -> Result<bool> {
    let sql = "UPDATE macros SET owner_id = $3, name = $4, text = $5, acts = $6, updated_at = $7, version = version + 1
               WHERE id = $1 AND version = $2 AND deleted_at IS NULL";
    let args = args![
        one.id,
        one.version,
        one.owner,
        one.name.as_str(),
        one.text.as_str(),
        to_json(TABLE, &one.acts)?,
        one.updated_at
    ];
    let written = tx.run(sql, args).await? > 0;
    one.version += i64::from(written);
    Ok(written)
}

/// Takes one away, or back again; false when there was nothing to be done.
pub async fn set_deleted(tx: &mut Tx, id: MacroId, deleted: Option<At>) -> Result<bool> {
    let sql = "UPDATE macros SET deleted_at = $2 WHERE id = $1";
    Ok(tx.run(sql, args![id, deleted]).await? > 0)
}

/// One of them.
pub async fn find(conn: &mut Conn, id: MacroId) -> Result<Option<Macro>> {
    let row: Option<Row> = conn.row(format!("{SELECT} AND id = $1"), args![id]).await?;
    row.map(Macro::try_from).transpose()
}

/// One that was taken away.
pub async fn find_deleted(conn: &mut Conn, id: MacroId) -> Result<Option<Macro>> {
    let sql = "SELECT id, owner_id, name, text, acts, version, updated_at FROM macros
               WHERE deleted_at IS NOT NULL AND id = $1";
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    row.map(Macro::try_from).transpose()
}

/// An agent's own and everybody's, by name.
pub async fn of_agent(conn: &mut Conn, agent: AgentId) -> Result<Vec<Macro>> {
    let sql = format!("{SELECT} AND (owner_id IS NULL OR owner_id = $1)");
    let rows: Vec<Row> = conn.rows(sql, args![agent]).await?;
    let mut all = rows
        .into_iter()
        .map(Macro::try_from)
        .collect::<Result<Vec<_>>>()?;
    // Sorted here because the engines order letters differently.
    all.sort_by_cached_key(|one| (one.name.to_lowercase(), one.id));
    Ok(all)
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    owner_id: Option<Uuid>,
    name: String,
    text: String,
    acts: String,
    version: i64,
    updated_at: i64,
}

impl TryFrom<Row> for Macro {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: MacroId(row.id),
            owner: row.owner_id.map(AgentId),
            name: row.name,
            text: row.text,
            acts: json(TABLE, &row.acts)?,
            version: row.version,
            updated_at: at(TABLE, row.updated_at)?,
        })
    }
}
