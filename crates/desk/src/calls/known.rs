//! What is known of calls before they are told anew: asked for many of them at once.

use std::collections::{BTreeMap, HashMap};

use domain::{Call, CallEvent, CallId, ChannelId, NotificationId};
use store::Tx;

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
        for (channel, sessions) in by_channel {
            calls.extend(store::calls::hold_by_sessions(tx, channel, &sessions).await?);
        }
        let ids: Vec<CallId> = calls.iter().map(|call| call.id).collect();
        let mut events: HashMap<CallId, Vec<_>> = HashMap::with_capacity(ids.len());
        for (call, notification, event) in store::calls::events_of(tx, &ids).await? {
            events.entry(call).or_default().push((notification, event));
        }
        let so_far = |call: Call| {
            let events = events.remove(&call.id).unwrap_or_default();
            let name = (call.channel_id, call.session_id);
            let call = Some(call);
            (name, SoFar { call, events })
        };
        Ok(Self(calls.into_iter().map(so_far).collect()))
    }

    /// Hands over what is known of one.
    pub(super) fn take(&mut self, channel: ChannelId, session: i64) -> SoFar {
        self.0.remove(&(channel, session)).unwrap_or_default()
    }
}
