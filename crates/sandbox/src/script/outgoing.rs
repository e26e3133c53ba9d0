//! Calls that an operator makes from the softphone, and calls begun through the Call API.

use super::{Cast, First, Pen};
use crate::call::Party::Client;
use crate::call::{Lost, Turn};
use crate::chance::Chance;
use crate::scenario::Scenario;

/// How long the operator's own phone rings when the call was ordered.
const LIFT: u64 = 3;
/// How long a client is rung in vain.
const PATIENCE: u64 = 25;

pub(super) fn write(pen: &mut Pen, cast: &Cast, chance: &mut Chance) {
    let operator = cast.party(0);
    if cast.only_tells {
        return tell(pen, cast, chance);
    }
    if cast.offline {
        pen.now(Turn::Ring(operator));
        pen.after(1, Turn::Drop(operator, "sip_offline"));
        return pen.end(0, "sip_offline", Lost::NoAnswer);
    }
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
        | Scenario::Hold
        | Scenario::Open => {
            pen.after(chance.between(4, 9), Turn::PickUp(Client));
            if cast.ordered == Some(First::Contact) {
                pen.now(Turn::Ring(operator));
                pen.after(LIFT, Turn::PickUp(operator));
            }
            pen.talk(cast, chance);
        }
    }
}

/// What a spoken message takes.
const MESSAGE: u64 = 12;

/// The client is rung and hears a message.
fn tell(pen: &mut Pen, cast: &Cast, chance: &mut Chance) {
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
        | Scenario::Hold
        | Scenario::Open => {
            pen.after(chance.between(4, 9), Turn::PickUp(Client));
            pen.end(MESSAGE, "success_finish", Lost::HungUp);
        }
    }
}
