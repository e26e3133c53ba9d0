//! What an agent signs in with: a password, or an invitation to set one.

use uuid::Uuid;

use domain::{AgentId, At, Email};

use crate::args::args;
use crate::{Conn, Result, Tx};

/// What a password is checked against.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credentials {
    /// Whose.
    pub agent_id: AgentId,
    /// The password's hash; none before the first password is set.
    pub password_hash: Option<String>,
    /// Whether they may sign in at all.
    pub active: bool,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    password_hash: Option<String>,
    active: bool,
}

#[derive(sqlx::FromRow)]
struct Invited {
    id: Uuid,
}

/// The credentials that go with an e-mail.
pub async fn by_email(conn: &mut Conn, email: &Email) -> Result<Option<Credentials>> {
    let sql = "SELECT id, password_hash, active FROM agents WHERE email = $1";
    let row: Option<Row> = conn.row(sql, args![email.as_str()]).await?;
    Ok(row.map(|row| Credentials {
        agent_id: AgentId(row.id),
        password_hash: row.password_hash,
        active: row.active,
    }))
}

/// Sets a password; an open invitation ends with it.
pub async fn set_password(tx: &mut Tx, id: AgentId, hash: &str, now: At) -> Result<()> {
    let sql = "UPDATE agents SET password_hash = $2, invitation_hash = NULL,
                   invitation_expires_at = NULL, updated_at = $3
               WHERE id = $1";
    tx.run(sql, args![id, hash, now]).await?;
    super::announce(tx);
    Ok(())
}

/// Lets whoever has the secret behind `hash` set this agent's password; the invitation before this one ends.
pub async fn set_invitation(tx: &mut Tx, id: AgentId, hash: &[u8], expires_at: At) -> Result<()> {
    let sql = "UPDATE agents SET invitation_hash = $2, invitation_expires_at = $3 WHERE id = $1";
    tx.run(sql, args![id, hash, expires_at]).await?;
    super::announce(tx);
    Ok(())
}

/// The active agent whom an invitation is for, while it lasts.
pub async fn by_invitation(conn: &mut Conn, hash: &[u8], now: At) -> Result<Option<AgentId>> {
    let sql = "SELECT id FROM agents
               WHERE invitation_hash = $1 AND invitation_expires_at > $2 AND active";
    let row: Option<Invited> = conn.row(sql, args![hash, now]).await?;
    Ok(row.map(|row| AgentId(row.id)))
}
