//! A batch: notifications read, gathered by the call they tell of, and kept together.

use std::collections::{BTreeMap, HashMap};

use domain::call::is_test_session;
use domain::notification::{Notification, Verdict};
use domain::{At, CallEvent, Channel, ChannelId, DialId, NotificationId};
use store::Tx;
use store::notifications::{self, Settled};
use telephony::hearing::{Heard, Place};

use super::super::known::Known;
use super::super::lore::Lore;
use super::super::tell::Story;
use super::super::told::Told;
use super::{call_lock, event_name, number_lock};
use crate::{Desk, Refusal, Result};

/// Notifications read, and gathered by the call they tell of.
pub(super) struct Batch {
    channels: HashMap<ChannelId, Channel>,
    told: BTreeMap<(ChannelId, i64), Vec<(Notification, CallEvent)>>,
    read: Vec<Read>,
}

/// What is written down of one notification.
struct Read {
    id: NotificationId,
    channel: ChannelId,
    at: At,
    /// What it was taken for when it was heard before.
    before: Option<String>,
    session: Option<i64>,
    heard: Heard,
}

impl Batch {
    /// Reads them all.
    pub(super) async fn read(tx: &mut Tx, waiting: Vec<Notification>) -> Result<Self> {
        let mut batch = Self {
            channels: HashMap::new(),
            told: BTreeMap::new(),
            read: Vec::new(),
        };
        for notification in waiting {
            let channel = batch.channel(tx, notification.channel_id).await?;
            let place = Place {
                country: channel.country,
                zone: channel.zone(),
            };
            let mut heard = telephony::hear(&notification, &place);
            let call = heard.call.take();
            batch.read.push(Read {
                id: notification.id,
                channel: notification.channel_id,
                at: notification.received_at,
                before: notification.event.clone(),
                session: call.as_ref().map(|(session, _)| *session),
                heard,
            });
            if let Some((session, event)) = call {
                let told = batch
                    .told
                    .entry((notification.channel_id, session))
                    .or_default();
                told.push((notification, event));
            }
        }
        Ok(batch)
    }

    async fn channel(&mut self, tx: &mut Tx, id: ChannelId) -> Result<&Channel> {
        match self.channels.entry(id) {
            std::collections::hash_map::Entry::Occupied(known) => Ok(known.into_mut()),
            std::collections::hash_map::Entry::Vacant(place) => {
                let channel = store::channels::find(tx, id).await?;
                Ok(place
                    .insert(channel.ok_or(Refusal::Inside("a notification without its channel"))?))
            }
        }
    }

    /// Tells each call anew, then writes down what became of each notification.
    pub(super) async fn keep(self, desk: &Desk, tx: &mut Tx) -> Result<()> {
        self.hold_names(tx).await?;
        let mut known = Known::of(tx, self.told.keys().copied()).await?;
        known.recognise(tx, self.named_by_us()).await?;
        let lore = Lore::default();
        let mut all = Told::default();
        for ((channel, session), told) in self.told {
            let Some(channel) = self.channels.get(&channel) else {
                continue;
            };
            let so_far = known.take(channel.id, session);
            let mut story = Story::begin(desk, channel, &lore, session, so_far);
            story.add(told);
            all.add(story.tell(tx).await?);
        }
        all.follow(tx, desk.now()).await?;
        tally(tx, &self.read).await?;
        for read in self.read {
            read.settle(tx).await?;
        }
        Ok(())
    }

    /// Calls that bear a name which the desk gave them.
    fn named_by_us(&self) -> Vec<(ChannelId, i64, DialId)> {
        let told = self.told.iter().flat_map(|((channel, session), told)| {
            let names = told
                .iter()
                .filter_map(|(_, event)| event.external_id.as_ref());
            names.map(|name| (*channel, *session, name.parse()))
        });
        told.filter_map(|(channel, session, id)| Some((channel, session, id.ok()?)))
            .collect()
    }

    /// Holds the calls and the clients' numbers of this batch against other nodes, always in the same order.
    async fn hold_names(&self, tx: &mut Tx) -> Result<()> {
        let calls = self
            .told
            .keys()
            .map(|(channel, session)| call_lock(*channel, *session));
        let numbers = self.told.values().flatten().filter_map(|(_, event)| {
            let number = event.client.as_ref()?.phone()?;
            Some(number_lock(number))
        });
        let mut names: Vec<i64> = calls.chain(numbers).collect();
        names.sort_unstable();
        names.dedup();
        Ok(tx.hold_all(&names).await?)
    }
}

/// Counts arrivals by event, always in the same order, so that nodes never wait for each other in a circle.
async fn tally(tx: &mut Tx, read: &[Read]) -> Result<()> {
    let mut by_event: BTreeMap<(ChannelId, String), Vec<&Read>> = BTreeMap::new();
    // Tests do not say whether the provider's own notifications arrive.
    let real = |read: &&Read| !read.session.is_some_and(is_test_session);
    for read in read.iter().filter(real) {
        let event = event_name(read.heard.event.as_deref());
        // Heard again it is the same arrival, unless it is understood as something else now.
        if read.before.as_ref() != Some(&event) {
            by_event
                .entry((read.channel, event))
                .or_default()
                .push(read);
        }
    }
    for ((channel, event), arrivals) in by_event {
        for run in arrivals.chunk_by(|one, next| one.heard.faulty == next.heard.faulty) {
            let (Some(last), times) = (run.last(), i64::try_from(run.len()).unwrap_or(i64::MAX))
            else {
                continue;
            };
            store::channels::count_event(tx, channel, &event, last.at, times, last.heard.faulty)
                .await?;
        }
    }
    Ok(())
}

impl Read {
    async fn settle(self, tx: &mut Tx) -> Result<()> {
        let verdict = match (self.session, self.heard.readable) {
            (Some(_), _) => Verdict::Heard,
            (None, true) => Verdict::Aside,
            (None, false) => Verdict::Unreadable,
        };
        let event = event_name(self.heard.event.as_deref());
        if self.before.is_some() && verdict != Verdict::Heard {
            store::calls::remove_event(tx, self.id).await?;
        }
        let settled = Settled {
            id: self.id,
            verdict,
            event: Some(event),
            session_id: self.session,
            findings: self.heard.findings,
            error: None,
        };
        Ok(notifications::settle(tx, settled).await?)
    }
}
