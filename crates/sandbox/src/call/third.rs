//! What becomes of whoever is dialled while the client waits.

use jiff::Timestamp;

use super::event::{Event, Occasion};
use super::facts::{Call, Third};
use super::leg::{LegState, Party};
use super::turn::Lost;

impl Call {
    pub(super) fn dial_third(
        &mut self,
        party: Party,
        number: String,
        at: Timestamp,
    ) -> Vec<Occasion> {
        self.third = Some(Third {
            party,
            number,
            leg: self.legs.len(),
            answered: false,
            takes_over: false,
        });
        self.ring(party, at)
    }

    pub(super) fn third_answers(&mut self, at: Timestamp) -> Vec<Occasion> {
        let Some(third) = &mut self.third else {
            return Vec::new();
        };
        third.answered = true;
        let (leg, takes_over) = (third.leg, third.takes_over);
        self.legs[leg].state = LegState::Answered { at };
        let mut told = vec![Occasion::of_leg(Event::CallConnected, at, leg)];
        if takes_over {
            told.append(&mut self.third_joins(at));
        }
        told
    }

    pub(super) fn third_fails(&mut self, reason: &str, at: Timestamp) -> Vec<Occasion> {
        let Some(third) = self.third.take() else {
            return Vec::new();
        };
        let mut told = self.end_leg(third.leg, reason, at);
        if third.takes_over {
            told.append(&mut self.end("no_success_operator_call", Lost::NoAnswer, at));
        }
        told
    }

    /// The third party leaves, the client goes on waiting.
    pub(super) fn drop_third(&mut self, at: Timestamp) -> Vec<Occasion> {
        match self.third.take() {
            Some(third) => self.end_leg(third.leg, "operator_disconnects", at),
            None => Vec::new(),
        }
    }

    /// The employee leaves, and the client is to be the third party's.
    pub(super) fn leave_to_third(&mut self, at: Timestamp) -> Vec<Occasion> {
        let mut told = self.part(at);
        let third = self.third.as_ref().map(|third| third.leg);
        let employee = (0..self.legs.len()).rev().find(|leg| {
            let held = self.legs[*leg].party == Party::Client;
            self.legs[*leg].is_up() && !held && Some(*leg) != third
        });
        if let Some(leg) = employee {
            told.append(&mut self.end_leg(leg, "transfer_disconnects", at));
        }
        if let Some(third) = &mut self.third {
            third.takes_over = true;
            if third.answered {
                told.append(&mut self.third_joins(at));
            }
        }
        told
    }

    fn third_joins(&mut self, at: Timestamp) -> Vec<Occasion> {
        let Some(third) = self.third.take() else {
            return Vec::new();
        };
        if let Some(client) = self.leg_of(Party::Client) {
            let answered = self.legs[client].answered().unwrap_or(at);
            self.legs[client].state = LegState::Answered { at: answered };
        }
        self.join(third.party, at)
    }
}
