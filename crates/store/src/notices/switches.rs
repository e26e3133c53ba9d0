//! What somebody wants to be told, and how; a kind without a row is as the desk means it.

use uuid::Uuid;

use domain::AgentId;

use crate::args::args;
use crate::{Conn, Result, Tx};

/// How somebody is told of one kind of thing.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Switch {
    /// What kind of thing.
    pub kind: String,
    /// On the page that is open.
    pub in_page: bool,
    /// By the browser, when no page of ours is in sight.
    pub in_browser: bool,
    /// With a sound.
    pub sound: bool,
}

#[derive(sqlx::FromRow)]
struct Muted {
    agent_id: Uuid,
}

/// The switches somebody has set.
pub async fn switches(conn: &mut Conn, agent: AgentId) -> Result<Vec<Switch>> {
    let sql = "SELECT kind, in_page, in_browser, sound FROM notice_switches WHERE agent_id = $1";
    conn.rows(sql, args![agent]).await
}

/// Sets one switch.
pub async fn set_switch(tx: &mut Tx, agent: AgentId, switch: &Switch) -> Result<()> {
    let sql = "INSERT INTO notice_switches (agent_id, kind, in_page, in_browser, sound)
               VALUES ($1, $2, $3, $4, $5)
               ON CONFLICT (agent_id, kind) DO UPDATE SET in_page = excluded.in_page,
                   in_browser = excluded.in_browser, sound = excluded.sound";
    let values = args![
        agent,
        switch.kind.as_str(),
        switch.in_page,
        switch.in_browser,
        switch.sound,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Those who want to hear nothing at all of this kind.
pub async fn muted(conn: &mut Conn, kind: &str) -> Result<Vec<AgentId>> {
    let sql = "SELECT agent_id FROM notice_switches
               WHERE kind = $1 AND NOT in_page AND NOT in_browser";
    let rows: Vec<Muted> = conn.rows(sql, args![kind]).await?;
    Ok(rows.into_iter().map(|row| AgentId(row.agent_id)).collect())
}
