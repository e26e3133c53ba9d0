//! Merging tickets: one goes into another with its calls, its timeline and its labels. It can be taken back.

use domain::timeline::Change;
use domain::{Actor, At, Decision, MergeId, Status, Ticket, TicketId};
use store::merges::{Merge, Moved, MovedCall};
use store::{Tx, calls, entries, merges, tickets};

use super::{TicketView, deed};
use crate::refusal::Clash;
use crate::{Desk, Refusal, Result, Thing, Why};

/// The most calls that go along; no ticket of people has more.
const MOST_CALLS: i64 = 10_000;

impl Desk {
    /// Puts a ticket into another: gives the other.
    pub async fn merge_tickets(
        &self,
        actor: &Actor,
        source: TicketId,
        target: TicketId,
    ) -> Result<TicketView> {
        deed::may_change(actor)?;
        if source == target {
            return Err(Refusal::Conflict(Clash::IntoItself));
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let (mut from, mut into) = both(&mut tx, actor, source, target).await?;
        deed::still_apart(&from)?;
        if into.status == Status::Merged || into.status == Status::Deleted {
            return Err(Refusal::field("into", Why::Unknown));
        }
        let held = calls::of_ticket(&mut tx, source, MOST_CALLS).await?;
        let foreign = |channel| into.channel_id.is_some_and(|its| its != channel);
        if from.channel_id.is_some_and(foreign) || held.iter().any(|call| foreign(call.channel_id))
        {
            return Err(Refusal::Conflict(Clash::OtherChannel));
        }
        let merge = Merge {
            id: MergeId::at(now),
            source,
            target,
            agent: actor.agent,
            moved: Moved {
                calls: move_calls(&mut tx, held, target).await?,
                entries: entries::ids_of_ticket(&mut tx, source).await?,
                tags: new_tags(&from, &into),
                client: from.client_id.filter(|_| into.client_id.is_none()),
                status: from.status,
                solved_at: from.solved_at,
                reminder_at: from.reminder_at,
            },
        };
        entries::move_all(&mut tx, source, target).await?;
        into.tags.extend(merge.moved.tags.iter().cloned());
        into.client_id = into.client_id.or(merge.moved.client);
        from.status = Status::Merged;
        from.merged_into = Some(target);
        from.solved_at = None;
        from.reminder_at = None;
        save(&mut tx, &mut from, now).await?;
        save(&mut tx, &mut into, now).await?;
        tell(
            &mut tx,
            actor,
            ["merged_into", "merged_from"],
            &from,
            &into,
            now,
        )
        .await?;
        merges::insert(&mut tx, &merge, now).await?;
        follow(&mut tx, [source, target], now).await?;
        tx.commit().await?;
        self.ticket(actor, target).await
    }

    /// Parts a ticket again from the one it went into: calls, timeline and labels are where they were. What was written in
    /// the other since stays there.
    pub async fn unmerge_ticket(&self, actor: &Actor, source: TicketId) -> Result<TicketView> {
        deed::may_change(actor)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        super::reachable(&mut tx, actor, source).await?;
        let merge = merges::of_source(&mut tx, source).await?;
        let merge = merge.ok_or(Refusal::Conflict(Clash::NotMerged))?;
        let (mut from, mut into) = both(&mut tx, actor, source, merge.target).await?;
        if from.status != Status::Merged || from.merged_into != Some(merge.target) {
            return Err(Refusal::Conflict(Clash::NotMerged));
        }
        if into.status == Status::Merged {
            return Err(Refusal::Conflict(Clash::MergedOn));
        }
        let moved = merge.moved;
        take_back_calls(&mut tx, &moved.calls, source, merge.target).await?;
        let all: Vec<_> = moved.calls.iter().map(|call| call.id).collect();
        entries::move_some(&mut tx, merge.target, source, &moved.entries, &all).await?;
        into.tags.retain(|tag| !moved.tags.contains(tag));
        if moved.client.is_some() && into.client_id == moved.client {
            into.client_id = None;
        }
        from.status = moved.status;
        from.merged_into = None;
        from.solved_at = moved.solved_at;
        from.reminder_at = moved.reminder_at.filter(|at| *at > now);
        save(&mut tx, &mut from, now).await?;
        save(&mut tx, &mut into, now).await?;
        super::reminder::put_off(&mut tx, None, &from, actor.agent, now).await?;
        tell(
            &mut tx,
            actor,
            ["unmerged_into", "unmerged_from"],
            &from,
            &into,
            now,
        )
        .await?;
        merges::undo(&mut tx, merge.id, now).await?;
        follow(&mut tx, [source, merge.target], now).await?;
        tx.commit().await?;
        self.ticket(actor, source).await
    }

    /// Tickets that people have merged into this one, by number.
    pub async fn merged_into(&self, actor: &Actor, id: TicketId) -> Result<Vec<i64>> {
        let mut conn = self.store.read().await?;
        super::reachable(&mut conn, actor, id).await?;
        let sources = merges::sources(&mut conn, id).await?;
        let numbers = tickets::numbers(&mut conn, &sources).await?;
        Ok(sources
            .iter()
            .filter_map(|id| numbers.get(id).copied())
            .collect())
    }
}

/// Both within reach and held, always in the same order, so that two people merging crosswise do not wait for each other.
async fn both(
    tx: &mut Tx,
    actor: &Actor,
    source: TicketId,
    target: TicketId,
) -> Result<(Ticket, Ticket)> {
    super::reachable(tx, actor, source).await?;
    let reached = super::reachable(tx, actor, target).await;
    reached.map_err(|_| Refusal::field("into", Why::Unknown))?;
    let mut ids = [source, target];
    ids.sort_unstable();
    let first = tickets::hold(tx, ids[0]).await?;
    let second = tickets::hold(tx, ids[1]).await?;
    let (Some(first), Some(second)) = (first, second) else {
        return Err(Refusal::NotFound(Thing::Ticket));
    };
    Ok(if first.id == source {
        (first, second)
    } else {
        (second, first)
    })
}

async fn move_calls(
    tx: &mut Tx,
    held: Vec<domain::Call>,
    target: TicketId,
) -> Result<Vec<MovedCall>> {
    let mut moved = Vec::with_capacity(held.len());
    for mut call in held {
        let why = call.decisions.iter().find(|why| why.about() == "ticket");
        moved.push(MovedCall {
            id: call.id,
            by_hand: call.moved_by_hand,
            why: why.cloned(),
        });
        put(
            tx,
            &mut call,
            target,
            true,
            Some(Decision::TicketByHand { ticket: target }),
        )
        .await?;
    }
    Ok(moved)
}

/// Refuses when somebody has put one of the calls elsewhere since: then it would not be as it was.
async fn take_back_calls(
    tx: &mut Tx,
    moved: &[MovedCall],
    source: TicketId,
    target: TicketId,
) -> Result<()> {
    for was in moved {
        let Some(mut call) = calls::hold(tx, was.id).await? else {
            continue;
        };
        if call.ticket_id != Some(target) {
            return Err(Refusal::Conflict(Clash::MovedOn));
        }
        put(tx, &mut call, source, was.by_hand, was.why.clone()).await?;
    }
    Ok(())
}

async fn put(
    tx: &mut Tx,
    call: &mut domain::Call,
    ticket: TicketId,
    by_hand: bool,
    why: Option<Decision>,
) -> Result<()> {
    call.ticket_id = Some(ticket);
    call.moved_by_hand = by_hand;
    call.version += 1;
    let place = call
        .decisions
        .iter()
        .position(|why| why.about() == "ticket");
    call.decisions.retain(|why| why.about() != "ticket");
    if let Some(why) = why {
        let place = place.unwrap_or(call.decisions.len());
        call.decisions.insert(place.min(call.decisions.len()), why);
    }
    Ok(calls::put(tx, call).await?)
}

fn new_tags(from: &Ticket, into: &Ticket) -> Vec<String> {
    let tags = from.tags.iter().filter(|tag| !into.tags.contains(tag));
    tags.cloned().collect()
}

async fn save(tx: &mut Tx, ticket: &mut Ticket, now: At) -> Result<()> {
    ticket.touched = true;
    ticket.updated_at = now.max(ticket.updated_at);
    if tickets::save(tx, ticket).await? {
        Ok(())
    } else {
        Err(Refusal::Changed)
    }
}

async fn tell(
    tx: &mut Tx,
    actor: &Actor,
    [gone, come]: [&str; 2],
    from: &Ticket,
    into: &Ticket,
    now: At,
) -> Result<()> {
    for (ticket, field, other) in [(from, gone, into), (into, come, from)] {
        let change = Change {
            field: field.to_owned(),
            from: None,
            to: Some(other.number.to_string()),
        };
        deed::write_change(tx, ticket.id, Some(actor), change, now).await?;
    }
    Ok(())
}

/// What a ticket takes from its calls follows them.
async fn follow(tx: &mut Tx, both: [TicketId; 2], now: At) -> Result<()> {
    for ticket in both {
        tickets::follow_calls(tx, ticket).await?;
        deed::assign_by_calls(tx, ticket, now).await?;
    }
    Ok(())
}
