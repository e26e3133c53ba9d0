//! Agents: who works in the desk, and who they are for the PBX.

mod credentials;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use uuid::Uuid;

use domain::agent::OperatorId;
use domain::{Agent, AgentId, At, GroupId, Telephony};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::{at, word, word_opt};
use crate::{Change, Conn, Error, Result, Topic, Tx};

pub use credentials::{Credentials, by_email, by_invitation, set_invitation, set_password};

const COLUMNS: &str = "id, email, name, role, active, language, provider, operator_id,
    virtual_number, password_hash IS NULL AS invited, created_at";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    email: String,
    name: String,
    role: String,
    active: bool,
    language: String,
    provider: Option<String>,
    operator_id: Option<String>,
    virtual_number: Option<String>,
    invited: bool,
    created_at: i64,
}

#[derive(sqlx::FromRow)]
struct Membership {
    agent_id: Uuid,
    group_id: Uuid,
}

#[derive(sqlx::FromRow)]
struct Count {
    agents: i64,
}

/// Writes a new agent with their groups; without a password they are invited. An e-mail in use gives [`Error::Taken`].
pub async fn insert(tx: &mut Tx, agent: &Agent, password_hash: Option<&str>) -> Result<()> {
    let sql = "INSERT INTO agents (id, email, name, role, password_hash, active, language,
                   provider, operator_id, virtual_number, created_at, updated_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11)";
    let telephony = &agent.telephony;
    let values = args![
        agent.id,
        agent.email.as_str(),
        agent.name.as_str(),
        agent.role.as_str(),
        password_hash,
        agent.active,
        agent.language.tag(),
        telephony.provider.map(|provider| provider.as_str()),
        telephony.operator_id.as_ref().map(OperatorId::as_str),
        telephony.virtual_number.as_ref().map(|n| n.as_str()),
        agent.created_at,
    ];
    tx.run(sql, values).await?;
    join(tx, agent).await
}

/// Writes an agent's profile, role and groups as they are now; the password stays. An e-mail in use gives [`Error::Taken`].
pub async fn update(tx: &mut Tx, agent: &Agent, now: At) -> Result<()> {
    let sql = "UPDATE agents SET email = $2, name = $3, role = $4, active = $5, language = $6,
                   provider = $7, operator_id = $8, virtual_number = $9, updated_at = $10
               WHERE id = $1";
    let telephony = &agent.telephony;
    let values = args![
        agent.id,
        agent.email.as_str(),
        agent.name.as_str(),
        agent.role.as_str(),
        agent.active,
        agent.language.tag(),
        telephony.provider.map(|provider| provider.as_str()),
        telephony.operator_id.as_ref().map(OperatorId::as_str),
        telephony.virtual_number.as_ref().map(|n| n.as_str()),
        now,
    ];
    tx.run(sql, values).await?;
    tx.run(
        "DELETE FROM group_members WHERE agent_id = $1",
        args![agent.id],
    )
    .await?;
    join(tx, agent).await
}

/// The agent, active or not.
pub async fn find(conn: &mut Conn, id: AgentId) -> Result<Option<Agent>> {
    let sql = format!("SELECT {COLUMNS} FROM agents WHERE id = $1");
    let Some(row) = conn.row::<Row>(sql, args![id]).await? else {
        return Ok(None);
    };
    let sql = "SELECT agent_id, group_id FROM group_members WHERE agent_id = $1 ORDER BY group_id";
    let groups: Vec<Membership> = conn.rows(sql, args![id]).await?;
    let groups = groups.iter().map(|row| GroupId(row.group_id)).collect();
    row.agent(groups).map(Some)
}

/// All agents by name, active or not.
pub async fn list(conn: &mut Conn) -> Result<Vec<Agent>> {
    let sql = format!("SELECT {COLUMNS} FROM agents");
    let rows: Vec<Row> = conn.rows(sql, args![]).await?;
    let sql = "SELECT agent_id, group_id FROM group_members ORDER BY group_id";
    let memberships: Vec<Membership> = conn.rows(sql, args![]).await?;
    let mut groups: HashMap<Uuid, Vec<GroupId>> = HashMap::new();
    for row in memberships {
        let of_agent = groups.entry(row.agent_id).or_default();
        of_agent.push(GroupId(row.group_id));
    }
    let mut agents = rows
        .into_iter()
        .map(|row| {
            let groups = groups.remove(&row.id).unwrap_or_default();
            row.agent(groups)
        })
        .collect::<Result<Vec<_>>>()?;
    // Sorted here because the engines order letters differently.
    agents.sort_by_cached_key(|agent| (agent.name.to_lowercase(), agent.id));
    Ok(agents)
}

/// The names of all, those who have left too.
pub async fn names(conn: &mut Conn) -> Result<Vec<(AgentId, String)>> {
    let rows: Vec<(uuid::Uuid, String)> = conn.rows("SELECT id, name FROM agents", args![]).await?;
    Ok(rows
        .into_iter()
        .map(|(id, name)| (AgentId(id), name))
        .collect())
}

/// The names of these who work here.
pub async fn active_names(conn: &mut Conn, ids: &[AgentId]) -> Result<Vec<(AgentId, String)>> {
    let mut filter = Filter::new();
    filter.and_in("id", ids.iter().map(|id| Arg::from(id.0)).collect());
    filter.and("active", Vec::new());
    let (clause, values) = filter.done();
    let sql = format!("SELECT id, name FROM agents{clause}");
    let rows: Vec<(Uuid, String)> = conn.rows(sql, values).await?;
    let named = rows.into_iter().map(|(id, name)| (AgentId(id), name));
    Ok(named.collect())
}

/// How many agents there are, active or not.
pub async fn count(conn: &mut Conn) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS agents FROM agents";
    let row: Option<Count> = conn.row(sql, args![]).await?;
    Ok(row.map_or(0, |row| row.agents))
}

/// How many may set the desk up: the last of them must not go.
pub async fn count_active_admins(conn: &mut Conn) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS agents FROM agents WHERE role = 'admin' AND active";
    let row: Option<Count> = conn.row(sql, args![]).await?;
    Ok(row.map_or(0, |row| row.agents))
}

async fn join(tx: &mut Tx, agent: &Agent) -> Result<()> {
    let sql = "INSERT INTO group_members (group_id, agent_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING";
    for group in &agent.groups {
        tx.run(sql, args![*group, agent.id]).await?;
    }
    announce(tx);
    Ok(())
}

fn announce(tx: &mut Tx) {
    tx.changed(Change {
        topic: Topic::Agents,
        channel: None,
    });
}

impl Row {
    fn agent(self, groups: Vec<GroupId>) -> Result<Agent> {
        let operator_id = self.operator_id.as_deref().map(OperatorId::parse);
        Ok(Agent {
            id: AgentId(self.id),
            email: word("agents", &self.email)?,
            name: self.name,
            role: word("agents", &self.role)?,
            telephony: Telephony {
                provider: word_opt("agents", self.provider.as_deref())?,
                operator_id: operator_id
                    .transpose()
                    .map_err(|error| Error::corrupt("agents", error))?,
                virtual_number: word_opt("agents", self.virtual_number.as_deref())?,
            },
            groups,
            active: self.active,
            invited: self.invited,
            language: word("agents", &self.language)?,
            created_at: at("agents", self.created_at)?,
        })
    }
}
