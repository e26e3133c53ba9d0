//! Outcome codes: what can have come of a call, as administrators have written it down.

use uuid::Uuid;

use domain::{At, OutcomeCode, OutcomeCodeId};

use crate::args::args;
use crate::{Conn, Result, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    active: bool,
    place: i64,
}

/// All of them, in their order.
pub async fn list(conn: &mut Conn) -> Result<Vec<OutcomeCode>> {
    let sql = "SELECT id, name, active, place FROM outcome_codes ORDER BY place, id";
    let rows: Vec<Row> = conn.rows(sql, args![]).await?;
    let code = |row: Row| OutcomeCode {
        id: OutcomeCodeId(row.id),
        name: row.name,
        active: row.active,
        place: row.place,
    };
    Ok(rows.into_iter().map(code).collect())
}

/// Whether there is any that can be chosen: else nobody is asked.
pub async fn any_active(conn: &mut Conn) -> Result<bool> {
    let sql = "SELECT place FROM outcome_codes WHERE active LIMIT 1";
    let row: Option<(i64,)> = conn.row(sql, args![]).await?;
    Ok(row.is_some())
}

/// Adds one; its name must not be there yet.
pub async fn insert(tx: &mut Tx, code: &OutcomeCode, now: At) -> Result<()> {
    let sql = "INSERT INTO outcome_codes (id, name, active, place, created_at)
               VALUES ($1, $2, $3, $4, $5)";
    let args = args![code.id, code.name.as_str(), code.active, code.place, now];
    tx.run(sql, args).await?;
    Ok(())
}

/// Writes a changed one.
pub async fn update(tx: &mut Tx, code: &OutcomeCode) -> Result<()> {
    let sql = "UPDATE outcome_codes SET name = $2, active = $3, place = $4 WHERE id = $1";
    let args = args![code.id, code.name.as_str(), code.active, code.place];
    tx.run(sql, args).await?;
    Ok(())
}
