//! Signed-in browsers; a session is found by the hash of its secret, the secret itself is not kept.

use uuid::Uuid;

use domain::{AgentId, At, Email, SessionId};

use crate::args::args;
use crate::row::at;
use crate::{Conn, Result, Tx};

/// A signed-in browser.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// Its id.
    pub id: SessionId,
    /// Who signed in.
    pub agent_id: AgentId,
    /// When.
    pub created_at: At,
    /// When it last asked for something, give or take.
    pub last_seen_at: At,
    /// Until when it is good.
    pub expires_at: At,
    /// What the browser calls itself.
    pub browser: String,
    /// Where it was when it signed in.
    pub address: Option<String>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    agent_id: Uuid,
    created_at: i64,
    last_seen_at: i64,
    expires_at: i64,
    browser: String,
    address: Option<String>,
}

/// Writes a new session.
pub async fn insert(tx: &mut Tx, session: &Session, hash: &[u8]) -> Result<()> {
    let sql = "INSERT INTO sessions (id, agent_id, hash, browser, address, created_at,
                   last_seen_at, expires_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = args![
        session.id,
        session.agent_id,
        hash,
        session.browser.as_str(),
        session.address.as_deref(),
        session.created_at,
        session.last_seen_at,
        session.expires_at,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// The session with this hash, while it lasts and its agent is active.
pub async fn find(conn: &mut Conn, hash: &[u8], now: At) -> Result<Option<Session>> {
    let sql = "SELECT sessions.id, agent_id, sessions.created_at, last_seen_at, expires_at,
                   browser, address
               FROM sessions JOIN agents ON agents.id = sessions.agent_id
               WHERE hash = $1 AND expires_at > $2 AND agents.active";
    let row: Option<Row> = conn.row(sql, args![hash, now]).await?;
    row.map(Row::session).transpose()
}

/// Notes that the browser is still there, which keeps it signed in until then.
pub async fn touch(tx: &mut Tx, id: SessionId, now: At, expires_at: At) -> Result<()> {
    let sql = "UPDATE sessions SET last_seen_at = $2, expires_at = $3 WHERE id = $1";
    tx.run(sql, args![id, now, expires_at]).await?;
    Ok(())
}

/// An agent's sessions, the one seen last first; those that have expired too, until they are deleted.
pub async fn of_agent(conn: &mut Conn, agent: AgentId) -> Result<Vec<Session>> {
    let sql = "SELECT id, agent_id, created_at, last_seen_at, expires_at, browser, address
               FROM sessions WHERE agent_id = $1 ORDER BY last_seen_at DESC, id DESC";
    let rows: Vec<Row> = conn.rows(sql, args![agent]).await?;
    rows.into_iter().map(Row::session).collect()
}

/// Whether somebody is signed in from this address as the owner of this e-mail.
pub async fn is_known_at(conn: &mut Conn, email: &Email, address: &str, now: At) -> Result<bool> {
    let sql = "SELECT 1 AS found FROM agents JOIN sessions ON sessions.agent_id = agents.id
               WHERE agents.email = $1 AND sessions.address = $2 AND sessions.expires_at > $3
               LIMIT 1";
    let values = args![email.as_str(), address, now];
    let row: Option<(i32,)> = conn.row(sql, values).await?;
    Ok(row.is_some())
}

/// Ends a session; false when there is none.
pub async fn delete(tx: &mut Tx, id: SessionId) -> Result<bool> {
    let sql = "DELETE FROM sessions WHERE id = $1";
    Ok(tx.run(sql, args![id]).await? > 0)
}

/// Ends all sessions of an agent, save perhaps the one they ask from; how many ended.
pub async fn delete_all_of(tx: &mut Tx, agent: AgentId, except: Option<SessionId>) -> Result<u64> {
    let sql = "DELETE FROM sessions WHERE agent_id = $1 AND ($2 IS NULL OR id <> $2)";
    tx.run(sql, args![agent, except]).await
}

/// Sweeps away what is good no more; how many there were.
pub async fn delete_expired(tx: &mut Tx, now: At) -> Result<u64> {
    let sql = "DELETE FROM sessions WHERE expires_at <= $1";
    tx.run(sql, args![now]).await
}

impl Row {
    fn session(self) -> Result<Session> {
        Ok(Session {
            id: SessionId(self.id),
            agent_id: AgentId(self.agent_id),
            created_at: at("sessions", self.created_at)?,
            last_seen_at: at("sessions", self.last_seen_at)?,
            expires_at: at("sessions", self.expires_at)?,
            browser: self.browser,
            address: self.address,
        })
    }
}

#[cfg(test)]
mod tests {
    use domain::Role;

    use super::*;
    use crate::people::{agent, at, hire};
    use crate::{agents, on_both};

    fn session(agent_id: AgentId) -> Session {
        Session {
            id: SessionId::at(at(0)),
            agent_id,
            created_at: at(0),
            last_seen_at: at(0),
            expires_at: at(100),
            browser: "Firefox 140".to_owned(),
            address: Some("203.0.113.7".to_owned()),
        }
    }

    on_both! {
        async fn a_session_is_found_by_its_hash_until_it_expires(test: &TestStore) {
            let anna = agent("anna", Role::Agent);
            hire(test, &anna).await;
            let mut session = session(anna.id);
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &session, b"hash").await.unwrap();
            assert_eq!(find(&mut tx, b"hash", at(1)).await.unwrap(), Some(session.clone()));
            assert_eq!(find(&mut tx, b"other", at(1)).await.unwrap(), None);
            touch(&mut tx, session.id, at(50), at(120)).await.unwrap();
            session.last_seen_at = at(50);
            session.expires_at = at(120);
            assert_eq!(find(&mut tx, b"hash", at(119)).await.unwrap(), Some(session));
            assert_eq!(find(&mut tx, b"hash", at(120)).await.unwrap(), None);
            assert_eq!(delete_expired(&mut tx, at(119)).await.unwrap(), 0);
            assert_eq!(delete_expired(&mut tx, at(120)).await.unwrap(), 1);
        }

        async fn an_agent_who_may_not_sign_in_has_no_session(test: &TestStore) {
            let mut anna = agent("anna", Role::Agent);
            hire(test, &anna).await;
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &session(anna.id), b"hash").await.unwrap();
            anna.active = false;
            agents::update(&mut tx, &anna, at(1)).await.unwrap();
            assert_eq!(find(&mut tx, b"hash", at(2)).await.unwrap(), None);
        }

        async fn signing_out_everywhere_keeps_the_browser_that_asks(test: &TestStore) {
            let anna = agent("anna", Role::Agent);
            let zoya = agent("zoya", Role::Agent);
            hire(test, &anna).await;
            hire(test, &zoya).await;
            let here = session(anna.id);
            let there = Session { last_seen_at: at(9), ..session(anna.id) };
            let hers = session(zoya.id);
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &here, b"1").await.unwrap();
            insert(&mut tx, &there, b"2").await.unwrap();
            insert(&mut tx, &hers, b"3").await.unwrap();
            let all = of_agent(&mut tx, anna.id).await.unwrap();
            assert_eq!(all, [there, here.clone()]);
            assert_eq!(delete_all_of(&mut tx, anna.id, Some(here.id)).await.unwrap(), 1);
            assert_eq!(of_agent(&mut tx, anna.id).await.unwrap(), [here]);
            assert_eq!(delete_all_of(&mut tx, anna.id, None).await.unwrap(), 1);
            assert!(of_agent(&mut tx, anna.id).await.unwrap().is_empty());
            assert!(delete(&mut tx, hers.id).await.unwrap());
            assert!(!delete(&mut tx, hers.id).await.unwrap());
        }
    }
}
