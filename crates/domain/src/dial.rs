//! A call that somebody begins from the desk, from the click until the PBX has taken it or refused.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;

use crate::agent::OperatorId;
use crate::call::{CallEvent, Direction, EventKind};
use crate::{AgentId, At, ChannelId, ClientId, DialId, Operator, Party, PhoneNumber, TicketId};

/// The PBX is given so long to answer; whoever looks at the page waits no longer.
pub const PATIENCE: SignedDuration = SignedDuration::from_secs(8);
/// So long after a try that may have rung somebody its notifications may still come.
const UNCLEAR_FOR: SignedDuration = SignedDuration::from_secs(60);

/// A call that somebody begins from the desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dial {
    /// Its id, which goes along to the PBX and comes back in notifications.
    pub id: DialId,
    /// Who calls.
    pub agent_id: AgentId,
    /// By which channel.
    pub channel_id: ChannelId,
    /// From which ticket, when it was begun in one.
    pub ticket_id: Option<TicketId>,
    /// Which client, when that was known.
    pub client_id: Option<ClientId>,
    /// Whom they call.
    pub number: PhoneNumber,
    /// The virtual number that the client sees.
    pub own_number: PhoneNumber,
    /// Whose phone rings first.
    pub operator_id: OperatorId,
    /// How far it is.
    pub state: DialState,
    /// The call's session with the PBX, once it is known.
    pub session_id: Option<i64>,
    /// Since when.
    pub asked_at: At,
}

/// How far a call is that somebody begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DialState {
    /// The PBX is asked.
    Asked,
    /// It rings.
    Begun,
    /// The PBX has refused, nothing rings.
    Refused,
    /// No good answer came: it may ring or not.
    Unclear,
}

impl DialState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Asked, Self::Begun, Self::Refused, Self::Unclear];

    /// Its name where it is kept.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Begun => "begun",
            Self::Refused => "refused",
            Self::Unclear => "unclear",
        }
    }
}

/// A word that names no state.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not how far a call can be that is begun")]
pub struct UnknownDialState(String);

impl FromStr for DialState {
    type Err = UnknownDialState;
    fn from_str(text: &str) -> Result<Self, UnknownDialState> {
        Self::ALL
            .into_iter()
            .find(|state| state.as_str() == text)
            .ok_or_else(|| UnknownDialState(text.chars().take(40).collect()))
    }
}

impl fmt::Display for DialState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What stands in the way of the same call being begun once more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InTheWay {
    /// The PBX is being asked for it.
    UnderWay,
    /// It may be ringing already.
    MayRing,
}

impl Dial {
    /// Whether the same call may be begun once more. A desk that was stopped while it asked does not know either.
    #[must_use]
    pub fn in_the_way(&self, now: At) -> Option<InTheWay> {
        let age = now.duration_since(self.asked_at);
        match self.state {
            DialState::Asked if age < PATIENCE => Some(InTheWay::UnderWay),
            DialState::Asked | DialState::Unclear if age < UNCLEAR_FOR => Some(InTheWay::MayRing),
            DialState::Asked | DialState::Unclear | DialState::Begun | DialState::Refused => None,
        }
    }

    /// What it says about its call, as a notification would.
    #[must_use]
    pub fn event(&self) -> CallEvent {
        let operator = self.operator_id.as_str().parse().ok();
        CallEvent {
            direction: Some(Direction::Out),
            client: Some(Party::Phone(self.number.clone())),
            virtual_number: Some(Party::Phone(self.own_number.clone())),
            operator: Operator::from_parts(operator, None),
            external_id: Some(self.id.to_string()),
            ..CallEvent::bare(EventKind::Outgoing, self.asked_at)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dial(state: DialState) -> Dial {
        Dial {
            id: DialId::at(At::UNIX_EPOCH),
            agent_id: AgentId::at(At::UNIX_EPOCH),
            channel_id: ChannelId::at(At::UNIX_EPOCH),
            ticket_id: None,
            client_id: None,
            number: "+79160000003".parse().unwrap(),
            own_number: "+74950000001".parse().unwrap(),
            operator_id: OperatorId::parse("391001").unwrap(),
            state,
            session_id: None,
            asked_at: At::UNIX_EPOCH,
        }
    }

    #[test]
    fn what_may_ring_is_not_begun_again_for_a_minute() {
        let after = |seconds| At::from_second(seconds).unwrap();
        let asked = dial(DialState::Asked);
        assert_eq!(asked.in_the_way(after(1)), Some(InTheWay::UnderWay));
        assert_eq!(asked.in_the_way(after(9)), Some(InTheWay::MayRing));
        assert_eq!(asked.in_the_way(after(61)), None);
        let unclear = dial(DialState::Unclear);
        assert_eq!(unclear.in_the_way(after(1)), Some(InTheWay::MayRing));
        assert_eq!(dial(DialState::Refused).in_the_way(after(1)), None);
    }

    #[test]
    fn it_says_what_a_notification_of_its_call_would() {
        let event = dial(DialState::Begun).event();
        assert_eq!(
            (event.kind, event.direction),
            (EventKind::Outgoing, Some(Direction::Out))
        );
        assert_eq!(event.operator.and_then(|it| it.id), Some(391_001));
    }
}
