//! The decision trace of a call: why this client, this ticket, this agent.

use serde::{Deserialize, Serialize};

use crate::routing::RouteReason;
use crate::{AgentId, ClientId, TicketId};

/// One decision, with what it rested on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "because", rename_all = "snake_case")]
pub enum Decision {
    /// The only client with this number.
    ClientKnown {
        /// Who.
        client: ClientId,
    },
    /// Several clients share the number; the one last in contact was taken.
    ClientShared {
        /// Who was taken.
        client: ClientId,
        /// Who else has it.
        others: Vec<ClientId>,
    },
    /// Several clients share the number; the one whom a person chose the last time was taken.
    ClientLearned {
        /// Who was taken.
        client: ClientId,
        /// Who else has it.
        others: Vec<ClientId>,
    },
    /// A person said whose call it is.
    ClientByHand {
        /// Who.
        client: ClientId,
    },
    /// The call was begun from the desk for this client.
    ClientDialled {
        /// Who.
        client: ClientId,
    },
    /// Nobody had the number: a client was made.
    ClientMade {
        /// Who.
        client: ClientId,
    },
    /// The number is hidden.
    NumberWithheld,
    /// The other party is inside the PBX.
    NumberInside,
    /// No notification told the client's number.
    NumberUnknown,
    /// A test of the channel: it is nobody's.
    TestCall,
    /// The policy asks for no ticket.
    TicketNotWanted,
    /// The client's open ticket took the call.
    TicketJoined {
        /// Which.
        ticket: TicketId,
    },
    /// The client's solved ticket was opened again.
    TicketReopened {
        /// Which.
        ticket: TicketId,
    },
    /// A ticket was made.
    TicketMade {
        /// Which.
        ticket: TicketId,
    },
    /// The client's calls are spam: the ticket for them took the call, or was made so.
    TicketSpam {
        /// Which.
        ticket: TicketId,
    },
    /// The call was begun from this ticket.
    TicketDialled {
        /// Which.
        ticket: TicketId,
    },
    /// A person put the call where it is.
    TicketByHand {
        /// Which.
        ticket: TicketId,
    },
    /// The operator is this agent.
    AgentMatched {
        /// Who.
        agent: AgentId,
        /// By this ID.
        operator_id: String,
    },
    /// This agent began the call from the desk.
    AgentDialled {
        /// Who.
        agent: AgentId,
    },
    /// Several agents have this operator ID; the virtual number told them apart.
    AgentByNumber {
        /// Who.
        agent: AgentId,
        /// By this ID.
        operator_id: String,
    },
    /// Several agents have this operator ID and the number does not tell them apart.
    AgentAmbiguous {
        /// Who they are.
        agents: Vec<AgentId>,
        /// By this ID.
        operator_id: String,
    },
    /// No agent with access to the channel has this operator ID.
    AgentUnknown {
        /// This ID.
        operator_id: String,
    },
    /// Nobody has talked.
    NobodyTalked,
    /// The PBX asked, and was told to ring at this agent.
    RoutedTo {
        /// Who.
        agent: AgentId,
        /// Why at them.
        why: RouteReason,
    },
    /// The ticket was assigned by a person and stays so.
    AssigneeByHand {
        /// Who it stays with.
        agent: Option<AgentId>,
    },
}

impl Decision {
    /// What it decides: `client`, `ticket`, `agent` or `route`.
    #[must_use]
    pub fn about(&self) -> &'static str {
        match self {
            Self::ClientKnown { .. }
            | Self::ClientShared { .. }
            | Self::ClientLearned { .. }
            | Self::ClientByHand { .. }
            | Self::ClientDialled { .. }
            | Self::ClientMade { .. }
            | Self::NumberWithheld
            | Self::NumberInside
            | Self::NumberUnknown
            | Self::TestCall => "client",
            Self::TicketNotWanted
            | Self::TicketJoined { .. }
            | Self::TicketReopened { .. }
            | Self::TicketMade { .. }
            | Self::TicketSpam { .. }
            | Self::TicketDialled { .. }
            | Self::TicketByHand { .. } => "ticket",
            Self::AgentMatched { .. }
            | Self::AgentDialled { .. }
            | Self::AgentByNumber { .. }
            | Self::AgentAmbiguous { .. }
            | Self::AgentUnknown { .. }
            | Self::NobodyTalked
            | Self::AssigneeByHand { .. } => "agent",
            Self::RoutedTo { .. } => "route",
        }
    }

    /// Whom and what it is about, to be shown by their names.
    #[must_use]
    pub fn points_to(&self) -> PointsTo {
        let mut to = PointsTo::default();
        match self {
            Self::ClientKnown { client }
            | Self::ClientMade { client }
            | Self::ClientDialled { client }
            | Self::ClientByHand { client } => to.clients.push(*client),
            Self::ClientShared { client, others } | Self::ClientLearned { client, others } => {
                to.clients.push(*client);
                to.clients.extend(others);
            }
            Self::TicketJoined { ticket }
            | Self::TicketReopened { ticket }
            | Self::TicketMade { ticket }
            | Self::TicketSpam { ticket }
            | Self::TicketDialled { ticket }
            | Self::TicketByHand { ticket } => to.ticket = Some(*ticket),
            Self::AgentMatched { agent, .. }
            | Self::AgentByNumber { agent, .. }
            | Self::AgentDialled { agent }
            | Self::RoutedTo { agent, .. } => to.agents.push(*agent),
            Self::AgentAmbiguous { agents, .. } => to.agents.extend(agents),
            Self::AssigneeByHand { agent } => to.agents.extend(agent),
            Self::NumberWithheld
            | Self::NumberInside
            | Self::NumberUnknown
            | Self::TestCall
            | Self::TicketNotWanted
            | Self::AgentUnknown { .. }
            | Self::NobodyTalked => {}
        }
        to
    }
}

/// Whom and what a decision is about.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PointsTo {
    /// Clients, the one taken first.
    pub clients: Vec<ClientId>,
    /// The ticket.
    pub ticket: Option<TicketId>,
    /// Agents.
    pub agents: Vec<AgentId>,
}
