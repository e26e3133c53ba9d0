//! Scripts: a scenario written down as turns, each so many seconds after the call's beginning.

mod incoming;
mod outgoing;

use std::time::Duration;

use crate::call::{Direction, Lost, Party, Turn};
use crate::chance::Chance;
use crate::scenario::Scenario;

/// What a script needs to know before it is written.
#[derive(Clone, Debug)]
pub(crate) struct Cast {
    pub(crate) direction: Direction,
    pub(crate) scenario: Scenario,
    /// The first is meant; the others are rung after them or take a transfer.
    pub(crate) operators: Vec<i64>,
    /// Begun through the Call API, and who is dialled first then.
    pub(crate) ordered: Option<First>,
    /// A bare number stands where the first operator would be.
    pub(crate) bare: bool,
    /// The client hears a message and talks to nobody.
    pub(crate) only_tells: bool,
    /// No phone of the first operator is there to ring.
    pub(crate) offline: bool,
    pub(crate) talk_seconds: u64,
    /// Whether the operator sometimes writes something down after the talk.
    pub(crate) writes_down: bool,
}

/// Who is dialled first in a call begun through the Call API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum First {
    Employee,
    Contact,
}

impl Cast {
    fn operator(&self, n: usize) -> i64 {
        self.operators
            .get(n)
            .or(self.operators.first())
            .copied()
            .unwrap_or_default()
    }

    fn party(&self, n: usize) -> Party {
        if self.bare && n == 0 {
            Party::Bare
        } else {
            Party::Operator(self.operator(n))
        }
    }
}

/// One turn and when it comes, in the call's own time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Step {
    pub(crate) after: Duration,
    pub(crate) turn: Turn,
}

/// Writes the script of a scenario.
pub(crate) fn write(cast: &Cast, chance: &mut Chance) -> Vec<Step> {
    let mut pen = Pen::default();
    pen.now(Turn::Arrive);
    match cast.direction {
        Direction::In if cast.ordered.is_none() => incoming::write(&mut pen, cast, chance),
        Direction::In | Direction::Out => outgoing::write(&mut pen, cast, chance),
    }
    pen.steps
}

/// Writes turns one after the other.
#[derive(Default)]
struct Pen {
    at: u64,
    steps: Vec<Step>,
}

impl Pen {
    fn now(&mut self, turn: Turn) {
        self.steps.push(Step {
            after: Duration::from_secs(self.at),
            turn,
        });
    }

    fn after(&mut self, seconds: u64, turn: Turn) {
        self.at += seconds;
        self.now(turn);
    }

    fn end(&mut self, seconds: u64, reason: &'static str, lost: Lost) {
        self.after(seconds, Turn::End { reason, lost });
    }

    /// The talk itself and its end, whichever of the two hangs up.
    fn talk(&mut self, cast: &Cast, chance: &mut Chance) {
        match cast.scenario {
            Scenario::Transferred => self.transfers(cast, &[0, 1], chance),
            Scenario::Returned => self.transfers(cast, &[0, 1, 0], chance),
            Scenario::Hold => {
                self.now(Turn::Join(cast.party(0)));
                self.after(cast.talk_seconds.div_ceil(3), Turn::Hold);
                self.after(8, Turn::Unhold);
                self.hang_up(cast, cast.talk_seconds / 2, chance);
            }
            Scenario::Open => self.now(Turn::Join(cast.party(0))),
            Scenario::Short => {
                self.now(Turn::Join(cast.party(0)));
                self.hang_up(cast, 2, chance);
            }
            Scenario::Talked
            | Scenario::Missed
            | Scenario::Busy
            | Scenario::NoAnswer
            | Scenario::Abandoned
            | Scenario::Withheld
            | Scenario::VoiceMail => {
                self.now(Turn::Join(cast.party(0)));
                self.hang_up(cast, cast.talk_seconds, chance);
            }
        }
    }

    fn transfers(&mut self, cast: &Cast, turns: &[usize], chance: &mut Chance) {
        let each = (cast.talk_seconds / turns.len() as u64).max(1);
        for (place, n) in turns.iter().enumerate() {
            if place > 0 {
                let before = cast.party(turns[place - 1]);
                self.after(each, Turn::Part);
                self.now(Turn::Ring(cast.party(*n)));
                self.after(4, Turn::PickUp(cast.party(*n)));
                self.now(Turn::Drop(before, "transfer_disconnects"));
            }
            self.now(Turn::Join(cast.party(*n)));
        }
        self.hang_up(cast, each, chance);
    }

    fn hang_up(&mut self, cast: &Cast, seconds: u64, chance: &mut Chance) {
        let reason = if chance.happens(0.7) {
            "subscriber_disconnects"
        } else {
            "operator_disconnects"
        };
        if cast.writes_down && chance.happens(0.25) {
            let note = chance.between(3, 9);
            self.after(seconds, Turn::WriteDown(note as i64));
            self.end(note, reason, Lost::HungUp);
        } else {
            self.end(seconds, reason, Lost::HungUp);
        }
    }
}
