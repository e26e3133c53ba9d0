//! When somebody was last here: it stays when their sessions end.

use std::collections::HashMap;

use uuid::Uuid;

use domain::{AgentId, At};

use crate::args::args;
use crate::row::at;
use crate::{Conn, Result, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: Uuid,
    at: i64,
}

/// Notes that somebody is here.
pub async fn note(tx: &mut Tx, agent: AgentId, now: At) -> Result<()> {
    let sql = "INSERT INTO last_seen (agent_id, at) VALUES ($1, $2)
               ON CONFLICT (agent_id) DO UPDATE SET at = excluded.at
               WHERE last_seen.at < excluded.at";
    tx.run(sql, args![agent, now]).await?;
    Ok(())
}

/// When everybody was last here.
pub async fn all(conn: &mut Conn) -> Result<HashMap<AgentId, At>> {
    let rows: Vec<Row> = conn
        .rows("SELECT agent_id, at FROM last_seen", args![])
        .await?;
    rows.into_iter()
        .map(|row| Ok((AgentId(row.agent_id), at("last_seen", row.at)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;
    use crate::people::{agent, at, hire};
    use domain::Role;

    on_both! {
        async fn the_latest_moment_stays(test: &TestStore) {
            let anna = agent("anna", Role::Agent);
            hire(test, &anna).await;
            let mut tx = test.store.begin().await.unwrap();
            note(&mut tx, anna.id, at(5)).await.unwrap();
            note(&mut tx, anna.id, at(3)).await.unwrap();
            assert_eq!(all(&mut tx).await.unwrap(), HashMap::from([(anna.id, at(5))]));
        }
    }
}
