//! What changes, told to somebody as it happens: names of things within their reach.

use futures_util::Stream;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;

use domain::{Actor, AgentId, Reach};
use store::{Change, Topic};

use crate::Desk;
use crate::secrets::hash;

/// Told when too much happened at once: look at everything anew.
pub const EVERYTHING: &str = "*";

impl Desk {
    /// Names of what changes from now on: `ticket:tkt_…`, `tickets`, `call:…`, … or [`EVERYTHING`].
    pub fn listen(&self, actor: &Actor) -> impl Stream<Item = Vec<String>> + Send + use<> {
        let (own, reach) = (actor.agent, actor.reach.clone());
        BroadcastStream::new(self.store.changes())
            .filter_map(move |change| names(change, own, &reach))
    }
}

fn names(
    change: Result<Change, BroadcastStreamRecvError>,
    own: AgentId,
    reach: &Reach,
) -> Option<Vec<String>> {
    match change {
        Ok(change) if !is_theirs(&change.topic, own) => None,
        Ok(change) => {
            let names = change.topic.names();
            let told = reach.covers(change.channel) && !names.is_empty();
            told.then(|| names.iter().map(|name| veiled(name)).collect())
        }
        Err(BroadcastStreamRecvError::Lagged(_)) => Some(vec![EVERYTHING.to_owned()]),
    }
}

/// A name as it goes out and as pages listen to it. Changes of clients are told to all, so that their ids are not: whoever
/// has no business with a client learns nothing from the name.
#[must_use]
pub fn veiled(name: &str) -> String {
    match name.strip_prefix("client:") {
        Some(id) => format!("client:{}", hex::encode(&hash(id)[..8])),
        None => name.to_owned(),
    }
}

/// What somebody was told is told to them alone.
fn is_theirs(topic: &Topic, own: AgentId) -> bool {
    match topic {
        Topic::Notices(agent) | Topic::Phone(agent) | Topic::Ring(Some(agent)) => *agent == own,
        Topic::Ticket(_)
        | Topic::Call(_)
        | Topic::Recording(_)
        | Topic::Transcript(_)
        | Topic::Client(_)
        | Topic::Channel(_)
        | Topic::Import(_)
        | Topic::Agents
        | Topic::Looking(_)
        | Topic::Missed
        | Topic::Ring(None)
        | Topic::Presence => true,
    }
}
