//! How a channel is: told by what has arrived.

use domain::channel::EventTally;
use locale::Words;

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
    pub(super) fn of(tallies: &[EventTally]) -> Self {
        if tallies.iter().any(|tally| tally.faults > 0) {
            Self::Faulty
        } else if tallies.is_empty() {
            Self::Waiting
        } else {
            Self::Good
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
