//! An order to play a call, complete and valid.

use crate::account::VirtualNumber;
use crate::call::{Caller, Direction, INFORMER};
use crate::scenario::Scenario;
use crate::script::First;
use crate::sentence::{Sentence, said};
use crate::sounds::Sound;

/// A call that is about to be played.
#[derive(Clone, Debug)]
pub(crate) struct Order {
    pub(crate) direction: Direction,
    pub(crate) caller: Caller,
    pub(crate) virtual_number: VirtualNumber,
    /// Who is meant first, then who is rung next or takes a transfer.
    pub(crate) operators: Vec<i64>,
    pub(crate) scenario: Scenario,
    pub(crate) sound: Option<Sound>,
    /// So many times faster than real.
    pub(crate) speed: f64,
    pub(crate) origin: Origin,
    /// Whether some things are left to chance: how long they talk, what is written down after it.
    pub(crate) varied: bool,
}

/// Where a call comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A telephone.
    Line,
    /// The Call API.
    Api {
        external_id: Option<String>,
        first: First,
        kind: Kind,
    },
}

/// Which method of the Call API began it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Employee,
    /// With the number that stands where an employee would be.
    Simple(String),
    Vnumber,
    Scenario,
    Informer,
}

impl Order {
    /// `call_source`.
    pub(crate) const fn source(&self) -> &'static str {
        match &self.origin {
            Origin::Line => "va",
            Origin::Api { kind, .. } => match kind {
                Kind::Employee | Kind::Simple(_) | Kind::Vnumber => "callapi",
                Kind::Scenario => "callapi_scenario_call",
                Kind::Informer => INFORMER,
            },
        }
    }

    /// The number that stands where an employee would be.
    pub(crate) fn bare_number(&self) -> Option<&str> {
        match &self.origin {
            Origin::Api {
                kind: Kind::Simple(number),
                ..
            } => Some(number),
            Origin::Line | Origin::Api { .. } => None,
        }
    }
}

/// How much faster than real a call may be played.
pub(crate) fn check_speed(name: &str, speed: f64) -> Result<(), Sentence> {
    if (0.1..=10_000.0).contains(&speed) {
        Ok(())
    } else {
        Err(said(
            format!("{name}: нужно число от 0,1 до 10000."),
            format!("{name} is a number from 0.1 to 10000."),
        ))
    }
}
