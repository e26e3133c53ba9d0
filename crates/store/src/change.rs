//! What changed, told after the commit to all nodes: browsers then re-fetch what they show, with their own rights.

use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

use domain::{AgentId, CallId, ChannelId, ClientId, ImportId, TicketId};

use crate::lookers::{Look, Lookers};

/// Something that changed, and the channel whose people may hear of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// What.
    pub topic: Topic,
    /// Only those who reach this channel are told; nobody's channel is everybody's.
    pub channel: Option<ChannelId>,
}

/// The name of [`Topic::Ring`]: whoever it rings at cannot wait.
pub const RING: &str = "ring";

/// A thing that pages show.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// A ticket and its timeline.
    Ticket(TicketId),
    /// A call.
    Call(CallId),
    /// How far a recording of this call is on its way.
    Recording(CallId),
    /// How far the transcript of a call is.
    Transcript(CallId),
    /// A client.
    Client(ClientId),
    /// A channel's settings, tokens or notifications.
    Channel(ChannelId),
    /// A table of clients on its way in.
    Import(ImportId),
    /// Agents and groups.
    Agents,
    /// What this agent was told; nobody else hears of it.
    Notices(AgentId),
    /// The call that this agent is in; nobody else hears of it.
    Phone(AgentId),
    /// A call rings at this agent, or no longer; nobody: at everybody who works in its channel.
    Ring(Option<AgentId>),
    /// Who was missed and waits to be called back.
    Missed,
    /// Who is here and what they do.
    Presence,
    /// Somebody looks at a ticket, or no longer.
    Looking(Look),
}

impl Topic {
    /// The names a page may listen to: the thing itself and the list it stands in.
    #[must_use]
    pub fn names(&self) -> Vec<String> {
        match self {
            Self::Ticket(id) => vec![format!("ticket:{id}"), "tickets".to_owned()],
            Self::Call(id) => vec![format!("call:{id}"), "calls".to_owned()],
            Self::Recording(call) => vec![format!("call:{call}")],
            Self::Transcript(id) => vec![format!("transcript:{id}")],
            Self::Client(id) => vec![format!("client:{id}"), "clients".to_owned()],
            Self::Channel(id) => vec![format!("channel:{id}"), "channels".to_owned()],
            Self::Import(id) => vec![format!("import:{id}")],
            Self::Agents => vec!["agents".to_owned()],
            Self::Notices(_) => vec!["notices".to_owned()],
            Self::Phone(_) => vec!["phone".to_owned()],
            Self::Ring(_) => vec![RING.to_owned()],
            Self::Missed => vec!["missed".to_owned()],
            Self::Presence => vec!["presence".to_owned()],
            Self::Looking(look) if look.news => vec![format!("looking:{}", look.ticket)],
            Self::Looking(_) => Vec::new(),
        }
    }
}

/// How many changes a slow listener may lag behind before it is told to look at everything anew.
const LAG: usize = 4096;
/// PostgreSQL takes 8000 bytes in a notification; a change has under 200.
const CHANGES_A_PAYLOAD: usize = 30;

/// Tells listeners of this node, by way of PostgreSQL those of all nodes.
#[derive(Debug, Clone)]
pub(crate) struct Announcer {
    local: broadcast::Sender<Change>,
    by_database: bool,
    pub(crate) lookers: Lookers,
}

impl Announcer {
    pub(crate) fn new(by_database: bool) -> Self {
        Self {
            local: broadcast::Sender::new(LAG),
            by_database,
            lookers: Lookers::default(),
        }
    }

    pub(crate) fn listen(&self) -> broadcast::Receiver<Change> {
        self.local.subscribe()
    }

    /// Whether the database carries what changes to the nodes.
    pub(crate) fn is_by_database(&self) -> bool {
        self.by_database
    }

    /// What to hand to the database before the commit.
    pub(crate) fn payloads(&self, changes: &[Change]) -> Vec<String> {
        if !self.by_database {
            return Vec::new();
        }
        changes
            .chunks(CHANGES_A_PAYLOAD)
            .filter_map(|some| serde_json::to_string(some).ok())
            .collect()
    }

    /// After the commit: the database tells its nodes itself.
    pub(crate) fn committed(&self, changes: Vec<Change>) {
        if !self.by_database {
            self.tell(changes);
        }
    }

    /// Passes on what another node, or this one through the database, has told.
    pub(crate) fn tell(&self, changes: Vec<Change>) {
        for change in changes {
            if let Topic::Looking(look) = &change.topic {
                self.lookers.note(look);
            }
            // Nobody listening is not an error.
            let _ = self.local.send(change);
        }
    }
}
