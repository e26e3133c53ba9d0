//! Second factors: the sealed secret of an agent's authenticator, and the hashes of their recovery codes.

#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::{AgentId, At};

use crate::args::args;
use crate::row::at_opt;
use crate::{Conn, Result, Tx};

/// An agent's authenticator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Factor {
    /// The secret, sealed.
    pub sealed: Vec<u8>,
    /// Since when it counts; not before its first code was typed.
    pub confirmed_at: Option<At>,
}

#[derive(sqlx::FromRow)]
struct Row {
    sealed: Vec<u8>,
    confirmed_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Owner {
    agent_id: Uuid,
}

#[derive(sqlx::FromRow)]
struct Count {
    codes: i64,
}

/// The agent's authenticator, confirmed or not.
pub async fn find(conn: &mut Conn, agent: AgentId) -> Result<Option<Factor>> {
    let sql = "SELECT sealed, confirmed_at FROM second_factors WHERE agent_id = $1";
    let row: Option<Row> = conn.row(sql, args![agent]).await?;
    row.map(|row| {
        Ok(Factor {
            sealed: row.sealed,
            confirmed_at: at_opt("second_factors", row.confirmed_at)?,
        })
    })
    .transpose()
}

/// Keeps a new secret until its first code is typed; one that counts already stays, and this is false.
pub async fn begin(tx: &mut Tx, agent: AgentId, sealed: &[u8], now: At) -> Result<bool> {
    let sql = "INSERT INTO second_factors (agent_id, sealed, confirmed_at, last_step, created_at)
               VALUES ($1, $2, NULL, 0, $3)
               ON CONFLICT (agent_id) DO UPDATE SET sealed = excluded.sealed,
                   last_step = 0, created_at = excluded.created_at
               WHERE second_factors.confirmed_at IS NULL";
    Ok(tx.run(sql, args![agent, sealed, now]).await? > 0)
}

/// From now on it counts.
pub async fn confirm(tx: &mut Tx, agent: AgentId, now: At) -> Result<()> {
    let sql = "UPDATE second_factors SET confirmed_at = $2
               WHERE agent_id = $1 AND confirmed_at IS NULL";
    tx.run(sql, args![agent, now]).await?;
    Ok(())
}

/// Uses up the code of this step and all before it; false when it was used up already.
pub async fn use_step(tx: &mut Tx, agent: AgentId, step: i64) -> Result<bool> {
    let sql = "UPDATE second_factors SET last_step = $2 WHERE agent_id = $1 AND last_step < $2";
    Ok(tx.run(sql, args![agent, step]).await? > 0)
}

/// Takes the authenticator and the recovery codes away; false when there was none.
pub async fn delete(tx: &mut Tx, agent: AgentId) -> Result<bool> {
    let codes = "DELETE FROM recovery_codes WHERE agent_id = $1";
    tx.run(codes, args![agent]).await?;
    let factor = "DELETE FROM second_factors WHERE agent_id = $1";
    Ok(tx.run(factor, args![agent]).await? > 0)
}

/// Puts these recovery codes in the place of all others.
pub async fn set_codes(tx: &mut Tx, agent: AgentId, hashes: &[[u8; 32]]) -> Result<()> {
    let old = "DELETE FROM recovery_codes WHERE agent_id = $1";
    tx.run(old, args![agent]).await?;
    let sql = "INSERT INTO recovery_codes (agent_id, hash, used_at) VALUES ($1, $2, NULL)";
    for hash in hashes {
        tx.run(sql, args![agent, hash.as_slice()]).await?;
    }
    Ok(())
}

/// Uses up a recovery code; false when there is no such code, or it was used up already.
pub async fn use_code(tx: &mut Tx, agent: AgentId, hash: &[u8], now: At) -> Result<bool> {
    let sql = "UPDATE recovery_codes SET used_at = $3
               WHERE agent_id = $1 AND hash = $2 AND used_at IS NULL";
    Ok(tx.run(sql, args![agent, hash, now]).await? > 0)
}

/// How many recovery codes are left.
pub async fn codes_left(conn: &mut Conn, agent: AgentId) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS codes FROM recovery_codes
               WHERE agent_id = $1 AND used_at IS NULL";
    let row: Option<Count> = conn.row(sql, args![agent]).await?;
    Ok(row.map_or(0, |row| row.codes))
}

/// Everybody whose second factor counts.
pub async fn owners(conn: &mut Conn) -> Result<Vec<AgentId>> {
    let sql = "SELECT agent_id FROM second_factors WHERE confirmed_at IS NOT NULL";
    let rows: Vec<Owner> = conn.rows(sql, args![]).await?;
    Ok(rows.into_iter().map(|row| AgentId(row.agent_id)).collect())
}
