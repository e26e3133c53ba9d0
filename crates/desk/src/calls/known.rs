//! What is known of calls before they are told anew: asked for many of them at once.

use std::collections::{BTreeMap, HashMap};

use domain::{Call, CallEvent, CallId, ChannelId, Dial, DialId, NotificationId};
use store::{Tx, dials};

use crate::Result;

/// What is known of some calls, each held until the end of the transaction.
pub(super) struct Known(HashMap<(ChannelId, i64), SoFar>);

/// What is known of one call; of a new one nothing.
#[derive(Default)]
pub(super) struct SoFar {
    /// As it stands.
    pub(super) call: Option<Call>,
    /// What its notifications have said.
    pub(super) events: Vec<(NotificationId, CallEvent)>,
    /// How it was begun, when that was done from the desk.
    pub(super) dial: Option<Dial>,
}

impl Known {
    /// Asks for the calls of these sessions.
    pub(super) async fn of(
        tx: &mut Tx,
        sessions: impl IntoIterator<Item = (ChannelId, i64)>,
    ) -> Result<Self> {
        let mut by_channel: BTreeMap<ChannelId, Vec<i64>> = BTreeMap::new();
        for (channel, session) in sessions {
            by_channel.entry(channel).or_default().push(session);
        }
        let mut calls = Vec::new();
        let mut begun = HashMap::new();
        for (channel, sessions) in by_channel {
            for dial in dials::of_sessions(tx, channel, &sessions).await? {
                begun.extend(dial.session_id.map(|session| ((channel, session), dial)));
            }
            calls.extend(store::calls::hold_by_sessions(tx, channel, &sessions).await?);
        }
        let ids: Vec<CallId> = calls.iter().map(|call| call.id).collect();
        let mut events: HashMap<CallId, Vec<_>> = HashMap::with_capacity(ids.len());
        for (call, notification, event) in store::calls::events_of(tx, &ids).await? {
            events.entry(call).or_default().push((notification, event));
        }
        let mut known: HashMap<_, SoFar> = HashMap::with_capacity(calls.len());
        for call in calls {
            let so_far = known.entry((call.channel_id, call.session_id)).or_default();
            so_far.events = events.remove(&call.id).unwrap_or_default();
            so_far.call = Some(call);
        }
        for (name, dial) in begun {
            known.entry(name).or_default().dial = Some(dial);
        }
        Ok(Self(known))
    }

    /// Notes which calls the desk has begun by the names it gave them, where the PBX has not told their sessions yet.
    pub(super) async fn recognise(
        &mut self,
        tx: &mut Tx,
        mut named: Vec<(ChannelId, i64, DialId)>,
    ) -> Result<()> {
        named.retain(|(channel, session, _)| {
            let so_far = self.0.get(&(*channel, *session));
            so_far.is_none_or(|so_far| so_far.dial.is_none())
        });
        let ids: Vec<DialId> = named.iter().map(|(_, _, id)| *id).collect();
        for dial in dials::find_all(tx, &ids).await? {
            let its = |(channel, _, id): &&(ChannelId, i64, DialId)| {
                *id == dial.id && *channel == dial.channel_id
            };
            if let Some((channel, session, _)) = named.iter().find(its)
                && dial.session_id.is_none()
            {
                dials::begin(tx, dial.id, *session).await?;
                self.0.entry((*channel, *session)).or_default().dial = Some(dial);
            }
        }
        Ok(())
    }

    /// Hands over what is known of one.
    pub(super) fn take(&mut self, channel: ChannelId, session: i64) -> SoFar {
        self.0.remove(&(channel, session)).unwrap_or_default()
    }
}
