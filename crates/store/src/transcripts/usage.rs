//! How much sound was transcribed in a month.

use crate::args::args;
use crate::{Conn, Result, Tx};

/// Adds milliseconds of sound to a month, `2026-03`.
pub async fn add_usage(tx: &mut Tx, month: &str, milliseconds: i64) -> Result<()> {
    let sql = "INSERT INTO transcribed (month, milliseconds) VALUES ($1, $2)
               ON CONFLICT (month) DO UPDATE SET milliseconds = transcribed.milliseconds + excluded.milliseconds";
    tx.run(sql, args![month, milliseconds]).await?;
    Ok(())
}

/// Milliseconds of sound in a month.
pub async fn usage(conn: &mut Conn, month: &str) -> Result<i64> {
    let sql = "SELECT milliseconds FROM transcribed WHERE month = $1";
    let row: Option<(i64,)> = conn.row(sql, args![month]).await?;
    Ok(row.map_or(0, |(milliseconds,)| milliseconds))
}
