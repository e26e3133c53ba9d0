//! Groups: agents who are let into channels together.

use domain::text::one_line;
use domain::{Actor, AgentId, Group, GroupId};
use store::{Conn, agents, groups};

use super::LONGEST_NAME;
use crate::audit::{Deed, Fields, Kind, Subject, record};
use crate::fault::{Faults, read_ids};
use crate::refusal::free_name;
use crate::rights::{admins_only, supervisors_only};
use crate::{Desk, Refusal, Result, Thing, Why};

/// A group that is to be, as typed.
#[derive(Debug, Clone, Default)]
pub struct NewGroup {
    /// Its name.
    pub name: String,
    /// Ids of its members.
    pub members: Vec<String>,
}

/// What is to be different, as typed; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct GroupChange {
    /// Its name.
    pub name: Option<String>,
    /// Ids of all its members.
    pub members: Option<Vec<String>>,
}

impl Desk {
    /// All groups by name: for administrators and supervisors.
    pub async fn groups(&self, actor: &Actor) -> Result<Vec<Group>> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        Ok(groups::list(&mut conn).await?)
    }

    /// One of them.
    pub async fn group(&self, actor: &Actor, id: GroupId) -> Result<Group> {
        supervisors_only(actor)?;
        let mut conn = self.store.read().await?;
        let group = groups::find(&mut conn, id).await?;
        group.ok_or(Refusal::NotFound(Thing::Group))
    }

    /// Gathers agents into a new group.
    pub async fn create_group(&self, actor: &Actor, new: &NewGroup) -> Result<Group> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let mut faults = Faults::none();
        let name = faults.take("name", one_line(&new.name, LONGEST_NAME));
        if let Some(name) = &name {
            read_free(&mut faults, &mut tx, name, None).await?;
        }
        let members = read_members(&mut faults, &mut tx, &new.members).await?;
        faults.check()?;
        let now = self.now();
        let group = Group {
            id: GroupId::at(now),
            name: name.unwrap_or_default(),
            members,
        };
        free_name(groups::insert(&mut tx, &group, now).await)?;
        let names = names_of(&mut tx, &group.members).await?;
        let fields = Fields::none().is("members", names);
        record(&mut tx, actor, Deed::Created, subject(&group), fields, now).await?;
        tx.commit().await?;
        Ok(group)
    }

    /// Gives a group another name or other members.
    pub async fn change_group(
        &self,
        actor: &Actor,
        id: GroupId,
        change: &GroupChange,
    ) -> Result<Group> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let group = groups::find(&mut tx, id).await?;
        let mut group = group.ok_or(Refusal::NotFound(Thing::Group))?;
        let before = group.clone();
        let mut faults = Faults::none();
        if let Some(typed) = &change.name
            && let Some(name) = faults.take("name", one_line(typed, LONGEST_NAME))
        {
            read_free(&mut faults, &mut tx, &name, Some(id)).await?;
            group.name = name;
        }
        if let Some(typed) = &change.members {
            group.members = read_members(&mut faults, &mut tx, typed).await?;
        }
        faults.check()?;
        free_name(groups::rename(&mut tx, id, &group.name).await)?;
        groups::set_members(&mut tx, id, &group.members).await?;
        let was = names_of(&mut tx, &before.members).await?;
        let is = names_of(&mut tx, &group.members).await?;
        let fields = Fields::none()
            .changed("name", &before.name, &group.name)
            .changed("members", was, is);
        record(
            &mut tx,
            actor,
            Deed::Changed,
            subject(&group),
            fields,
            self.now(),
        )
        .await?;
        tx.commit().await?;
        Ok(group)
    }

    /// Takes a group away, and with it what its members reached through it.
    pub async fn delete_group(&self, actor: &Actor, id: GroupId) -> Result<()> {
        admins_only(actor)?;
        let mut tx = self.store.begin().await?;
        let group = groups::find(&mut tx, id).await?;
        let group = group.ok_or(Refusal::NotFound(Thing::Group))?;
        groups::delete(&mut tx, id).await?;
        let deed = Deed::Deleted;
        record(
            &mut tx,
            actor,
            deed,
            subject(&group),
            Fields::none(),
            self.now(),
        )
        .await?;
        Ok(tx.commit().await?)
    }
}

fn subject(group: &Group) -> Subject {
    Subject::new(Kind::Group, group.id, &group.name)
}

/// Who is in it, for history.
async fn names_of(conn: &mut Conn, ids: &[AgentId]) -> Result<String> {
    let all = agents::names(conn).await?;
    let mut names: Vec<&str> = all
        .iter()
        .filter(|(id, _)| ids.contains(id))
        .map(|(_, name)| name.as_str())
        .collect();
    names.sort_unstable();
    Ok(names.join(", "))
}

async fn read_free(
    faults: &mut Faults,
    conn: &mut Conn,
    name: &str,
    own: Option<GroupId>,
) -> Result<()> {
    let all = groups::list(conn).await?;
    if all
        .iter()
        .any(|group| group.name == name && Some(group.id) != own)
    {
        faults.add("name", Why::Taken);
    }
    Ok(())
}

async fn read_members(
    faults: &mut Faults,
    conn: &mut Conn,
    typed: &[String],
) -> Result<Vec<AgentId>> {
    let known: Vec<AgentId> = agents::list(conn).await?.iter().map(|a| a.id).collect();
    Ok(read_ids(faults, "members", typed, &known))
}
