//! The sign of a call in lists: its direction and fate as an icon, a colour and a word.

use domain::{Direction, Outcome, State};
use locale::Words;

/// An icon with its meaning and its word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CallSign {
    /// Its name in the sprite.
    pub icon: &'static str,
    /// `talk`, `wait`, `miss`, or "" where nothing good or bad is known.
    pub meaning: &'static str,
    /// What it says.
    pub word: String,
}

impl CallSign {
    /// The sign of a call that goes this way and is this far.
    #[must_use]
    pub fn of(direction: Direction, state: State, outcome: Outcome, t: &Words) -> Self {
        let (icon, meaning, word) = match (state, direction) {
            (State::Ringing, Direction::In) => ("phone-incoming", "wait", t.msg_call_ringing()),
            (State::Ringing, Direction::Out) => ("phone-outgoing", "wait", t.msg_call_dialling()),
            (State::Talking, Direction::In | Direction::Out) => {
                ("phone-call", "talk", t.msg_call_talking())
            }
            (State::Finished, Direction::In) => incoming(outcome, t),
            (State::Finished, Direction::Out) => outgoing(outcome, t),
        };
        Self {
            icon,
            meaning,
            word,
        }
    }
}

fn incoming(outcome: Outcome, t: &Words) -> (&'static str, &'static str, String) {
    match outcome {
        Outcome::Talked => ("phone-incoming", "talk", t.msg_call_incoming()),
        Outcome::Missed | Outcome::Failed => ("phone-missed", "miss", t.msg_call_missed()),
        Outcome::Unknown => ("phone-incoming", "", t.msg_call_incoming()),
    }
}

fn outgoing(outcome: Outcome, t: &Words) -> (&'static str, &'static str, String) {
    match outcome {
        Outcome::Talked => ("phone-outgoing", "talk", t.msg_call_outgoing()),
        Outcome::Missed | Outcome::Failed => ("phone-outgoing", "miss", t.msg_call_failed()),
        Outcome::Unknown => ("phone-outgoing", "", t.msg_call_outgoing()),
    }
}
