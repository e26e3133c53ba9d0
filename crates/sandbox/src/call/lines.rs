//! The lines of a call: how a leg is dialled, found and recorded.

use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::facts::{Call, Direction, Record};
use super::leg::{Leg, LegState, Party};
use crate::account::operator;

impl Call {
    pub(super) fn keep_sound(&mut self, seconds: i64, is_message: bool) {
        if let Some(sound) = self.sound {
            let hash = self.hash(self.records.len());
            self.records.push(Record {
                hash,
                sound,
                seconds,
                ready: None,
                is_message,
            });
        }
    }

    pub(super) fn new_leg(&mut self, party: Party, state: LegState, at: Timestamp) -> usize {
        let own = Some(self.virtual_number.clone());
        let sip = |id| operator(id).map(|operator| operator.sip_number.to_owned());
        let (calling, called) = match (party, self.direction) {
            (Party::Client, Direction::In) if !self.is_ordered() => {
                (self.caller.number.clone(), own)
            }
            (Party::Client, Direction::In | Direction::Out) => (own, self.caller.number.clone()),
            (Party::Operator(id), Direction::In) => (self.caller.number.clone(), sip(id)),
            (Party::Operator(id), Direction::Out) if self.is_ordered() => (own, sip(id)),
            (Party::Operator(id), Direction::Out) => (sip(id), self.caller.number.clone()),
            (Party::Bare, Direction::In | Direction::Out) => (own, self.bare_number.clone()),
            (Party::Third, Direction::In | Direction::Out) => {
                (own, self.third.as_ref().map(|third| third.number.clone()))
            }
        };
        let id = self.session * 100 + self.legs.len() as i64 + 1;
        self.legs.push(Leg {
            id,
            party,
            calling,
            called,
            state,
            dialled: Some(at),
            ended: None,
        });
        self.legs.len() - 1
    }

    pub(super) fn leg_of(&self, party: Party) -> Option<usize> {
        self.legs
            .iter()
            .rposition(|leg| leg.party == party && leg.is_up())
    }

    fn hash(&self, n: usize) -> String {
        let digest = Sha256::digest(format!("{}/{}/{n}", self.secret, self.session));
        hex::encode(&digest[..16])
    }
}
