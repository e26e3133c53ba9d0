//! Tables of clients on their way in: the file as it came, what is to be done with it, how far that is, rows not taken.

use serde_json::Value;
use uuid::Uuid;

use domain::{AgentId, At, ImportId};

use crate::args::args;
use crate::row::{at, json, to_json};
use crate::{Change, Conn, Result, Topic, Tx};

const TABLE: &str = "client_imports";

/// A table on its way in, without its content.
#[derive(Debug, Clone, PartialEq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// Who brought it.
    pub agent_id: AgentId,
    /// What the file was called.
    pub file_name: String,
    /// What is to be done with it.
    pub plan: Value,
    /// How far it is.
    pub state: String,
    /// What has become of its rows so far.
    pub tally: Value,
    /// When it came.
    pub created_at: At,
    /// The last step.
    pub updated_at: At,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    agent_id: Uuid,
    file_name: String,
    plan: String,
    state: String,
    tally: String,
    created_at: i64,
    updated_at: i64,
}

impl Row {
    fn read(self) -> Result<Import> {
        Ok(Import {
            id: ImportId(self.id),
            agent_id: AgentId(self.agent_id),
            file_name: self.file_name,
            plan: json(TABLE, &self.plan)?,
            state: self.state,
            tally: json(TABLE, &self.tally)?,
            created_at: at(TABLE, self.created_at)?,
            updated_at: at(TABLE, self.updated_at)?,
        })
    }
}

const SELECT: &str = "SELECT id, agent_id, file_name, plan, state, tally, created_at, updated_at FROM client_imports";

/// Keeps a file.
pub async fn insert(tx: &mut Tx, import: &Import, content: &[u8]) -> Result<()> {
    let sql = "INSERT INTO client_imports (id, agent_id, file_name, content, plan, state, tally, created_at, updated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    let i = import;
    let args = args![
        i.id,
        i.agent_id,
        i.file_name.as_str(),
        content,
        i.plan.to_string(),
        i.state.as_str(),
        i.tally.to_string(),
        i.created_at,
        i.updated_at
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// Writes how far it is.
pub async fn update(tx: &mut Tx, import: &Import) -> Result<()> {
    let sql = "UPDATE client_imports SET plan = $2, state = $3, tally = $4, updated_at = $5 WHERE id = $1";
    let i = import;
    let args = args![
        i.id,
        i.plan.to_string(),
        i.state.as_str(),
        i.tally.to_string(),
        i.updated_at
    ];
    tx.run(sql, args).await?;
    tx.changed(Change {
        topic: Topic::Import(i.id),
        channel: None,
    });
    Ok(())
}

/// One of them.
pub async fn find(conn: &mut Conn, id: ImportId) -> Result<Option<Import>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE id = $1"), args![id])
        .await?;
    row.map(Row::read).transpose()
}

/// One of them, held until the end of this transaction.
pub async fn hold(tx: &mut Tx, id: ImportId) -> Result<Option<Import>> {
    let sql = format!("{SELECT} WHERE id = $1{}", tx.for_update());
    let row: Option<Row> = tx.row(sql, args![id]).await?;
    row.map(Row::read).transpose()
}

/// The file as it came.
pub async fn content(conn: &mut Conn, id: ImportId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT content FROM client_imports WHERE id = $1";
    let row: Option<(Vec<u8>,)> = conn.row(sql, args![id]).await?;
    Ok(row.map(|(content,)| content))
}

/// The last ones, the latest first.
pub async fn latest(conn: &mut Conn, most: i64) -> Result<Vec<Import>> {
    let sql = format!("{SELECT} ORDER BY id DESC LIMIT $1");
    let rows: Vec<Row> = conn.rows(sql, args![most]).await?;
    rows.into_iter().map(Row::read).collect()
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongRow {
    /// The line of the file it begins on.
    pub line: i64,
    /// Its cells as they came.
    pub cells: Vec<String>,
    /// What is wrong, as JSON that the desk reads.
    pub faults: Value,
}

/// Keeps a row that was not taken.
pub async fn add_wrong(tx: &mut Tx, import: ImportId, row: &WrongRow) -> Result<()> {
    let sql = "INSERT INTO client_import_errors (import_id, line, cells, faults) VALUES ($1, $2, $3, $4)
               ON CONFLICT (import_id, line) DO UPDATE SET cells = excluded.cells, faults = excluded.faults";
    let cells = to_json(TABLE, &row.cells)?;
    let args = args![import, row.line, cells, row.faults.to_string()];
    tx.run(sql, args).await?;
    Ok(())
}

/// Forgets what a dry run has found.
pub async fn clear_wrong(tx: &mut Tx, import: ImportId) -> Result<()> {
    tx.run(
        "DELETE FROM client_import_errors WHERE import_id = $1",
        args![import],
    )
    .await?;
    Ok(())
}

#[derive(sqlx::FromRow)]
struct WrongRowRow {
    line: i64,
    cells: String,
    faults: String,
}

/// Rows that were not taken, after this line.
pub async fn wrong(
    conn: &mut Conn,
    import: ImportId,
    after: i64,
    most: i64,
) -> Result<Vec<WrongRow>> {
    let sql = "SELECT line, cells, faults FROM client_import_errors
               WHERE import_id = $1 AND line > $2 ORDER BY line LIMIT $3";
    let rows: Vec<WrongRowRow> = conn.rows(sql, args![import, after, most]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(WrongRow {
                line: row.line,
                cells: json(TABLE, &row.cells)?,
                faults: json(TABLE, &row.faults)?,
            })
        })
        .collect()
}
