//! Who was missed and waits to be called back: a rule over a caller's calls, whatever order they were heard in.

mod caller;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use crate::call::{Direction, Outcome, State};
use crate::{At, Call, CallId};

pub use caller::Caller;

/// A call that nobody took.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Attempt {
    /// When they called.
    pub at: At,
    /// Which call.
    pub call: CallId,
    /// Names of those at whom it rang in vain, as far as the provider tells.
    pub rang: Vec<String>,
}

/// What a call means for whoever waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sign {
    /// They called in vain.
    Missed(Attempt),
    /// Somebody talked with them from this moment on.
    Reached {
        /// When the talk began.
        at: At,
        /// In which call.
        call: CallId,
    },
}

/// Why nobody waits any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Settled {
    /// Somebody talked with them in this call, from this moment on.
    Reached {
        /// When the talk began.
        at: At,
        /// In which call.
        call: CallId,
    },
    /// Somebody said by hand that all is done.
    ByHand,
}

/// What has become of a caller who was missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// Their calls in vain, since anybody last got through; of those who wait no more the ones that were settled last.
    /// At least one.
    pub attempts: Vec<Attempt>,
    /// Why they wait no more; nothing: they wait.
    pub settled: Option<Settled>,
}

impl Standing {
    /// The first of the attempts.
    #[must_use]
    pub fn first_at(&self) -> Option<At> {
        self.attempts.first().map(|attempt| attempt.at)
    }

    /// The last of them.
    #[must_use]
    pub fn last_at(&self) -> Option<At> {
        self.attempts.last().map(|attempt| attempt.at)
    }
}

impl Sign {
    /// What a call means, if anything.
    #[must_use]
    pub fn of(call: &Call) -> Option<Self> {
        if call.is_test() {
            return None;
        }
        let facts = &call.facts;
        if is_missed(call) {
            let silent = facts.legs.iter().filter(|leg| !leg.talked);
            return Some(Self::Missed(Attempt {
                at: facts.started_at,
                call: call.id,
                rang: silent.filter_map(|leg| leg.operator.name.clone()).collect(),
            }));
        }
        got_through(call).then(|| Self::Reached {
            at: facts.answered_at.unwrap_or(facts.started_at),
            call: call.id,
        })
    }

    /// A talk settles what was missed in the same moment.
    fn place(&self) -> (At, bool, CallId) {
        match self {
            Self::Missed(attempt) => (attempt.at, false, attempt.call),
            Self::Reached { at, call } => (*at, true, *call),
        }
    }
}

/// Whether a client called in vain.
#[must_use]
pub fn is_missed(call: &Call) -> bool {
    let facts = &call.facts;
    match (facts.direction, facts.state, facts.outcome) {
        (Direction::In, State::Finished, Outcome::Missed | Outcome::Failed) => true,
        (Direction::In | Direction::Out, _, _) => false,
    }
}

/// Whether client and operator have talked, or do.
#[must_use]
pub fn got_through(call: &Call) -> bool {
    let facts = &call.facts;
    match facts.outcome {
        Outcome::Talked => true,
        // Of a call that goes on or has lapsed, the beginning of the talk is all there is.
        Outcome::Unknown => facts.answered_at.is_some() || facts.state == State::Talking,
        Outcome::Missed | Outcome::Failed => false,
    }
}

/// What has become of a caller by all their signs, in whatever order; attempts up to `handled_until` were settled by hand.
/// Nothing when they were never missed.
#[must_use]
pub fn standing(
    signs: impl IntoIterator<Item = Sign>,
    handled_until: Option<At>,
) -> Option<Standing> {
    let mut signs: Vec<Sign> = signs.into_iter().collect();
    signs.sort_by_key(Sign::place);
    let mut waits: Vec<Attempt> = Vec::new();
    let mut settled = None;
    let mut handled = handled_until;
    for sign in signs {
        if handled.is_some_and(|until| sign.place().0 > until) {
            handled = None;
            settle(&mut waits, &mut settled, Settled::ByHand);
        }
        match sign {
            Sign::Missed(attempt) => waits.push(attempt),
            Sign::Reached { at, call } => {
                settle(&mut waits, &mut settled, Settled::Reached { at, call });
            }
        }
    }
    if handled.is_some() {
        settle(&mut waits, &mut settled, Settled::ByHand);
    }
    if waits.is_empty() {
        return settled;
    }
    Some(Standing {
        attempts: waits,
        settled: None,
    })
}

fn settle(waits: &mut Vec<Attempt>, last: &mut Option<Standing>, why: Settled) {
    if !waits.is_empty() {
        *last = Some(Standing {
            attempts: std::mem::take(waits),
            settled: Some(why),
        });
    }
}
