//! Groups of agents.

use std::collections::HashMap;

use uuid::Uuid;

use domain::{AgentId, At, Group, GroupId};

use crate::args::args;
use crate::{Change, Conn, Result, Topic, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
}

#[derive(sqlx::FromRow)]
struct Member {
    group_id: Uuid,
    agent_id: Uuid,
}

/// Writes a new group with its members. A name in use gives [`crate::Error::Taken`].
pub async fn insert(tx: &mut Tx, group: &Group, now: At) -> Result<()> {
    let sql = "INSERT INTO groups (id, name, created_at) VALUES ($1, $2, $3)";
    tx.run(sql, args![group.id, group.name.as_str(), now])
        .await?;
    set_members(tx, group.id, &group.members).await
}

/// Gives a group another name; false when there is no such group. A name in use gives [`crate::Error::Taken`].
pub async fn rename(tx: &mut Tx, id: GroupId, name: &str) -> Result<bool> {
    let sql = "UPDATE groups SET name = $2 WHERE id = $1";
    let found = tx.run(sql, args![id, name]).await? > 0;
    announce(tx);
    Ok(found)
}

/// Puts exactly these agents into a group.
pub async fn set_members(tx: &mut Tx, id: GroupId, members: &[AgentId]) -> Result<()> {
    tx.run("DELETE FROM group_members WHERE group_id = $1", args![id])
        .await?;
    let sql = "INSERT INTO group_members (group_id, agent_id) VALUES ($1, $2)
               ON CONFLICT DO NOTHING";
    for member in members {
        tx.run(sql, args![id, *member]).await?;
    }
    announce(tx);
    Ok(())
}

/// Takes a group away, and with it what its members reached through it; false when there is no such group.
pub async fn delete(tx: &mut Tx, id: GroupId) -> Result<bool> {
    let found = tx
        .run("DELETE FROM groups WHERE id = $1", args![id])
        .await?
        > 0;
    announce(tx);
    Ok(found)
}

/// The group with its members.
pub async fn find(conn: &mut Conn, id: GroupId) -> Result<Option<Group>> {
    let sql = "SELECT id, name FROM groups WHERE id = $1";
    let Some(row) = conn.row::<Row>(sql, args![id]).await? else {
        return Ok(None);
    };
    let sql = "SELECT group_id, agent_id FROM group_members WHERE group_id = $1 ORDER BY agent_id";
    let members: Vec<Member> = conn.rows(sql, args![id]).await?;
    Ok(Some(row.group(members.iter().map(Member::id).collect())))
}

/// All groups by name, with their members.
pub async fn list(conn: &mut Conn) -> Result<Vec<Group>> {
    let rows: Vec<Row> = conn.rows("SELECT id, name FROM groups", args![]).await?;
    let sql = "SELECT group_id, agent_id FROM group_members ORDER BY agent_id";
    let mut members: HashMap<Uuid, Vec<AgentId>> = HashMap::new();
    for member in conn.rows::<Member>(sql, args![]).await? {
        let of_group = members.entry(member.group_id).or_default();
        of_group.push(member.id());
    }
    let mut groups: Vec<Group> = rows
        .into_iter()
        .map(|row| {
            let members = members.remove(&row.id).unwrap_or_default();
            row.group(members)
        })
        .collect();
    // Sorted here because the engines order letters differently.
    groups.sort_by_cached_key(|group| (group.name.to_lowercase(), group.id));
    Ok(groups)
}

fn announce(tx: &mut Tx) {
    tx.changed(Change {
        topic: Topic::Agents,
        channel: None,
    });
}

impl Row {
    fn group(self, members: Vec<AgentId>) -> Group {
        Group {
            id: GroupId(self.id),
            name: self.name,
            members,
        }
    }
}

impl Member {
    fn id(&self) -> AgentId {
        AgentId(self.agent_id)
    }
}

#[cfg(test)]
mod tests {
    use domain::Role;

    use super::*;
    use crate::people::{agent, gather, hire};
    use crate::{Error, on_both};

    on_both! {
        async fn a_group_has_exactly_the_members_it_was_given(test: &TestStore) {
            let anna = agent("anna", Role::Agent);
            let zoya = agent("zoya", Role::Agent);
            hire(test, &anna).await;
            hire(test, &zoya).await;
            let sales = gather(test, "Продажи", &[anna.id, anna.id]).await;
            gather(test, "Доставка", &[]).await;

            let mut tx = test.store.begin().await.unwrap();
            assert_eq!(find(&mut tx, sales).await.unwrap().unwrap().members, [anna.id]);
            set_members(&mut tx, sales, &[zoya.id]).await.unwrap();
            assert!(rename(&mut tx, sales, "Сбыт").await.unwrap());
            let all = list(&mut tx).await.unwrap();
            assert_eq!(all.iter().map(|g| g.name.as_str()).collect::<Vec<_>>(), ["Доставка", "Сбыт"]);
            assert_eq!(all[1].members, [zoya.id]);
            assert!(delete(&mut tx, sales).await.unwrap());
            assert!(!delete(&mut tx, sales).await.unwrap());
            assert_eq!(find(&mut tx, sales).await.unwrap(), None);
        }

        async fn a_name_belongs_to_one_group(test: &TestStore) {
            gather(test, "Продажи", &[]).await;
            let other = gather(test, "Доставка", &[]).await;
            let mut tx = test.store.begin().await.unwrap();
            let taken = rename(&mut tx, other, "Продажи").await;
            assert!(matches!(taken, Err(Error::Taken { .. })), "{taken:?}");
        }
    }
}
