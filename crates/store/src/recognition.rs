//! When the platform was asked for its own transcript of a call: asking costs, and once is enough.

use domain::{At, CallId};

use crate::args::args;
use crate::row::at;
use crate::{Conn, Result, Tx};

const TABLE: &str = "recognition_tasks";

/// When it was asked, if it was.
pub async fn asked_at(conn: &mut Conn, call: CallId) -> Result<Option<At>> {
    let sql = "SELECT asked_at FROM recognition_tasks WHERE call_id = $1";
    let row: Option<(i64,)> = conn.row(sql, args![call]).await?;
    row.map(|(asked,)| at(TABLE, asked)).transpose()
}

/// Writes down that it was asked.
pub async fn asked(tx: &mut Tx, call: CallId, now: At) -> Result<()> {
    let sql = "INSERT INTO recognition_tasks (call_id, asked_at) VALUES ($1, $2)
               ON CONFLICT (call_id) DO UPDATE SET asked_at = excluded.asked_at";
    tx.run(sql, args![call, now]).await?;
    Ok(())
}

/// Forgets that it was asked: it may be asked anew.
pub async fn forget(tx: &mut Tx, call: CallId) -> Result<()> {
    let sql = "DELETE FROM recognition_tasks WHERE call_id = $1";
    tx.run(sql, args![call]).await?;
    Ok(())
}
