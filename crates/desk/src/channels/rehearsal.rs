//! A rehearsal of a ticket policy: what it would have made of the last 30 days' calls.

use std::collections::HashMap;

use domain::{Actor, CallId, Channel, ChannelId, RehearsalId, TicketPolicy};
use store::rehearsals::{self, Counts, Difference, Rehearsal};
use store::{Page, Slice};

use super::change::group_ids;
use super::seen::administered;
use super::{Around, PolicyForm};
use crate::calls::CallView;
use crate::fault::Faults;
use crate::jobs::{self, Work};
use crate::{Desk, Refusal, Result, Thing};

/// A call that would have gone elsewhere, as it is seen.
#[derive(Debug, Clone)]
pub struct Differing {
    /// What becomes of it by either policy.
    pub difference: Difference,
    /// The call, unless it is gone.
    pub call: Option<CallView>,
}

impl Desk {
    /// Has a policy be tried out on the channel's past calls; what is not typed is as it is now.
    pub async fn rehearse(
        &self,
        actor: &Actor,
        id: ChannelId,
        form: &PolicyForm,
    ) -> Result<Rehearsal> {
        let mut tx = self.store.begin().await?;
        let channel = administered(&mut tx, actor, id).await?;
        let groups = group_ids(&mut tx).await?;
        let now = self.now();
        let rehearsal = Rehearsal {
            id: RehearsalId::at(now),
            channel_id: id,
            asked_by: actor.agent,
            proposed: proposed(&channel, form, &groups)?,
            present: channel.policy,
            finished_at: None,
            done: 0,
            total: 0,
            counts: Counts::default(),
            since: now,
            created_at: now,
        };
        rehearsals::insert(&mut tx, &rehearsal).await?;
        let work = Work::RehearsePolicy {
            rehearsal: rehearsal.id,
        };
        jobs::enqueue(&mut tx, &work, now).await?;
        tx.commit().await?;
        self.bell.notify_one();
        Ok(rehearsal)
    }

    /// A rehearsal of a channel's policy, as far as it is.
    pub async fn rehearsal(
        &self,
        actor: &Actor,
        channel: ChannelId,
        id: RehearsalId,
    ) -> Result<Rehearsal> {
        let mut conn = self.store.read().await?;
        administered(&mut conn, actor, channel).await?;
        let found = rehearsals::find(&mut conn, id).await?;
        found
            .filter(|one| one.channel_id == channel)
            .ok_or(Refusal::NotFound(Thing::Rehearsal))
    }

    /// The calls that would have gone elsewhere, the latest first.
    pub async fn rehearsal_differences(
        &self,
        actor: &Actor,
        channel: ChannelId,
        id: RehearsalId,
        slice: Slice,
    ) -> Result<Page<Differing>> {
        self.rehearsal(actor, channel, id).await?;
        let mut conn = self.store.read().await?;
        let page = rehearsals::differences(&mut conn, id, slice).await?;
        drop(conn);
        let ids: Vec<CallId> = page.items.iter().map(|one| one.call).collect();
        let calls = self.calls_by_id(actor, &ids).await?;
        let mut calls: HashMap<CallId, CallView> =
            calls.into_iter().map(|view| (view.call.id, view)).collect();
        Ok(page.map(|difference| Differing {
            call: calls.remove(&difference.call),
            difference,
        }))
    }
}

fn proposed(
    channel: &Channel,
    form: &PolicyForm,
    groups: &[domain::GroupId],
) -> Result<TicketPolicy> {
    let mut faults = Faults::none();
    let around = Around {
        country: channel.country,
        groups,
    };
    let policy = form.read(&mut faults, channel.policy.clone(), &around);
    faults.check()?;
    Ok(policy)
}
