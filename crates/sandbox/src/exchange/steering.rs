//! Steering a call that is being played: it changes at once, and its script with it.

use std::sync::Arc;
use std::time::Duration;

use jiff::SignedDuration;

use super::{Command, Exchange};
use crate::call::{Event, Lost, Next, Occasion, Party, Steer, Turn, Unable};
use crate::clock;
use crate::notify::Courier;
use crate::scenario::Scenario;
use crate::script::Step;

/// How long whoever is dialled while the client waits is rung.
const LIFT: u64 = 3;
/// How long a talk goes on that was steered, until somebody hangs up.
const TALK: u64 = 60;

/// Why a call was not steered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unsteered {
    NoSuchCall,
    Unable(Unable),
}

impl Exchange {
    /// Does something to a live call; it is told about like everything else.
    pub(crate) fn steer(self: &Arc<Self>, session: i64, what: &Steer) -> Result<(), Unsteered> {
        let answers = self.third_answers(what);
        let mut board = self.board();
        let live = board
            .live
            .get(&session)
            .cloned()
            .ok_or(Unsteered::NoSuchCall)?;
        let call = board.calls.get_mut(&session).ok_or(Unsteered::NoSuchCall)?;
        if call.is_finished() {
            return Err(Unsteered::NoSuchCall);
        }
        let own = SignedDuration::try_from(live.own_time(call)).unwrap_or_default();
        let at = call.started + own;
        let (told, next) = call.steer(what, at).map_err(Unsteered::Unable)?;
        let ends = call.scenario != Scenario::Open;
        let call = call.clone();
        drop(board);
        for occasion in told {
            live.courier.tell(self, &call, &occasion);
        }
        if let Some(script) = script(next, answers, ends) {
            // A line that has just ended needs no script any more.
            let _ = live.orders.send(Command::Follow(script));
        }
        Ok(())
    }

    fn third_answers(&self, what: &Steer) -> Answer {
        let busy = |id: i64| self.board().busy_operators().contains(&id);
        if !self.faults().third_party_answers {
            return Answer::No("operator_not_responsible");
        }
        match what {
            Steer::Make {
                party: Party::Operator(id),
                ..
            } if busy(*id) => Answer::No("operator_busy"),
            Steer::Make {
                party: Party::Operator(id),
                ..
            } if !self.duty(*id).registered => Answer::No("sip_offline"),
            Steer::Hold
            | Steer::Unhold
            | Steer::Make { .. }
            | Steer::Restore
            | Steer::Transfer
            | Steer::Disconnect { .. }
            | Steer::Tag(_)
            | Steer::Record(_)
            | Steer::Dtmf(_) => Answer::Yes,
        }
    }

    /// Puts a tag on a call, live or past, or takes it off; says whether anything changed.
    pub(crate) fn mark(self: &Arc<Self>, session: i64, tag: i64, on: bool) -> Option<bool> {
        let mut board = self.board();
        let call = board.calls.get_mut(&session)?;
        let at = clock::now().max(call.latest());
        let before = call.tags.len();
        let event = if on { Event::SetMark } else { Event::UnsetMark };
        if on {
            // It is there already: so be it.
            let _ = call.put_tag(tag, at);
        } else {
            call.tags.retain(|put| put.id != tag);
        }
        let (call, changed) = (call.clone(), call.tags.len() != before);
        drop(board);
        if changed {
            let occasion = Occasion::of_tag(event, at, tag);
            Courier::hire(self).tell(self, &call, &occasion);
            self.keep_call_soon(session);
        }
        Some(changed)
    }
}

#[derive(Clone, Copy)]
enum Answer {
    Yes,
    No(&'static str),
}

/// What comes by itself; nothing new when it stays as it was.
fn script(next: Next, answer: Answer, ends: bool) -> Option<Vec<Step>> {
    let step = |seconds: u64, turn: Turn| Step {
        after: Duration::from_secs(seconds),
        turn,
    };
    let end = |seconds: u64, reason: &'static str| {
        let lost = Lost::HungUp;
        step(seconds, Turn::End { reason, lost })
    };
    let third = match answer {
        Answer::Yes => step(LIFT, Turn::ThirdAnswers),
        Answer::No(reason) => step(LIFT, Turn::ThirdFails(reason)),
    };
    let hang_up = |from: u64| ends.then(|| end(from + TALK, "subscriber_disconnects"));
    match next {
        Next::AsBefore => None,
        Next::Waiting => Some(Vec::new()),
        Next::Talking => Some(hang_up(0).into_iter().collect()),
        Next::Answering => Some(vec![third]),
        Next::TakingOver => Some([third].into_iter().chain(hang_up(LIFT)).collect()),
        Next::Ending => Some(vec![end(1, "operator_disconnects")]),
    }
}
