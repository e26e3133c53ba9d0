//! Views that people keep: their own, and those that are everybody's.

use sqlx::FromRow;
use uuid::Uuid;

use domain::{AgentId, At, View, ViewId};

use crate::args::args;
use crate::row::{at, at_opt, json, to_json, word};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "views";
const SELECT: &str = "SELECT id, owner_id, name, shared, narrowing, sorting, place, version, created_at, updated_at, deleted_at FROM views";

/// Adds a view.
pub async fn insert(tx: &mut Tx, view: &View) -> Result<()> {
    let sql = "INSERT INTO views (id, owner_id, name, shared, narrowing, sorting, place, version, created_at, updated_at, deleted_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let args = args![
        view.id,
        view.owner,
        view.name.as_str(),
        view.shared,
        to_json(TABLE, &view.narrowing)?,
        view.order.as_str(),
        view.place,
        view.version,
        view.created_at,
        view.updated_at,
        view.deleted_at
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Writes a changed view when nobody else has since it was read; the version then grows by one. `false`: somebody has.
pub async fn save(tx: &mut Tx, view: &mut View) -> Result<bool> {
    let sql = "UPDATE views SET name = $3, shared = $4, narrowing = $5, sorting = $6, place = $7, updated_at = $8,
                   deleted_at = $9, version = version + 1
               WHERE id = $1 AND version = $2";
    let args = args![
        view.id,
        view.version,
        view.name.as_str(),
        view.shared,
        to_json(TABLE, &view.narrowing)?,
        view.order.as_str(),
        view.place,
        view.updated_at,
        view.deleted_at
    ];
    let written = tx.run(sql, args).await? > 0;
    view.version += i64::from(written);
    Ok(written)
}

/// One of them, thrown away or not.
pub async fn find(conn: &mut Conn, id: ViewId) -> Result<Option<View>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE id = $1"), args![id])
        .await?;
    row.map(View::try_from).transpose()
}

/// Somebody's own in their order, then those that others share, by name.
pub async fn of(conn: &mut Conn, agent: AgentId) -> Result<Vec<View>> {
    let sql = format!(
        "{SELECT} WHERE deleted_at IS NULL AND (owner_id = $1 OR shared)
         ORDER BY CASE WHEN owner_id = $1 THEN 0 ELSE 1 END, place, name, id"
    );
    let rows: Vec<Row> = conn.rows(sql, args![agent]).await?;
    rows.into_iter().map(View::try_from).collect()
}

/// The place after the last of somebody's own.
pub async fn next_place(conn: &mut Conn, agent: AgentId) -> Result<i64> {
    let sql = "SELECT MAX(place) FROM views WHERE owner_id = $1 AND deleted_at IS NULL";
    let row: Option<(Option<i64>,)> = conn.row(sql, args![agent]).await?;
    Ok(row.and_then(|(last,)| last).map_or(0, |last| last + 1))
}

/// Forgets those thrown away before.
pub async fn forget_deleted(tx: &mut Tx, before: At) -> Result<u64> {
    let sql = "DELETE FROM views WHERE deleted_at < $1";
    tx.run(sql, args![before]).await
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    owner_id: Uuid,
    name: String,
    shared: bool,
    narrowing: String,
    sorting: String,
    place: i64,
    version: i64,
    created_at: i64,
    updated_at: i64,
    deleted_at: Option<i64>,
}

impl TryFrom<Row> for View {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: ViewId(row.id),
            owner: AgentId(row.owner_id),
            name: row.name,
            shared: row.shared,
            narrowing: json(TABLE, &row.narrowing)?,
            order: word(TABLE, &row.sorting)?,
            place: row.place,
            version: row.version,
            created_at: at(TABLE, row.created_at)?,
            updated_at: at(TABLE, row.updated_at)?,
            deleted_at: at_opt(TABLE, row.deleted_at)?,
        })
    }
}
