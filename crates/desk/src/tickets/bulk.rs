//! Many tickets changed at once: each by the rights and rules of one, all told of together, and taken back together.

use domain::ticket::Assigner;
use domain::{Actor, AgentId, At, BulkId, GroupId, Priority, Status, Ticket, TicketId};
use serde::{Deserialize, Serialize};
use store::{Tx, bulk, tickets};

use super::{TicketChange, change, deed};
use crate::{Desk, Refusal, Result, Thing, Why};

/// The most tickets changed at once.
pub const MOST_AT_ONCE: usize = 200;

/// What to change in each; what is absent stays.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct BulkChange {
    /// Where they stand, by name.
    pub status: Option<String>,
    /// Who works on them; `Some(None)`: nobody.
    pub assignee_id: Option<Option<AgentId>>,
    /// Whose job they are; `Some(None)`: no group's.
    pub group_id: Option<Option<GroupId>>,
    /// How soon, by name.
    pub priority: Option<String>,
    /// Labels to give.
    pub add_tags: Vec<String>,
    /// Labels to take away.
    pub remove_tags: Vec<String>,
}

impl BulkChange {
    /// Whether nothing is asked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn of(&self, ticket: &Ticket) -> TicketChange {
        let mut tags = ticket.tags.clone();
        tags.retain(|tag| !self.remove_tags.iter().any(|gone| gone.trim() == tag));
        tags.extend(self.add_tags.iter().cloned());
        let labelled = !self.add_tags.is_empty() || !self.remove_tags.is_empty();
        TicketChange {
            status: self.status.clone(),
            assignee_id: self.assignee_id,
            group_id: self.group_id,
            priority: self.priority.clone(),
            tags: labelled.then_some(tags),
            ..TicketChange::default()
        }
    }
}

/// What became of it.
#[derive(Debug)]
pub struct BulkDone {
    /// What to take it back by, when anything was changed.
    pub id: Option<BulkId>,
    /// Those that are different now.
    pub changed: Vec<TicketId>,
    /// Those that were so already.
    pub same: Vec<TicketId>,
    /// Those that were not changed, and why.
    pub refused: Vec<Left>,
}

/// A ticket that was left as it was.
#[derive(Debug)]
pub struct Left {
    /// Which.
    pub ticket: TicketId,
    /// Its number, when the asker may know it.
    pub number: Option<i64>,
    /// Why.
    pub why: Refusal,
}

/// A ticket before and after.
#[derive(Debug, Serialize, Deserialize)]
struct Deed {
    ticket: TicketId,
    was: Props,
    is: Props,
}

/// What a change of many can touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Props {
    status: Status,
    solved_at: Option<At>,
    assignee: Option<AgentId>,
    assigned_by: Assigner,
    group: Option<GroupId>,
    priority: Priority,
    tags: Vec<String>,
}

impl Props {
    fn of(ticket: &Ticket) -> Self {
        Self {
            status: ticket.status,
            solved_at: ticket.solved_at,
            assignee: ticket.assignee_id,
            assigned_by: ticket.assigned_by,
            group: ticket.group_id,
            priority: ticket.priority,
            tags: ticket.tags.clone(),
        }
    }
}

impl Desk {
    /// Changes many tickets. Those that cannot be changed stay as they are and stand in nobody's way.
    pub async fn change_tickets(
        &self,
        actor: &Actor,
        ids: &[TicketId],
        wanted: &BulkChange,
    ) -> Result<BulkDone> {
        deed::may_change(actor)?;
        let ids = each_once(ids)?;
        if wanted.is_empty() {
            return Err(Refusal::field("change", Why::Required));
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let mut done = Done::default();
        for id in ids {
            let Some(before) = done.hold(&mut tx, actor, id).await? else {
                continue;
            };
            let changed = change::apply(&mut tx, actor, &before, wanted.of(&before), now).await;
            done.note(&before, changed)?;
        }
        let done = done.keep(&mut tx, actor, now).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Takes a change of many tickets back: each property that nobody has changed since.
    pub async fn undo_bulk(&self, actor: &Actor, id: BulkId) -> Result<BulkDone> {
        deed::may_change(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let deeds: Option<Vec<Deed>> = bulk::find(&mut tx, id, actor.agent).await?;
        let deeds = deeds.ok_or(Refusal::NotFound(Thing::Bulk))?;
        bulk::forget(&mut tx, id).await?;
        let mut done = Done::default();
        for deed in deeds {
            let Some(before) = done.hold(&mut tx, actor, deed.ticket).await? else {
                continue;
            };
            let after = put_back(&before, &deed);
            let changed = if after == before && deed.was != deed.is {
                Err(Refusal::Changed)
            } else {
                change::write(&mut tx, actor, &before, after, now).await
            };
            done.note(&before, changed)?;
        }
        tx.commit().await?;
        Ok(done.told(None))
    }
}

/// The ticket as it was, as far as it is still what it was made.
fn put_back(now: &Ticket, deed: &Deed) -> Ticket {
    let (was, is) = (&deed.was, &deed.is);
    let mut ticket = now.clone();
    if now.status == is.status {
        ticket.status = was.status;
        ticket.solved_at = was.solved_at;
    }
    if now.assignee_id == is.assignee {
        ticket.assignee_id = was.assignee;
        ticket.assigned_by = was.assigned_by;
    }
    if now.group_id == is.group {
        ticket.group_id = was.group;
    }
    if now.priority == is.priority {
        ticket.priority = was.priority;
    }
    if now.tags == is.tags {
        ticket.tags.clone_from(&was.tags);
    }
    ticket
}

fn each_once(ids: &[TicketId]) -> Result<Vec<TicketId>> {
    let mut each = ids.to_vec();
    each.sort_unstable();
    each.dedup();
    if each.is_empty() {
        return Err(Refusal::field("ids", Why::Required));
    }
    if each.len() > MOST_AT_ONCE {
        let most = i64::try_from(MOST_AT_ONCE).unwrap_or(i64::MAX);
        return Err(Refusal::field("ids", Why::NotWithin(1, most)));
    }
    Ok(each)
}

/// What has been done so far.
#[derive(Default)]
struct Done {
    deeds: Vec<Deed>,
    same: Vec<TicketId>,
    refused: Vec<Left>,
}

impl Done {
    /// The ticket, held until the end, when the actor may change it.
    async fn hold(&mut self, tx: &mut Tx, actor: &Actor, id: TicketId) -> Result<Option<Ticket>> {
        let ticket = tickets::hold(tx, id).await?;
        let ticket = ticket.filter(|ticket| actor.reach.covers(ticket.channel_id));
        let (number, why) = match ticket {
            Some(ticket) if ticket.status == Status::Merged => {
                (Some(ticket.number), Refusal::field("status", Why::Merged))
            }
            Some(ticket) => return Ok(Some(ticket)),
            None => (None, Refusal::NotFound(Thing::Ticket)),
        };
        self.refused.push(Left {
            ticket: id,
            number,
            why,
        });
        Ok(None)
    }

    /// What became of one; a refusal that is not about this ticket ends it all.
    fn note(&mut self, before: &Ticket, changed: Result<Ticket>) -> Result<()> {
        match changed {
            Ok(after) if after == *before => self.same.push(before.id),
            Ok(after) => self.deeds.push(Deed {
                ticket: before.id,
                was: Props::of(before),
                is: Props::of(&after),
            }),
            Err(why @ (Refusal::Invalid(_) | Refusal::Changed)) => self.refused.push(Left {
                ticket: before.id,
                number: Some(before.number),
                why,
            }),
            Err(other) => return Err(other),
        }
        Ok(())
    }

    async fn keep(self, tx: &mut Tx, actor: &Actor, now: At) -> Result<BulkDone> {
        if self.deeds.is_empty() {
            return Ok(self.told(None));
        }
        let id = BulkId::at(now);
        bulk::keep(tx, id, actor.agent, &self.deeds, now).await?;
        for deed in &self.deeds {
            tickets::saw(tx, actor.agent, deed.ticket, now).await?;
        }
        Ok(self.told(Some(id)))
    }

    fn told(self, id: Option<BulkId>) -> BulkDone {
        BulkDone {
            id,
            changed: self.deeds.iter().map(|deed| deed.ticket).collect(),
            same: self.same,
            refused: self.refused,
        }
    }
}
