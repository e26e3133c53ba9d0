//! Wrapping a call up: once it is over, its agent says what came of it.

use jiff::SignedDuration;

use crate::call::{Call, Direction, Outcome, State};
use crate::{AgentId, At, CallId, OutcomeCodeId};

/// Of a call that ended longer ago nobody is asked: it was learnt of afterwards.
const FRESH_FOR: SignedDuration = SignedDuration::from_hours(1);

/// What is asked, or was said, of a call that is over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrapUp {
    /// The call.
    pub call_id: CallId,
    /// Who is asked.
    pub agent_id: AgentId,
    /// Since when.
    pub opened_at: At,
    /// How far it is.
    pub stands: Stands,
}

/// How far the wrapping up of a call is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stands {
    /// Nobody has said anything yet.
    Open,
    /// It was left unsaid.
    Skipped(Hand),
    /// It was said.
    Given(Given, Hand),
}

/// Whose hand it was, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hand {
    /// Who.
    pub by: AgentId,
    /// When.
    pub at: At,
}

/// What came of a call.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// Which of the outcomes there are.
    pub outcome: Option<OutcomeCodeId>,
    /// Labels.
    pub tags: Vec<String>,
    /// What is to be known besides.
    pub note: Option<String>,
}

impl Given {
    /// Whether it says nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outcome.is_none() && self.tags.is_empty() && self.note.is_none()
    }
}

impl WrapUp {
    /// What was said, when anything was.
    #[must_use]
    pub fn given(&self) -> Option<&Given> {
        match &self.stands {
            Stands::Given(given, _) => Some(given),
            Stands::Open | Stands::Skipped(_) => None,
        }
    }

    /// Whose hand it was that settled it.
    #[must_use]
    pub fn hand(&self) -> Option<Hand> {
        match &self.stands {
            Stands::Given(_, hand) | Stands::Skipped(hand) => Some(*hand),
            Stands::Open => None,
        }
    }

    /// Whether the agent is still asked.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.stands == Stands::Open
    }
}

/// Who is asked what came of a call that stands so now and stood so before: its agent, once it is over, when they talked with
/// the client or tried to reach them.
#[must_use]
pub fn asked_of(before: Option<&Call>, call: &Call, now: At) -> Option<AgentId> {
    let agent = call.agent_id?;
    let over = |call: &Call| call.facts.state == State::Finished;
    let asked_before = before.is_some_and(|before| over(before) && before.agent_id == Some(agent));
    if !over(call) || asked_before || call.is_test() {
        return None;
    }
    let facts = &call.facts;
    let took_part = facts.direction == Direction::Out
        || facts.outcome == Outcome::Talked
        || facts.answered_at.is_some();
    let ended = facts.finished_at.unwrap_or(call.last_notified_at);
    (took_part && now.duration_since(ended) <= FRESH_FOR).then_some(agent)
}

#[cfg(test)]
mod tests;
