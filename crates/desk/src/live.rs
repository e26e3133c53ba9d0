//! What changes, told to somebody as it happens: names of things within their reach.

use futures_util::Stream;
use tokio_stream::StreamExt;
use tokio_stream::wrappers::BroadcastStream;
use tokio_stream::wrappers::errors::BroadcastStreamRecvError;

use domain::{Actor, Reach};
use store::Change;

use crate::Desk;

/// Told when too much happened at once: look at everything anew.
pub const EVERYTHING: &str = "*";

impl Desk {
    /// Names of what changes from now on: `ticket:tkt_…`, `tickets`, `call:…`, … or [`EVERYTHING`].
    pub fn listen(&self, actor: &Actor) -> impl Stream<Item = Vec<String>> + Send + use<> {
        let reach = actor.reach.clone();
        BroadcastStream::new(self.store.changes()).filter_map(move |change| names(change, &reach))
    }
}

fn names(change: Result<Change, BroadcastStreamRecvError>, reach: &Reach) -> Option<Vec<String>> {
    match change {
        Ok(change) => reach.covers(change.channel).then(|| change.topic.names()),
        Err(BroadcastStreamRecvError::Lagged(_)) => Some(vec![EVERYTHING.to_owned()]),
    }
}
