//! Which state a call is in, as those who steer it see it.

use super::facts::{Call, State};
use super::leg::{Leg, LegState};

/// A state of a live call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nobody has talked yet.
    Beginning,
    Talk,
    Hold,
    /// Digits are on their way to the client's side.
    Input,
    /// Somebody else is dialled while the client waits.
    Dialling,
    /// The employee talks with them, the client waits.
    OperatorTalk,
    /// The client waits for them to answer; the employee has left.
    TakingOver,
    /// The talk is over, the call is not.
    After,
}

impl Call {
    pub(crate) fn phase(&self) -> Phase {
        if self.state == State::Ringing {
            return Phase::Beginning;
        }
        match &self.third {
            Some(third) if third.takes_over => return Phase::TakingOver,
            Some(third) if third.answered => return Phase::OperatorTalk,
            Some(_) => return Phase::Dialling,
            None => {}
        }
        match self.talks.last().filter(|talk| talk.ended.is_none()) {
            None => Phase::After,
            Some(_) if self.takes_input => Phase::Input,
            Some(talk) if talk.held_since.is_some() => Phase::Hold,
            Some(_) => Phase::Talk,
        }
    }

    /// The word that `list.calls` shows for a leg.
    pub(crate) fn word(&self, leg: &Leg) -> &'static str {
        match (&leg.state, self.phase()) {
            (LegState::Ringing, _) => "Дозвон",
            (LegState::Ended { .. }, _) => "Разъединено",
            (LegState::Held { .. }, Phase::Input) => "Отправка dtmf",
            (LegState::Held { .. }, Phase::TakingOver) => "Перевод вызова",
            (LegState::Held { .. }, _) => "На удержании",
            (LegState::Answered { .. }, Phase::OperatorTalk) => "Разговор операторов",
            (LegState::Answered { .. }, Phase::Beginning) => "На очереди",
            (LegState::Answered { .. }, _) => "Разговор",
        }
    }
}
