//! Programs' keys; a key is found by its hash, the key itself is shown once and not kept.

use uuid::Uuid;

use domain::{AgentId, ApiKeyId, At};

use crate::args::args;
use crate::row::{at, at_opt};
use crate::{Conn, Result, Tx};

/// A key, without its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApiKey {
    /// Its id.
    pub id: ApiKeyId,
    /// Whose rights it has.
    pub agent_id: AgentId,
    /// What it is for.
    pub name: String,
    /// Its first and last characters.
    pub hint: String,
    /// Since when.
    pub created_at: At,
    /// When a program last came with it, give or take.
    pub last_used_at: Option<At>,
    /// When it stopped working.
    pub revoked_at: Option<At>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    agent_id: Uuid,
    name: String,
    hint: String,
    created_at: i64,
    last_used_at: Option<i64>,
    revoked_at: Option<i64>,
}

/// Writes a new key.
pub async fn insert(tx: &mut Tx, key: &ApiKey, hash: &[u8]) -> Result<()> {
    let sql = "INSERT INTO api_keys (id, agent_id, name, hash, hint, created_at, last_used_at,
                   revoked_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = args![
        key.id,
        key.agent_id,
        key.name.as_str(),
        hash,
        key.hint.as_str(),
        key.created_at,
        key.last_used_at,
        key.revoked_at,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// The key with this hash, unless it is revoked or its agent is not active.
pub async fn find(conn: &mut Conn, hash: &[u8]) -> Result<Option<ApiKey>> {
    let sql = "SELECT api_keys.id, agent_id, api_keys.name, hint, api_keys.created_at,
                   last_used_at, revoked_at
               FROM api_keys JOIN agents ON agents.id = api_keys.agent_id
               WHERE hash = $1 AND revoked_at IS NULL AND agents.active";
    let row: Option<Row> = conn.row(sql, args![hash]).await?;
    row.map(Row::key).transpose()
}

/// Notes that a program came with the key.
pub async fn touch(tx: &mut Tx, id: ApiKeyId, now: At) -> Result<()> {
    let sql = "UPDATE api_keys SET last_used_at = $2 WHERE id = $1";
    tx.run(sql, args![id, now]).await?;
    Ok(())
}

/// An agent's keys, newest first, revoked ones too.
pub async fn of_agent(conn: &mut Conn, agent: AgentId) -> Result<Vec<ApiKey>> {
    let sql = "SELECT id, agent_id, name, hint, created_at, last_used_at, revoked_at
               FROM api_keys WHERE agent_id = $1 ORDER BY created_at DESC, id DESC";
    let rows: Vec<Row> = conn.rows(sql, args![agent]).await?;
    rows.into_iter().map(Row::key).collect()
}

/// Stops a key from working; false when there is none that works.
pub async fn revoke(tx: &mut Tx, id: ApiKeyId, now: At) -> Result<bool> {
    let sql = "UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL";
    Ok(tx.run(sql, args![id, now]).await? > 0)
}

/// What a key is called.
pub async fn name(conn: &mut Conn, id: ApiKeyId) -> Result<Option<String>> {
    let sql = "SELECT name FROM api_keys WHERE id = $1";
    let row: Option<(String,)> = conn.row(sql, args![id]).await?;
    Ok(row.map(|(name,)| name))
}

impl Row {
    fn key(self) -> Result<ApiKey> {
        Ok(ApiKey {
            id: ApiKeyId(self.id),
            agent_id: AgentId(self.agent_id),
            name: self.name,
            hint: self.hint,
            created_at: at("api_keys", self.created_at)?,
            last_used_at: at_opt("api_keys", self.last_used_at)?,
            revoked_at: at_opt("api_keys", self.revoked_at)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::Role;

    use super::*;
    use crate::people::{agent, at, hire};
    use crate::{agents, on_both};

    fn key(agent_id: AgentId, created: i64) -> ApiKey {
        ApiKey {
            id: ApiKeyId::at(at(created)),
            agent_id,
            name: "1С".to_owned(),
            hint: "dzk_ab…yz".to_owned(),
            created_at: at(created),
            last_used_at: None,
            revoked_at: None,
        }
    }

    on_both! {
        async fn a_key_opens_until_it_is_revoked(test: &TestStore) {
            let anna = agent("anna", Role::Agent);
            hire(test, &anna).await;
            let mut first = key(anna.id, 0);
            let second = key(anna.id, 1);
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &first, b"1").await.unwrap();
            insert(&mut tx, &second, b"2").await.unwrap();
            assert_eq!(find(&mut tx, b"1").await.unwrap(), Some(first.clone()));
            assert_eq!(find(&mut tx, b"3").await.unwrap(), None);
            touch(&mut tx, first.id, at(5)).await.unwrap();
            assert!(revoke(&mut tx, first.id, at(6)).await.unwrap());
            assert!(!revoke(&mut tx, first.id, at(7)).await.unwrap());
            assert_eq!(find(&mut tx, b"1").await.unwrap(), None);
            first.last_used_at = Some(at(5));
            first.revoked_at = Some(at(6));
            assert_eq!(of_agent(&mut tx, anna.id).await.unwrap(), [second, first]);
        }

        async fn a_key_stops_with_its_agent(test: &TestStore) {
            let mut anna = agent("anna", Role::Agent);
            hire(test, &anna).await;
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &key(anna.id, 0), b"1").await.unwrap();
            anna.active = false;
            agents::update(&mut tx, &anna, at(1)).await.unwrap();
            assert_eq!(find(&mut tx, b"1").await.unwrap(), None);
        }
    }
}
