//! Calls: one call session of the provider, derived from the set of its notifications.

mod derive;
mod event;
mod facts;
mod life;
mod operator;
mod rings;
mod stance;

pub use derive::derive;
pub use event::{Aside, CallEvent, EventKind};
pub use facts::{Direction, Facts, Leg, Outcome, State, UnknownName};
pub use life::{Moment, Step, life};
pub use operator::Operator;
pub use rings::{rings_at, rings_at_groups};
pub use stance::{Stance, Steered, Turn};

use crate::{AgentId, At, CallId, ChannelId, ClientId, Decision, TicketId};

/// A call as the desk keeps it: what its notifications say, and what the desk decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Call {
    /// Its id.
    pub id: CallId,
    /// The channel it came by.
    pub channel_id: ChannelId,
    /// The provider's `call_session_id`.
    pub session_id: i64,
    /// What is known of it.
    pub facts: Facts,
    /// Whose call it is.
    pub client_id: Option<ClientId>,
    /// Where it stands.
    pub ticket_id: Option<TicketId>,
    /// The agent who talked or dialled.
    pub agent_id: Option<AgentId>,
    /// Whether a person put it into its ticket.
    pub moved_by_hand: bool,
    /// When it was closed because its end never came.
    pub lapsed_at: Option<At>,
    /// When its last notification arrived.
    pub last_notified_at: At,
    /// Why this client, this ticket, this agent.
    pub decisions: Vec<Decision>,
    /// Grows with each change.
    pub version: i64,
}

/// Whether a call session is one of the desk's own tests: providers count from one upwards.
#[must_use]
pub fn is_test_session(session: i64) -> bool {
    session < 0
}

impl Call {
    /// Whether it is a test of the channel, which concerns nobody.
    #[must_use]
    pub fn is_test(&self) -> bool {
        is_test_session(self.session_id)
    }
}
