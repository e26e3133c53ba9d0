//! What agents are told: that they were mentioned, that a ticket is theirs now, that a channel went silent.
//!
//! Whoever does something writes the notice in the same transaction with [`tell`]; those concerned, and nobody else, hear
//! of it at once.

mod kind;
mod news;
mod seen;
mod switches;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use domain::{AgentId, At, ChannelId, EntryId, MissedId, NoticeId, TicketId};
use store::Tx;
use store::notices::{self as kept, Note};

use crate::{Refusal, Result};

pub use kind::NoticeKind;
pub use news::News;
pub use seen::{About, Told};
pub use switches::Switches;

/// Something an agent is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Notice {
    /// Somebody named them in a comment.
    Mentioned {
        /// Where.
        ticket: TicketId,
        /// The comment.
        entry: EntryId,
        /// Who.
        by: AgentId,
    },
    /// Somebody gave them a ticket.
    Assigned {
        /// Which.
        ticket: TicketId,
        /// Who.
        by: AgentId,
    },
    /// The moment has come that they wanted to be reminded at.
    ReminderDue {
        /// Of which ticket.
        ticket: TicketId,
    },
    /// A channel says nothing although it should.
    ChannelSilent {
        /// Which.
        channel: ChannelId,
        /// When it spoke last.
        since: At,
    },
    /// Somebody who was missed waits longer than their channel allows.
    CallbackOverdue {
        /// The row of the board.
        missed: MissedId,
        /// By which channel they called.
        channel: ChannelId,
        /// Their name, or number in its place.
        caller: String,
        /// Since when they wait.
        since: At,
    },
}

impl Notice {
    /// What kind of thing this is: people switch kinds on and off.
    #[must_use]
    pub fn kind(&self) -> NoticeKind {
        match self {
            Self::Mentioned { .. } => NoticeKind::Mentioned,
            Self::Assigned { .. } => NoticeKind::Assigned,
            Self::ReminderDue { .. } => NoticeKind::ReminderDue,
            Self::ChannelSilent { .. } => NoticeKind::ChannelSilent,
            Self::CallbackOverdue { .. } => NoticeKind::CallbackOverdue,
        }
    }

    /// The ticket it is about.
    #[must_use]
    pub fn ticket(&self) -> Option<TicketId> {
        match self {
            Self::Mentioned { ticket, .. }
            | Self::Assigned { ticket, .. }
            | Self::ReminderDue { ticket } => Some(*ticket),
            Self::ChannelSilent { .. } | Self::CallbackOverdue { .. } => None,
        }
    }

    /// The channel it is about.
    #[must_use]
    pub fn channel(&self) -> Option<ChannelId> {
        match self {
            Self::ChannelSilent { channel, .. } | Self::CallbackOverdue { channel, .. } => {
                Some(*channel)
            }
            Self::Mentioned { .. } | Self::Assigned { .. } | Self::ReminderDue { .. } => None,
        }
    }

    /// Who brought it about.
    #[must_use]
    pub fn by(&self) -> Option<AgentId> {
        match self {
            Self::Mentioned { by, .. } | Self::Assigned { by, .. } => Some(*by),
            Self::ReminderDue { .. }
            | Self::ChannelSilent { .. }
            | Self::CallbackOverdue { .. } => None,
        }
    }
}

/// Tells these agents, each once, in the transaction that brings it about. Who has switched that kind off is left out.
pub async fn tell(tx: &mut Tx, agents: &[AgentId], notice: &Notice, now: At) -> Result<()> {
    let muted = match agents {
        [] => return Ok(()),
        _ => kept::muted(tx, notice.kind().as_str()).await?,
    };
    let facts = serde_json::to_value(notice)
        .map_err(|_| Refusal::Inside("a notice could not be written"))?;
    let mut told: Vec<AgentId> = Vec::new();
    for agent in agents {
        if muted.contains(agent) || told.contains(agent) {
            continue;
        }
        told.push(*agent);
        let note = Note {
            id: NoticeId::at(now),
            agent_id: *agent,
            kind: notice.kind().as_str().to_owned(),
            facts: facts.clone(),
            created_at: now,
            read_at: None,
        };
        kept::insert(tx, &note).await?;
    }
    Ok(())
}
