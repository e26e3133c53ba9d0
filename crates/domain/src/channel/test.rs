//! Test notifications: the way of each, stage by stage.

use serde::{Deserialize, Serialize};

use crate::{AgentId, At, CallId, ChannelId, ChannelTestId, NotificationId, TicketId, TokenId};

/// Test notifications sent the way the provider sends its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChannelTest {
    /// Its id.
    pub id: ChannelTestId,
    /// The channel.
    pub channel_id: ChannelId,
    /// The token they carry.
    pub token_id: TokenId,
    /// Who asked for it.
    pub asked_by: AgentId,
    /// One notification each.
    pub steps: Vec<TestStep>,
    /// When it was asked for.
    pub created_at: At,
    /// When the last had come as far as it would.
    pub finished_at: Option<At>,
}

/// One test notification on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TestStep {
    /// The event's mnemonic.
    pub event: String,
    /// The call session it tells of: below zero, where no provider counts.
    pub session_id: i64,
    /// Where it was sent.
    pub address: Option<String>,
    /// Why it was not sent to the public address, when it was not.
    pub instead_because: Option<String>,
    /// How long the answer took.
    pub milliseconds: Option<i64>,
    /// The request in the log.
    pub notification: Option<NotificationId>,
    /// The call that was made.
    pub call: Option<CallId>,
    /// The ticket that was made.
    pub ticket: Option<TicketId>,
    /// Its short number.
    pub ticket_number: Option<i64>,
    /// The address answers.
    pub reached: Stage,
    /// It answers that it takes it.
    pub accepted: Stage,
    /// It stands in the log.
    pub durable: Stage,
    /// It was read and heard.
    pub heard: Stage,
    /// It made, or completed, a call.
    pub called: Stage,
    /// The call has its ticket.
    pub ticketed: Stage,
}

/// How far a stage is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Stage {
    /// Not there yet.
    Waiting,
    /// Passed.
    Done,
    /// The policy asks for none.
    NotNeeded,
    /// Not passed; those after it are not either.
    Failed {
        /// What went wrong.
        because: Trouble,
        /// In the words of whoever said so.
        said: String,
    },
}

/// What may go wrong with a test notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Nobody answers at the address.
    Unreachable,
    /// The address sends elsewhere, and the provider does not follow.
    Redirected,
    /// Somebody else answers there, or not as the desk would.
    NotTheDesk,
    /// The token is not known there.
    TokenRefused,
    /// It was told to come later.
    Later,
    /// It was taken and is not in this desk's log.
    NotKept,
    /// It was not heard in time.
    NotHeard,
    /// It could not be read or kept.
    Unreadable,
}

impl TestStep {
    /// A notification that is still to be sent.
    #[must_use]
    pub fn to_be_sent(event: &str, session_id: i64) -> Self {
        Self {
            event: event.to_owned(),
            session_id,
            address: None,
            instead_because: None,
            milliseconds: None,
            notification: None,
            call: None,
            ticket: None,
            ticket_number: None,
            reached: Stage::Waiting,
            accepted: Stage::Waiting,
            durable: Stage::Waiting,
            heard: Stage::Waiting,
            called: Stage::Waiting,
            ticketed: Stage::Waiting,
        }
    }

    /// Its stages in their order.
    #[must_use]
    pub fn stages(&self) -> [&Stage; 6] {
        [
            &self.reached,
            &self.accepted,
            &self.durable,
            &self.heard,
            &self.called,
            &self.ticketed,
        ]
    }

    /// Whether it went the whole way.
    #[must_use]
    pub fn went_through(&self) -> bool {
        self.stages()
            .iter()
            .all(|stage| matches!(stage, Stage::Done | Stage::NotNeeded))
    }
}

impl ChannelTest {
    /// The call sessions it tells of.
    #[must_use]
    pub fn sessions(&self) -> Vec<i64> {
        let mut sessions: Vec<i64> = self.steps.iter().map(|step| step.session_id).collect();
        sessions.sort_unstable();
        sessions.dedup();
        sessions
    }
}
