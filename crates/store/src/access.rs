//! Who works in which channel: agents by themselves and through their groups.

#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::channel::Access;
use domain::{AgentId, ChannelId, GroupId, PhoneNumber, Provider, Reach, Role};

use crate::args::args;
use crate::row::word_opt;
use crate::{Change, Conn, Result, Topic, Tx};

/// Somebody a call of an operator may be for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    /// Who.
    pub agent_id: AgentId,
    /// Their number, which tells apart agents who share an operator.
    pub virtual_number: Option<PhoneNumber>,
}

#[derive(sqlx::FromRow)]
struct Id {
    id: Uuid,
}

#[derive(sqlx::FromRow)]
struct CandidateRow {
    id: Uuid,
    virtual_number: Option<String>,
}

/// The agents and groups let into a channel.
pub async fn of_channel(conn: &mut Conn, channel: ChannelId) -> Result<Access> {
    let sql = "SELECT agent_id AS id FROM channel_agents WHERE channel_id = $1 ORDER BY agent_id";
    let agents: Vec<Id> = conn.rows(sql, args![channel]).await?;
    let sql = "SELECT group_id AS id FROM channel_groups WHERE channel_id = $1 ORDER BY group_id";
    let groups: Vec<Id> = conn.rows(sql, args![channel]).await?;
    Ok(Access {
        agents: agents.into_iter().map(|row| AgentId(row.id)).collect(),
        groups: groups.into_iter().map(|row| GroupId(row.id)).collect(),
    })
}

/// Lets exactly these agents and groups into a channel.
pub async fn set(tx: &mut Tx, channel: ChannelId, access: &Access) -> Result<()> {
    let sql = "DELETE FROM channel_agents WHERE channel_id = $1";
    tx.run(sql, args![channel]).await?;
    let sql = "DELETE FROM channel_groups WHERE channel_id = $1";
    tx.run(sql, args![channel]).await?;
    let sql = "INSERT INTO channel_agents (channel_id, agent_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING";
    for agent in &access.agents {
        tx.run(sql, args![channel, *agent]).await?;
    }
    let sql = "INSERT INTO channel_groups (channel_id, group_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING";
    for group in &access.groups {
        tx.run(sql, args![channel, *group]).await?;
    }
    tx.changed(Change {
        topic: Topic::Channel(channel),
        channel: Some(channel),
    });
    Ok(())
}

/// The channels an agent of this role sees; those taken down too, because their history stays.
pub async fn reach(conn: &mut Conn, agent: AgentId, role: Role) -> Result<Reach> {
    if role.reaches_all_channels() {
        return Ok(Reach::All);
    }
    let sql = "SELECT channel_id AS id FROM channel_agents WHERE agent_id = $1
               UNION
               SELECT channel_groups.channel_id AS id FROM group_members
               JOIN channel_groups ON channel_groups.group_id = group_members.group_id
               WHERE group_members.agent_id = $1
               ORDER BY id";
    let rows: Vec<Id> = conn.rows(sql, args![agent]).await?;
    let ids = rows.into_iter().map(|row| ChannelId(row.id));
    Ok(Reach::Only(ids.collect()))
}

/// The active agents who are this operator of the provider and work in the channel, in order of id.
pub async fn candidates(
    conn: &mut Conn,
    channel: ChannelId,
    provider: Provider,
    operator_id: &str,
) -> Result<Vec<Candidate>> {
    let sql = "SELECT id, virtual_number FROM agents
               WHERE operator_id = $1 AND provider = $2 AND active
                 AND (role IN ('admin', 'supervisor')
                   OR EXISTS (SELECT 1 FROM channel_agents
                              WHERE channel_agents.channel_id = $3
                                AND channel_agents.agent_id = agents.id)
                   OR EXISTS (SELECT 1 FROM group_members
                              JOIN channel_groups
                                ON channel_groups.group_id = group_members.group_id
                              WHERE channel_groups.channel_id = $3
                                AND group_members.agent_id = agents.id))
               ORDER BY id";
    let values = args![operator_id, provider.as_str(), channel];
    let rows: Vec<CandidateRow> = conn.rows(sql, values).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Candidate {
                agent_id: AgentId(row.id),
                virtual_number: word_opt("agents", row.virtual_number.as_deref())?,
            })
        })
        .collect()
}
