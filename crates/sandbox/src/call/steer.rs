//! What somebody does to a live call by hand, and in which of its states that is possible.

use jiff::Timestamp;

use super::event::{Event, Occasion};
use super::facts::{Call, PutTag};
use super::leg::Party;
use super::phase::Phase;
use super::turn::Lost;
use crate::sounds::Sound;

/// What is done to a live call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Steer {
    Hold,
    Unhold,
    Make { party: Party, number: String },
    Restore,
    Transfer,
    Disconnect { leg: i64 },
    Tag(i64),
    Record(bool),
    Dtmf(char),
}

/// What comes next by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Next {
    /// What was to come.
    AsBefore,
    /// Nothing: everybody waits.
    Waiting,
    /// The talk goes on and ends some time.
    Talking,
    /// The third party answers, or does not.
    Answering,
    /// It answers, and the talk goes on.
    TakingOver,
    /// The call ends.
    Ending,
}

/// Why it was not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unable {
    InThisState,
    NoSuchLeg,
    TaggedAlready,
    RecordedAlways,
    RecordedAlready,
    NotRecorded,
}

type Done = Result<(Vec<Occasion>, Next), Unable>;

impl Call {
    /// Does it, or says why not.
    pub(crate) fn steer(&mut self, what: &Steer, at: Timestamp) -> Done {
        match (what, self.phase()) {
            (Steer::Hold, Phase::Talk) => Ok((self.hold(at), Next::Waiting)),
            (Steer::Unhold, Phase::Hold) => Ok((self.unhold(at), Next::Talking)),
            (Steer::Make { party, number }, Phase::Hold) => {
                Ok((self.dial_third(*party, number.clone(), at), Next::Answering))
            }
            (Steer::Restore, Phase::Dialling | Phase::OperatorTalk) => {
                let mut told = self.drop_third(at);
                told.append(&mut self.unhold(at));
                Ok((told, Next::Talking))
            }
            (Steer::Transfer, Phase::Dialling) => Ok((self.leave_to_third(at), Next::TakingOver)),
            (Steer::Transfer, Phase::OperatorTalk) => Ok((self.leave_to_third(at), Next::Talking)),
            (Steer::Dtmf(_), Phase::Talk) => Ok((Vec::new(), Next::AsBefore)),
            (Steer::Dtmf(symbol), Phase::Hold | Phase::Input) => {
                self.takes_input = *symbol != '*';
                Ok((Vec::new(), Next::Waiting))
            }
            (Steer::Record(on), Phase::Talk) => self.turn_recording(*on, at),
            (Steer::Tag(tag), _) => self.put_tag(*tag, at),
            (Steer::Disconnect { leg }, _) => self.disconnect(*leg, at),
            (
                Steer::Hold
                | Steer::Unhold
                | Steer::Make { .. }
                | Steer::Restore
                | Steer::Transfer
                | Steer::Dtmf(_)
                | Steer::Record(_),
                _,
            ) => Err(Unable::InThisState),
        }
    }

    /// Without the client the call is over; without the employee it is soon; without a third party the client waits.
    fn disconnect(&mut self, id: i64, at: Timestamp) -> Done {
        let leg = self.legs.iter().position(|leg| leg.id == id && leg.is_up());
        let leg = leg.ok_or(Unable::NoSuchLeg)?;
        if self
            .third
            .as_ref()
            .is_some_and(|third| third.leg == leg && !third.takes_over)
        {
            return Ok((self.drop_third(at), Next::Waiting));
        }
        if self.legs[leg].party == Party::Client {
            return Ok((
                self.end("subscriber_disconnects", Lost::HungUp, at),
                Next::Ending,
            ));
        }
        let mut told = self.part(at);
        told.append(&mut self.end_leg(leg, "operator_disconnects", at));
        Ok((told, Next::Ending))
    }

    pub(crate) fn put_tag(&mut self, id: i64, at: Timestamp) -> Done {
        if self.tags.iter().any(|tag| tag.id == id) {
            return Err(Unable::TaggedAlready);
        }
        self.tags.push(PutTag { id, at });
        Ok((
            vec![Occasion::of_tag(Event::SetMark, at, id)],
            Next::AsBefore,
        ))
    }

    /// What the account records always cannot be turned off.
    fn turn_recording(&mut self, on: bool, at: Timestamp) -> Done {
        match (on, self.sound.is_some()) {
            (true, true) => return Err(Unable::RecordedAlready),
            (false, true) if !self.recorded_by_hand => return Err(Unable::RecordedAlways),
            (false, false) => return Err(Unable::NotRecorded),
            (true, false) => self.sound = Some(Sound::RuCallMono),
            (false, true) => self.sound = None,
        }
        self.recorded_by_hand = on;
        let talk = self.talks.len().saturating_sub(1);
        Ok((
            vec![Occasion::of_talk(Event::TalkRecordControl, at, talk)],
            Next::AsBefore,
        ))
    }
}
