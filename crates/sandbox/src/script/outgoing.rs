//! Calls that an operator makes from the softphone, and calls begun through the Call API.

use super::{Cast, First, Pen};
use crate::call::Party::{Client, Operator};
use crate::call::{Lost, Turn};
use crate::chance::Chance;
use crate::scenario::Scenario;

/// How long the operator's own phone rings when the call was ordered.
const LIFT: u64 = 3;
/// How long a client is rung in vain.
const PATIENCE: u64 = 25;

pub(super) fn write(pen: &mut Pen, cast: &Cast, chance: &mut Chance) {
    let operator = Operator(cast.operator(0));
    if cast.ordered == Some(First::Employee) {
        pen.now(Turn::Ring(operator));
        pen.after(LIFT, Turn::PickUp(operator));
    }
    pen.now(Turn::Ring(Client));
    match cast.scenario {
        Scenario::Busy => {
            pen.after(2, Turn::Drop(Client, "subscriber_busy"));
            pen.end(0, "subscriber_busy", Lost::Busy);
        }
        Scenario::NoAnswer | Scenario::Missed | Scenario::Abandoned | Scenario::VoiceMail => {
            pen.after(PATIENCE, Turn::Drop(Client, "subscriber_not_responsible"));
            pen.end(0, "no_success_subscriber_call", Lost::NoAnswer);
        }
        Scenario::Talked
        | Scenario::Transferred
        | Scenario::Returned
        | Scenario::Withheld
        | Scenario::Short
        | Scenario::Hold => {
            pen.after(chance.between(4, 9), Turn::PickUp(Client));
            if cast.ordered == Some(First::Contact) {
                pen.now(Turn::Ring(operator));
                pen.after(LIFT, Turn::PickUp(operator));
            }
            pen.talk(cast, chance);
        }
    }
}
