//! How a channel is: told by what has arrived.

use domain::At;
use domain::channel::EventTally;
use jiff::SignedDuration;
use locale::Words;

/// What requests are counted under that tell of no event.
pub(super) const NAMELESS: &str = "unknown";
/// So long after the last of them a channel whose other notifications arrive counts as mended.
const RESENTMENT: SignedDuration = SignedDuration::from_hours(24);

/// How a channel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Health {
    /// Notifications arrive as they should.
    Good,
    /// None has arrived yet.
    Waiting,
    /// Some lose something, or could not be read at all.
    Faulty,
}

impl Health {
    /// By how often each event has arrived.
    pub(super) fn of(tallies: &[EventTally], now: At) -> Self {
        let (nameless, named): (Vec<_>, Vec<_>) =
            tallies.iter().partition(|tally| tally.event == NAMELESS);
        let fresh = |tally: &&EventTally| tally.faults > 0 && is_fresh(tally.last_at, now);
        if named.iter().any(|tally| tally.faults > 0) || nameless.iter().any(fresh) {
            Self::Faulty
        } else if !named.is_empty() {
            Self::Good
        } else if nameless.iter().all(|tally| tally.faults == 0) {
            Self::Waiting
        } else {
            Self::Faulty
        }
    }

    /// The value of `data-state`.
    pub(super) fn state(self) -> &'static str {
        match self {
            Self::Good => "ok",
            Self::Waiting => "wait",
            Self::Faulty => "bad",
        }
    }

    /// Its icon in the sprite.
    pub(super) fn icon(self) -> &'static str {
        match self {
            Self::Good => "circle-check",
            Self::Waiting => "circle-dashed",
            Self::Faulty => "circle-alert",
        }
    }

    /// Its colour.
    pub(super) fn meaning(self) -> &'static str {
        match self {
            Self::Good => "talk",
            Self::Waiting => "wait",
            Self::Faulty => "miss",
        }
    }

    /// In a few words.
    pub(super) fn word(self, t: &Words) -> String {
        match self {
            Self::Good => t.msg_channels_state_ok(),
            Self::Waiting => t.msg_channels_state_wait(),
            Self::Faulty => t.msg_channels_state_bad(),
        }
    }
}

/// Whether something that went wrong then still counts now.
fn is_fresh(then: At, now: At) -> bool {
    now.duration_since(then) < RESENTMENT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(event: &str, hour: i64, faults: i64) -> EventTally {
        let at = At::from_second(hour * 3600).unwrap();
        EventTally {
            event: event.to_owned(),
            first_at: at,
            last_at: at,
            count: 5,
            faults,
        }
    }

    #[test]
    fn a_channel_is_well_when_its_events_are() {
        let health =
            |tallies: &[EventTally]| Health::of(tallies, At::from_second(100 * 3600).unwrap());
        assert_eq!(health(&[]), Health::Waiting);
        let good = tally("in_call_session", 99, 0);
        assert_eq!(health(std::slice::from_ref(&good)), Health::Good);
        assert_eq!(
            health(&[good.clone(), tally("talk_started", 1, 2)]),
            Health::Faulty
        );
        assert_eq!(
            health(&[good.clone(), tally(NAMELESS, 90, 1)]),
            Health::Faulty
        );
        assert_eq!(health(&[good, tally(NAMELESS, 70, 1)]), Health::Good);
        assert_eq!(health(&[tally(NAMELESS, 70, 1)]), Health::Faulty);
        let read_since = tally(NAMELESS, 99, 0);
        assert_eq!(health(std::slice::from_ref(&read_since)), Health::Waiting);
    }
}
