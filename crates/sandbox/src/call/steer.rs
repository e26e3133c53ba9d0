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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::call::turn::Turn;
    use crate::call::{Caller, Direction, State};

    const CLIENT: Party = Party::Client;
    const FIRST: Party = Party::Operator(391_001);
    const COLLEAGUE: Party = Party::Operator(391_002);

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_774_704_547 + second).unwrap()
    }

    /// A call in its talk.
    fn talking() -> Call {
        let caller = Caller {
            number: Some("79160000003".to_owned()),
            ..Caller::default()
        };
        let mut call = Call::uploaded(Direction::Out, caller, "74950000001", at(0), at(0));
        call.state = State::Ringing;
        call.source = "callapi".to_owned();
        for turn in [
            Turn::Ring(FIRST),
            Turn::PickUp(FIRST),
            Turn::Ring(CLIENT),
            Turn::PickUp(CLIENT),
            Turn::Join(FIRST),
        ] {
            call.take(&turn, at(1));
        }
        call
    }

    fn make() -> Steer {
        Steer::Make {
            party: COLLEAGUE,
            number: "102".to_owned(),
        }
    }

    #[test]
    fn what_a_state_does_not_allow_is_refused_and_changes_nothing() {
        let everything = [
            Steer::Hold,
            Steer::Unhold,
            make(),
            Steer::Restore,
            Steer::Transfer,
            Steer::Dtmf('1'),
            Steer::Record(true),
        ];
        let mut held = talking();
        held.steer(&Steer::Hold, at(2)).unwrap();
        let mut dialling = held.clone();
        dialling.steer(&make(), at(3)).unwrap();
        let mut two_employees = dialling.clone();
        two_employees.take(&Turn::ThirdAnswers, at(4));
        let mut taking_over = dialling.clone();
        taking_over.steer(&Steer::Transfer, at(4)).unwrap();
        for (call, phase, allowed) in [
            (talking(), Phase::Talk, vec![0, 5]),
            (held, Phase::Hold, vec![1, 2, 5]),
            (dialling, Phase::Dialling, vec![3, 4]),
            (two_employees, Phase::OperatorTalk, vec![3, 4]),
            (taking_over, Phase::TakingOver, vec![]),
        ] {
            assert_eq!(call.phase(), phase);
            for (n, what) in everything.iter().enumerate() {
                let mut after = call.clone();
                let outcome = after.steer(what, at(9));
                if allowed.contains(&n) {
                    assert!(outcome.is_ok(), "{what:?} in {phase:?}");
                } else if phase == Phase::Talk && *what == Steer::Record(true) {
                    // There is no recording, so it can be turned on.
                    assert!(outcome.is_ok());
                } else {
                    assert_eq!(
                        (outcome, after),
                        (Err(Unable::InThisState), call.clone()),
                        "{what:?} in {phase:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_transfer_before_the_answer_waits_for_it() {
        let mut call = talking();
        call.steer(&Steer::Hold, at(2)).unwrap();
        call.steer(&make(), at(3)).unwrap();
        let (_, next) = call.steer(&Steer::Transfer, at(4)).unwrap();
        assert_eq!((next, call.phase()), (Next::TakingOver, Phase::TakingOver));
        let told = call.take(&Turn::ThirdAnswers, at(6));
        assert_eq!(told.last().unwrap().event, Event::TalkStarted);
        assert_eq!(
            (call.phase(), call.talked()),
            (Phase::Talk, vec![391_001, 391_002])
        );
        let up: Vec<Party> = call
            .legs
            .iter()
            .filter(|leg| leg.is_up())
            .map(|leg| leg.party)
            .collect();
        assert_eq!(up, [CLIENT, COLLEAGUE]);
    }

    #[test]
    fn a_transfer_that_nobody_takes_ends_the_call() {
        let mut call = talking();
        call.steer(&Steer::Hold, at(2)).unwrap();
        call.steer(&make(), at(3)).unwrap();
        call.steer(&Steer::Transfer, at(4)).unwrap();
        let told = call.take(&Turn::ThirdFails("operator_busy"), at(6));
        assert_eq!(told.last().unwrap().event, Event::CallSessionFinished);
        assert_eq!(call.finish_reason(), Some("no_success_operator_call"));
    }

    #[test]
    fn holds_are_not_counted_as_talk() {
        let mut call = talking();
        call.steer(&Steer::Hold, at(11)).unwrap();
        call.steer(&make(), at(12)).unwrap();
        call.take(&Turn::ThirdAnswers, at(15));
        call.steer(&Steer::Restore, at(21)).unwrap();
        call.take(
            &Turn::End {
                reason: "success_finish",
                lost: Lost::HungUp,
            },
            at(31),
        );
        assert_eq!(
            (
                call.talk_seconds(),
                call.clean_talk_seconds(),
                call.total_seconds()
            ),
            (30, 20, 31)
        );
    }
}
