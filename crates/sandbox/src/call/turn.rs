//! One turn of a call, and the events it brings.

use jiff::Timestamp;

use super::event::{Event, Occasion};
use super::facts::{Call, Direction, State, Talk};
use super::leg::{LegState, Party};

/// Why nobody talked, as `lost_reason` says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lost {
    NoAnswer,
    Busy,
    HungUp,
}

impl Lost {
    const fn words(self, direction: Direction) -> &'static str {
        match (self, direction) {
            (Self::NoAnswer, Direction::In) => "Не дозвонились до сотрудника",
            (Self::NoAnswer, Direction::Out) => "Не дозвонились до абонента",
            (Self::Busy, Direction::In | Direction::Out) => "User Busy",
            (Self::HungUp, Direction::In | Direction::Out) => "Разъединение до обработки вызова",
        }
    }
}

/// What happens next in a call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// The call comes to the platform.
    Arrive,
    /// Somebody is rung.
    Ring(Party),
    /// Somebody who is rung takes the call.
    PickUp(Party),
    /// A leg ends: busy, no answer, transferred.
    Drop(Party, &'static str),
    /// The client and this party begin to talk.
    Join(Party),
    /// The talk ends, the call goes on.
    Part,
    Hold,
    Unhold,
    /// Whoever was dialled while the client waits takes the call, or does not.
    ThirdAnswers,
    ThirdFails(&'static str),
    /// The client has spoken a message of so many seconds.
    Message(i64),
    /// The operator still writes something down after the talk.
    WriteDown(i64),
    /// The call is over for everybody.
    End {
        reason: &'static str,
        lost: Lost,
    },
    /// The file of a recording can be fetched; `wall` by the clock on the wall.
    CloseRecord {
        record: usize,
        wall: Timestamp,
    },
}

impl Call {
    /// Takes one turn and says what notifications it is worth.
    pub(crate) fn take(&mut self, turn: &Turn, at: Timestamp) -> Vec<Occasion> {
        match turn {
            Turn::Arrive => self.arrive(at),
            Turn::Ring(party) => self.ring(*party, at),
            Turn::PickUp(party) => self.pick_up(*party, at),
            Turn::Drop(party, reason) => self.drop_leg(*party, reason, at),
            Turn::Join(party) => self.join(*party, at),
            Turn::Part => self.part(at),
            Turn::Hold => self.hold(at),
            Turn::Unhold => self.unhold(at),
            Turn::ThirdAnswers => self.third_answers(at),
            Turn::ThirdFails(reason) => self.third_fails(reason, at),
            Turn::Message(seconds) => self.leave_message(*seconds),
            Turn::WriteDown(seconds) => {
                self.postprocess_seconds = *seconds;
                self.part(at)
            }
            Turn::End { reason, lost } => self.end(reason, *lost, at),
            Turn::CloseRecord { record, wall } => self.close_record(*record, *wall, at),
        }
    }

    fn arrive(&mut self, at: Timestamp) -> Vec<Occasion> {
        match self.direction {
            Direction::In if self.is_ordered() => vec![Occasion::of_call(Event::InCallSession, at)],
            Direction::In => {
                let leg = self.new_leg(Party::Client, LegState::Answered { at }, at);
                vec![
                    Occasion::of_call(Event::InCallSession, at),
                    Occasion::of_leg(Event::InCall, at, leg),
                ]
            }
            Direction::Out if self.is_ordered() => {
                vec![Occasion::of_call(Event::OutCallSession, at)]
            }
            Direction::Out => {
                let leg = self.new_leg(
                    Party::Operator(self.operator),
                    LegState::Answered { at },
                    at,
                );
                vec![
                    Occasion::of_call(Event::OutCallSession, at),
                    Occasion::of_leg(Event::InCall, at, leg),
                ]
            }
        }
    }

    pub(super) fn ring(&mut self, party: Party, at: Timestamp) -> Vec<Occasion> {
        let leg = self.new_leg(party, LegState::Ringing, at);
        vec![
            Occasion::of_leg(Event::OutCall, at, leg),
            Occasion::of_leg(Event::CallProceeding, at, leg),
        ]
    }

    fn pick_up(&mut self, party: Party, at: Timestamp) -> Vec<Occasion> {
        let Some(leg) = self.leg_of(party) else {
            return Vec::new();
        };
        self.legs[leg].state = LegState::Answered { at };
        vec![Occasion::of_leg(Event::CallConnected, at, leg)]
    }

    fn drop_leg(&mut self, party: Party, reason: &str, at: Timestamp) -> Vec<Occasion> {
        match self.leg_of(party) {
            Some(leg) => self.end_leg(leg, reason, at),
            None => Vec::new(),
        }
    }

    pub(super) fn end_leg(&mut self, leg: usize, reason: &str, at: Timestamp) -> Vec<Occasion> {
        self.legs[leg].end(reason, at);
        vec![Occasion::of_leg(Event::CallDisconnected, at, leg)]
    }

    pub(super) fn join(&mut self, party: Party, at: Timestamp) -> Vec<Occasion> {
        self.state = State::Talking;
        self.talks.push(Talk {
            operator: party.operator(),
            started: at,
            ended: None,
            held_seconds: 0,
            held_since: None,
        });
        vec![Occasion::of_talk(
            Event::TalkStarted,
            at,
            self.talks.len() - 1,
        )]
    }

    pub(super) fn part(&mut self, at: Timestamp) -> Vec<Occasion> {
        let Some(index) = self.talks.iter().position(|talk| talk.ended.is_none()) else {
            return Vec::new();
        };
        let talk = &mut self.talks[index];
        if let Some(since) = talk.held_since.take() {
            talk.held_seconds += at.as_second() - since.as_second();
        }
        talk.ended = Some(at);
        let seconds = at.as_second() - talk.started.as_second();
        self.keep_sound(seconds, false);
        vec![Occasion::of_talk(Event::TalkFinished, at, index)]
    }

    pub(super) fn hold(&mut self, at: Timestamp) -> Vec<Occasion> {
        let Some(talk) = self.talks.last_mut() else {
            return Vec::new();
        };
        talk.held_since = Some(at);
        let Some(leg) = self.leg_of(Party::Client) else {
            return Vec::new();
        };
        let since_answer = self.legs[leg].answered().unwrap_or(at);
        self.legs[leg].state = LegState::Held { since_answer };
        vec![Occasion::of_leg(Event::CallHoldControl, at, leg)]
    }

    pub(super) fn unhold(&mut self, at: Timestamp) -> Vec<Occasion> {
        let Some(talk) = self.talks.last_mut() else {
            return Vec::new();
        };
        if let Some(since) = talk.held_since.take() {
            talk.held_seconds += at.as_second() - since.as_second();
        }
        let Some(leg) = self.leg_of(Party::Client) else {
            return Vec::new();
        };
        let answered = self.legs[leg].answered().unwrap_or(at);
        self.legs[leg].state = LegState::Answered { at: answered };
        vec![Occasion::of_leg(Event::CallHoldControl, at, leg)]
    }

    fn leave_message(&mut self, seconds: i64) -> Vec<Occasion> {
        self.keep_sound(seconds, true);
        Vec::new()
    }

    pub(super) fn end(&mut self, reason: &str, lost: Lost, at: Timestamp) -> Vec<Occasion> {
        if self.is_finished() {
            return Vec::new();
        }
        let mut told = self.part(at);
        for leg in 0..self.legs.len() {
            if self.legs[leg].is_up() {
                told.append(&mut self.end_leg(leg, reason, at));
            }
        }
        self.state = State::Finished {
            at,
            reason: reason.to_owned(),
        };
        told.push(Occasion::of_call(Event::CallSessionFinished, at));
        if self.is_lost() {
            told.push(Occasion::of_loss(at, lost.words(self.direction)));
        }
        told
    }

    fn close_record(&mut self, index: usize, wall: Timestamp, at: Timestamp) -> Vec<Occasion> {
        let Some(record) = self.records.get_mut(index) else {
            return Vec::new();
        };
        record.ready = Some(wall);
        let event = if record.is_message {
            Event::VoiceMessage
        } else {
            Event::TalkRecordFile
        };
        vec![Occasion::of_record(event, at, index)]
    }
}
