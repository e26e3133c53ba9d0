//! Changing a ticket: what changed is told in its timeline, and nobody overwrites anybody unseen.

use domain::text::Subject;
use domain::ticket::Assigner;
use domain::timeline::Change;
use domain::{Actor, AgentId, At, ClientId, GroupId, Status, Ticket, TicketId};
use store::{Tx, tickets};

use super::{TicketView, create, deed, reminder};
use crate::fault::{Faults, Why};
use crate::{Desk, Refusal, Result};

/// What to change; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct TicketChange {
    /// Where it stands, by name.
    pub status: Option<String>,
    /// Who works on it; `Some(None)`: nobody.
    pub assignee_id: Option<Option<AgentId>>,
    /// Whose job it is when nobody's; `Some(None)`: no group's.
    pub group_id: Option<Option<GroupId>>,
    /// Labels.
    pub tags: Option<Vec<String>>,
    /// How soon, by name.
    pub priority: Option<String>,
    /// What it is about.
    pub subject: Option<String>,
    /// Whose; `Some(None)`: nobody's.
    pub client_id: Option<Option<ClientId>>,
    /// When somebody has to be reminded of it; `Some(None)`: never.
    pub reminder_at: Option<Option<At>>,
}

impl Desk {
    /// Changes a ticket. With `version` only when it is still that one; otherwise the last writer wins field by field.
    pub async fn change_ticket(
        &self,
        actor: &Actor,
        id: TicketId,
        change: TicketChange,
        version: Option<i64>,
    ) -> Result<TicketView> {
        deed::may_change(actor)?;
        let mut tx = self.store.begin().await?;
        let before = super::reachable(&mut tx, actor, id).await?;
        if version.is_some_and(|version| version != before.version) {
            return Err(Refusal::Changed);
        }
        apply(&mut tx, actor, &before, change, self.now()).await?;
        tx.commit().await?;
        self.ticket(actor, id).await
    }
}

/// Changes a ticket of which the actor is known to reach it; the ticket as it is then.
pub(super) async fn apply(
    tx: &mut Tx,
    actor: &Actor,
    before: &Ticket,
    change: TicketChange,
    now: At,
) -> Result<Ticket> {
    deed::still_apart(before)?;
    let after = changed(tx, actor, before, change, now).await?;
    write(tx, actor, before, after, now).await
}

/// Writes a ticket that a person has changed, with what its timeline tells of it.
pub(super) async fn write(
    tx: &mut Tx,
    actor: &Actor,
    before: &Ticket,
    mut after: Ticket,
    now: At,
) -> Result<Ticket> {
    if after == *before {
        return Ok(after);
    }
    after.touched = true;
    after.updated_at = now.max(before.updated_at);
    if after.status == Status::New && before.status == Status::New {
        after.status = Status::Open;
    }
    if !tickets::save(tx, &mut after).await? {
        return Err(Refusal::Changed);
    }
    tell(tx, actor, before, &after, now).await?;
    deed::tell_assignee(tx, actor, before.assignee_id, &after, now).await?;
    reminder::put_off(tx, before.reminder_at, &after, actor.agent, now).await?;
    Ok(after)
}

async fn changed(
    tx: &mut Tx,
    actor: &Actor,
    before: &Ticket,
    change: TicketChange,
    now: At,
) -> Result<Ticket> {
    let mut faults = Faults::none();
    let mut after = before.clone();
    if let Some(status) = change
        .status
        .and_then(|text| faults.take("status", status(&text)))
    {
        after.status = status;
        after.solved_at = match status {
            Status::Solved => before.solved_at.or(Some(now)),
            Status::New
            | Status::Open
            | Status::Pending
            | Status::OnHold
            | Status::Closed
            | Status::Spam
            | Status::Deleted
            | Status::Merged => None,
        };
    }
    if let Some(assignee) = change.assignee_id {
        create::check_assignee(tx, assignee, before.channel_id, &mut faults).await?;
        after.assignee_id = assignee;
        after.assigned_by = Assigner::Hand;
    }
    if let Some(group) = change.group_id {
        create::check_group(tx, group, &mut faults).await?;
        after.group_id = group;
    }
    if let Some(tags) = change
        .tags
        .and_then(|typed| faults.take("tags", create::tags(&typed)))
    {
        after.tags = tags;
    }
    if let Some(priority) = change
        .priority
        .and_then(|text| faults.take("priority", create::priority(&text)))
    {
        after.priority = priority;
    }
    if let Some(subject) = change
        .subject
        .and_then(|text| faults.take("subject", Subject::parse(&text)))
    {
        after.subject = subject;
    }
    if let Some(client) = change.client_id {
        create::check_client(tx, actor, client, &mut faults).await?;
        after.client_id = client;
    }
    if let Some(at) = change.reminder_at {
        if at.is_some_and(|at| at <= now) && at != before.reminder_at {
            faults.add("reminder_at", Why::Past);
        }
        after.reminder_at = at;
    }
    faults.check()?;
    Ok(after)
}

fn status(text: &str) -> std::result::Result<Status, Why> {
    let known = || {
        Why::NotOneOf(
            Status::SETTABLE
                .iter()
                .map(|status| status.as_str())
                .collect(),
        )
    };
    let status: Status = text.parse().map_err(|_| known())?;
    if Status::SETTABLE.contains(&status) {
        Ok(status)
    } else {
        Err(known())
    }
}

/// Writes each changed property into the timeline.
async fn tell(tx: &mut Tx, actor: &Actor, before: &Ticket, after: &Ticket, now: At) -> Result<()> {
    let [was, is] = deed::agent_names(tx, [before.assignee_id, after.assignee_id]).await?;
    let clients = [before.client_id, after.client_id].into_iter().flatten();
    let names = crate::calls::named_clients(tx, clients).await?;
    let client = |id: Option<ClientId>| {
        id.and_then(|id| names.get(&id))
            .map(|client| client.name.clone())
    };
    let groups = [before.group_id, after.group_id];
    let [group_was, group_is] = deed::group_names(tx, groups).await?;
    let tags = |ticket: &Ticket| (!ticket.tags.is_empty()).then(|| ticket.tags.join(", "));
    let word = |text: &str| Some(text.to_owned());
    let moment = |ticket: &Ticket| ticket.reminder_at.map(|at| at.to_string());
    let all = [
        (
            "status",
            word(before.status.as_str()),
            word(after.status.as_str()),
        ),
        ("assignee", was, is),
        ("group", group_was, group_is),
        (
            "priority",
            word(before.priority.as_str()),
            word(after.priority.as_str()),
        ),
        (
            "subject",
            word(before.subject.as_str()),
            word(after.subject.as_str()),
        ),
        ("tags", tags(before), tags(after)),
        ("client", client(before.client_id), client(after.client_id)),
        ("reminder", moment(before), moment(after)),
    ];
    for (field, from, to) in all.into_iter().filter(|(_, from, to)| from != to) {
        let change = Change {
            field: field.to_owned(),
            from,
            to,
        };
        deed::write_change(tx, after.id, Some(actor), change, now).await?;
    }
    Ok(())
}
