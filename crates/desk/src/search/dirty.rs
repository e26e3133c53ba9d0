//! What has changed and is not written into the index yet.

use std::collections::BTreeSet;

use domain::ClientId;
use store::search::Kind;
use store::{Change, Topic};
use uuid::Uuid;

/// Things that have changed, each once.
#[derive(Debug, Default)]
pub(super) struct Dirty {
    pub(super) clients: BTreeSet<ClientId>,
    pub(super) tickets: BTreeSet<Uuid>,
    pub(super) calls: BTreeSet<Uuid>,
}

impl Dirty {
    /// Notes a change; what nobody searches for is none.
    pub(super) fn note(&mut self, change: &Change) {
        match &change.topic {
            Topic::Ticket(id) => drop(self.tickets.insert(id.0)),
            Topic::Call(id) => drop(self.calls.insert(id.0)),
            Topic::Client(id) => drop(self.clients.insert(*id)),
            Topic::Channel(_)
            | Topic::Recording(_)
            | Topic::Transcript(_)
            | Topic::Agents
            | Topic::Notices(_)
            | Topic::Phone(_)
            | Topic::Presence
            | Topic::Ring(_)
            | Topic::Missed
            | Topic::Looking(_)
            | Topic::Import(_) => {}
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.clients.is_empty() && self.tickets.is_empty() && self.calls.is_empty()
    }

    /// All of it by kind, clients first: the tickets that bear their names come after them.
    pub(super) fn take(&mut self) -> [(Kind, Vec<Uuid>); 3] {
        let clients = std::mem::take(&mut self.clients);
        [
            (Kind::Client, clients.into_iter().map(|id| id.0).collect()),
            (
                Kind::Ticket,
                std::mem::take(&mut self.tickets).into_iter().collect(),
            ),
            (
                Kind::Call,
                std::mem::take(&mut self.calls).into_iter().collect(),
            ),
        ]
    }
}
