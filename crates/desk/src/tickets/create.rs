//! A ticket made by hand.

use domain::text::{Subject, many_lines, one_line};
use domain::ticket::Assigner;
use domain::timeline::Change;
use domain::{Actor, AgentId, ChannelId, ClientId, GroupId, Priority, Status, Ticket, TicketId};
use store::{Tx, tickets};

use super::{LONGEST_COMMENT, TicketView, comment, deed};
use crate::fault::{Faults, Why};
use crate::{Desk, Result};

/// What a new ticket is made of.
#[derive(Debug, Clone, Default)]
pub struct NewTicket {
    /// What it is about.
    pub subject: String,
    /// Whose.
    pub client_id: Option<ClientId>,
    /// Of which channel.
    pub channel_id: Option<ChannelId>,
    /// Who works on it.
    pub assignee_id: Option<AgentId>,
    /// Whose job it is when nobody's.
    pub group_id: Option<GroupId>,
    /// How soon, by name.
    pub priority: Option<String>,
    /// Labels.
    pub tags: Vec<String>,
    /// A first comment.
    pub text: Option<String>,
}

/// The longest label, in characters.
const LONGEST_TAG: usize = 50;
/// The most labels of a ticket.
const MOST_TAGS: usize = 30;

impl Desk {
    /// Makes a ticket.
    pub async fn create_ticket(&self, actor: &Actor, new: NewTicket) -> Result<TicketView> {
        deed::may_change(actor)?;
        let mut faults = Faults::none();
        let subject = faults.take("subject", Subject::parse(&new.subject));
        let priority = faults.take(
            "priority",
            priority(new.priority.as_deref().unwrap_or("normal")),
        );
        let tags = faults.take("tags", tags(&new.tags));
        let text = new.text.filter(|text| !text.trim().is_empty());
        let text = text.and_then(|text| faults.take("text", many_lines(&text, LONGEST_COMMENT)));
        let now = self.now();
        let mut tx = self.store.begin().await?;
        check_client(&mut tx, actor, new.client_id, &mut faults).await?;
        if new
            .channel_id
            .is_some_and(|id| !actor.reach.covers(Some(id)))
            || !channel_lives(&mut tx, new.channel_id).await?
        {
            faults.add("channel_id", Why::Unknown);
        }
        check_assignee(&mut tx, new.assignee_id, new.channel_id, &mut faults).await?;
        check_group(&mut tx, new.group_id, &mut faults).await?;
        faults.check()?;
        let (Some(subject), Some(priority), Some(tags)) = (subject, priority, tags) else {
            return Err(crate::Refusal::Inside("a checked form lost a field"));
        };
        let ticket = Ticket {
            id: TicketId::at(now),
            number: tickets::next_number(&mut tx).await?,
            subject,
            status: Status::Open,
            priority,
            channel_id: new.channel_id,
            client_id: new.client_id,
            assignee_id: new.assignee_id,
            assigned_by: Assigner::Hand,
            group_id: new.group_id,
            tags,
            opened_by_call: None,
            touched: true,
            merged_into: None,
            version: 1,
            created_at: now,
            updated_at: now,
            solved_at: None,
            reminder_at: None,
        };
        let ticket = Ticket {
            assigned_by: assigner(new.assignee_id),
            ..ticket
        };
        tickets::insert(&mut tx, &ticket).await?;
        let made = Change {
            field: "created".to_owned(),
            from: None,
            to: None,
        };
        deed::write_change(&mut tx, ticket.id, Some(actor), made, now).await?;
        deed::tell_assignee(&mut tx, actor, None, &ticket, now).await?;
        if let Some(text) = text {
            comment::write(&mut tx, actor, &ticket, &text, now).await?;
        }
        tx.commit().await?;
        self.ticket(actor, ticket.id).await
    }
}

/// Somebody chosen by hand stays; a ticket given to nobody may still go to who talks.
fn assigner(assignee: Option<AgentId>) -> Assigner {
    if assignee.is_some() {
        Assigner::Hand
    } else {
        Assigner::Call
    }
}

pub(super) fn priority(text: &str) -> std::result::Result<Priority, Why> {
    text.parse().map_err(|_| {
        Why::NotOneOf(
            Priority::ALL
                .iter()
                .map(|priority| priority.as_str())
                .collect(),
        )
    })
}

/// Labels without doubles, in their order.
pub(crate) fn tags(typed: &[String]) -> std::result::Result<Vec<String>, Why> {
    let mut tags: Vec<String> = Vec::new();
    for tag in typed.iter().filter(|tag| !tag.trim().is_empty()) {
        let tag = one_line(tag, LONGEST_TAG).map_err(Why::from)?;
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    if tags.len() > MOST_TAGS {
        Err(Why::NotWithin(0, MOST_TAGS as i64))
    } else {
        Ok(tags)
    }
}

pub(super) async fn check_client(
    tx: &mut Tx,
    actor: &Actor,
    id: Option<ClientId>,
    faults: &mut Faults,
) -> Result<()> {
    if let Some(id) = id
        && (store::clients::merged_into(tx, id).await?.is_some()
            || !store::clients::is_within(tx, id, &actor.reach).await?)
    {
        faults.add("client_id", Why::Unknown);
    }
    Ok(())
}

/// Only a group that is there can have the job.
pub(super) async fn check_group(
    tx: &mut Tx,
    id: Option<GroupId>,
    faults: &mut Faults,
) -> Result<()> {
    if let Some(id) = id
        && store::groups::find(tx, id).await?.is_none()
    {
        faults.add("group_id", Why::Unknown);
    }
    Ok(())
}

async fn channel_lives(tx: &mut Tx, id: Option<ChannelId>) -> Result<bool> {
    let Some(id) = id else { return Ok(true) };
    Ok(store::channels::find(tx, id)
        .await?
        .is_some_and(|channel| channel.deleted_at.is_none()))
}

/// Only somebody who can see the ticket can work on it.
pub(super) async fn check_assignee(
    tx: &mut Tx,
    id: Option<AgentId>,
    channel: Option<ChannelId>,
    faults: &mut Faults,
) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    let agent = store::agents::find(tx, id)
        .await?
        .filter(|agent| agent.active);
    let fits = match agent {
        Some(agent) => store::access::reach(tx, agent.id, agent.role)
            .await?
            .covers(channel),
        None => false,
    };
    if !fits {
        faults.add("assignee_id", Why::Unknown);
    }
    Ok(())
}
