//! Calls from a client: the voice menu first, then the operators.

use super::{Cast, Pen};
use crate::call::Party::Operator;
use crate::call::{Lost, Turn};
use crate::chance::Chance;
use crate::scenario::Scenario;

/// What the greeting of the voice menu takes.
const GREETING: u64 = 2;
/// How long one operator is rung before the next.
const PATIENCE: u64 = 15;

pub(super) fn write(pen: &mut Pen, cast: &Cast, chance: &mut Chance) {
    match cast.scenario {
        Scenario::Missed | Scenario::NoAnswer => {
            ring_in_vain(pen, cast);
            pen.end(0, "no_success_operator_call", Lost::NoAnswer);
        }
        Scenario::Busy => {
            pen.at += GREETING;
            for id in &cast.operators {
                pen.now(Turn::Ring(Operator(*id)));
                pen.after(1, Turn::Drop(Operator(*id), "operator_busy"));
            }
            pen.end(0, "operator_busy", Lost::Busy);
        }
        Scenario::Abandoned => pen.end(
            chance.between(4, 9),
            "disconnect_before_call_processing",
            Lost::HungUp,
        ),
        Scenario::VoiceMail => {
            ring_in_vain(pen, cast);
            let seconds = chance.between(8, 20);
            pen.after(seconds, Turn::Message(seconds as i64));
            pen.end(0, "subscriber_disconnects", Lost::NoAnswer);
        }
        Scenario::Talked
        | Scenario::Transferred
        | Scenario::Returned
        | Scenario::Withheld
        | Scenario::Short
        | Scenario::Hold
        | Scenario::Open => {
            let first = Operator(cast.operator(0));
            pen.after(GREETING, Turn::Ring(first));
            pen.after(chance.between(3, 9), Turn::PickUp(first));
            pen.talk(cast, chance);
        }
    }
}

fn ring_in_vain(pen: &mut Pen, cast: &Cast) {
    pen.at += GREETING;
    for id in &cast.operators {
        pen.now(Turn::Ring(Operator(*id)));
        pen.after(
            PATIENCE,
            Turn::Drop(Operator(*id), "operator_not_responsible"),
        );
    }
}
