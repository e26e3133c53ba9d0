//! Small deeds that several verbs do to a ticket.

use domain::text::Subject;
use domain::ticket::Assigner;
use domain::timeline::{Author, Change};
use domain::{Actor, AgentId, At, Entry, EntryId, EntryKind, GroupId, Status, Ticket, TicketId};
use store::{Conn, Tx, tickets};

use crate::calls::NamedAgent;
use crate::notices::{self, Notice};
use crate::refusal::Clash;
use crate::{Denied, Refusal, Result};

/// Internal employees comment; they change nothing.
pub(crate) fn may_change(actor: &Actor) -> Result<()> {
    match actor.role {
        domain::Role::Admin | domain::Role::Supervisor | domain::Role::Agent => Ok(()),
        domain::Role::Internal => Err(Refusal::NotAllowed(Denied::InternalOnly)),
    }
}

/// A ticket that went into another is changed and written in there.
pub(crate) fn still_apart(ticket: &Ticket) -> Result<()> {
    match ticket.merged_into {
        Some(_) => Err(Refusal::Conflict(Clash::Merged)),
        None => Ok(()),
    }
}

/// Writes what the desk itself changes, never labels. Nobody else can have changed it: the row was read in this transaction.
pub(crate) async fn save_by_desk(tx: &mut Tx, ticket: &mut Ticket) -> Result<()> {
    if tickets::save_as_labelled(tx, ticket).await? {
        return Ok(());
    }
    // On PostgreSQL a person may have been quicker; the whole batch is heard again.
    Err(Refusal::Changed)
}

/// Marks a ticket as changed by a person, and new ones as open.
pub(crate) async fn touch(tx: &mut Tx, id: TicketId, now: At) -> Result<()> {
    let Some(mut ticket) = tickets::hold(tx, id).await? else {
        return Ok(());
    };
    ticket.touched = true;
    if ticket.status == Status::New {
        ticket.status = Status::Open;
    }
    ticket.updated_at = now.max(ticket.updated_at);
    save_by_desk(tx, &mut ticket).await
}

/// Assigns a ticket to the agent of its latest call, unless a person has assigned it.
pub(crate) async fn assign_by_calls(tx: &mut Tx, id: TicketId, now: At) -> Result<()> {
    let Some(mut ticket) = tickets::hold(tx, id).await? else {
        return Ok(());
    };
    if ticket.assigned_by == Assigner::Hand {
        return Ok(());
    }
    let agent = store::calls::latest_agent(tx, id).await?;
    if agent != ticket.assignee_id {
        ticket.assignee_id = agent;
        ticket.updated_at = now.max(ticket.updated_at);
        save_by_desk(tx, &mut ticket).await?;
    }
    Ok(())
}

/// Writes a change into the timeline; by nobody when the desk did it.
pub(crate) async fn write_change(
    tx: &mut Tx,
    ticket: TicketId,
    by: Option<&Actor>,
    change: Change,
    now: At,
) -> Result<()> {
    let entry = Entry {
        id: EntryId::at(now),
        ticket_id: ticket,
        kind: EntryKind::Change,
        at: now,
        author: by.map(|actor| Author {
            id: actor.agent,
            name: actor.name.clone(),
        }),
        text: None,
        fields: serde_json::to_value(change)
            .map_err(|_| Refusal::Inside("a change could not be written"))?,
        call_id: None,
        edited_at: None,
    };
    Ok(store::entries::insert(tx, &entry, now).await?)
}

/// Tells whoever was given the ticket by somebody else.
pub(crate) async fn tell_assignee(
    tx: &mut Tx,
    by: &Actor,
    before: Option<AgentId>,
    ticket: &Ticket,
    now: At,
) -> Result<()> {
    let given = ticket.assignee_id.filter(|to| Some(*to) != before);
    let Some(to) = given.filter(|to| *to != by.agent) else {
        return Ok(());
    };
    let notice = Notice::Assigned {
        ticket: ticket.id,
        by: by.agent,
    };
    notices::tell(tx, &[to], &notice, now).await
}

/// The names of these agents, for history.
pub(crate) async fn agent_names<const N: usize>(
    conn: &mut Conn,
    ids: [Option<AgentId>; N],
) -> Result<[Option<String>; N]> {
    let all = crate::calls::named_agents(conn).await?;
    Ok(ids.map(|id| {
        id.and_then(|id| all.get(&id))
            .map(|NamedAgent { name, .. }| name.clone())
    }))
}

/// The names of these groups, for history.
pub(crate) async fn group_names<const N: usize>(
    conn: &mut Conn,
    ids: [Option<GroupId>; N],
) -> Result<[Option<String>; N]> {
    if ids.iter().all(Option::is_none) {
        return Ok(ids.map(|_| None));
    }
    let all = store::groups::list(conn).await?;
    let name = |id: GroupId| all.iter().find(|group| group.id == id);
    Ok(ids.map(|id| id.and_then(name).map(|group| group.name.clone())))
}

/// The short numbers of these tickets, for history.
pub(crate) async fn numbers_of<const N: usize>(
    conn: &mut Conn,
    ids: [Option<TicketId>; N],
) -> Result<[Option<String>; N]> {
    let asked: Vec<TicketId> = ids.iter().flatten().copied().collect();
    let numbers = tickets::numbers(conn, &asked).await?;
    Ok(ids.map(|id| id.and_then(|id| numbers.get(&id)).map(i64::to_string)))
}

/// A subject where none can be made.
pub(crate) fn untitled() -> Subject {
    Subject::dash()
}
