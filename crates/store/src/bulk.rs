//! Changes of many tickets at once, kept so that they can be taken back.

use serde::Serialize;
use serde::de::DeserializeOwned;

use domain::{AgentId, At, BulkId};

use crate::args::args;
use crate::row::{json, to_json};
use crate::{Conn, Result, Tx};

const TABLE: &str = "bulk_changes";

/// Keeps what was done, as the caller writes it.
pub async fn keep<T: Serialize>(
    tx: &mut Tx,
    id: BulkId,
    agent: AgentId,
    deeds: &T,
    now: At,
) -> Result<()> {
    let sql = "INSERT INTO bulk_changes (id, agent_id, deeds, created_at) VALUES ($1, $2, $3, $4)";
    tx.run(sql, args![id, agent, to_json(TABLE, deeds)?, now])
        .await?;
    Ok(())
}

/// What this agent did under that id.
pub async fn find<T: DeserializeOwned>(
    conn: &mut Conn,
    id: BulkId,
    agent: AgentId,
) -> Result<Option<T>> {
    let sql = "SELECT deeds FROM bulk_changes WHERE id = $1 AND agent_id = $2";
    let row: Option<(String,)> = conn.row(sql, args![id, agent]).await?;
    row.map(|(deeds,)| json(TABLE, &deeds)).transpose()
}

/// Forgets one: it was taken back.
pub async fn forget(tx: &mut Tx, id: BulkId) -> Result<()> {
    tx.run("DELETE FROM bulk_changes WHERE id = $1", args![id])
        .await?;
    Ok(())
}

/// Forgets those made before.
pub async fn forget_older(tx: &mut Tx, before: At) -> Result<u64> {
    let sql = "DELETE FROM bulk_changes WHERE created_at < $1";
    tx.run(sql, args![before]).await
}
