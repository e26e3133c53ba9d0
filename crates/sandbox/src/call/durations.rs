//! How long the parts of a call lasted, in whole seconds that always add up.

use jiff::Timestamp;

use super::facts::{Call, Direction, State, Talk};
use super::leg::Party;

impl Talk {
    /// From pick-up to the end, holds included.
    pub(crate) fn seconds(&self) -> i64 {
        self.ended.map_or(0, |ended| between(self.started, ended))
    }
}

impl Call {
    pub(crate) fn finish_time(&self) -> Option<Timestamp> {
        match self.state {
            State::Ringing | State::Talking => None,
            State::Finished { at, .. } => Some(at),
        }
    }

    pub(crate) fn finish_reason(&self) -> Option<&str> {
        match &self.state {
            State::Ringing | State::Talking => None,
            State::Finished { reason, .. } => Some(reason),
        }
    }

    /// When the called side first took the call.
    pub(crate) fn connection_time(&self) -> Option<Timestamp> {
        let called = |party: Party| match self.direction {
            Direction::In => party.operator().is_some(),
            Direction::Out => party == Party::Client,
        };
        self.legs
            .iter()
            .filter(|leg| called(leg.party))
            .filter_map(|leg| leg.answered())
            .min()
    }

    /// The last moment that is known of the call.
    pub(crate) fn latest(&self) -> Timestamp {
        let lifted = self.legs.iter().filter_map(|leg| leg.answered());
        let talked = self
            .talks
            .iter()
            .flat_map(|talk| [Some(talk.started), talk.ended, talk.held_since])
            .flatten();
        lifted
            .chain(talked)
            .chain(self.finish_time())
            .max()
            .map_or(self.started, |last| last.max(self.started))
    }

    /// From the first talk to the last, transfers in between included; writing down is not.
    pub(crate) fn talk_seconds(&self) -> i64 {
        let Some(first) = self.talks.first() else {
            return 0;
        };
        self.talks
            .iter()
            .filter_map(|talk| talk.ended)
            .max()
            .map_or(0, |ended| between(first.started, ended))
    }

    /// Talking only, without holds and transfers.
    pub(crate) fn clean_talk_seconds(&self) -> i64 {
        self.talks
            .iter()
            .map(|talk| talk.seconds() - talk.held_seconds)
            .sum()
    }

    /// Until the first talk, or until the client gave up.
    pub(crate) fn wait_seconds(&self) -> i64 {
        match self.talks.first() {
            Some(first) => between(self.started, first.started),
            None => self.total_seconds(),
        }
    }

    /// All the time that nobody talked.
    pub(crate) fn total_wait_seconds(&self) -> i64 {
        self.total_seconds() - self.postprocess_seconds - self.clean_talk_seconds()
    }

    pub(crate) fn total_seconds(&self) -> i64 {
        self.finish_time()
            .map_or(0, |finish| between(self.started, finish))
    }
}

/// Differences of whole seconds, so that sums of neighbours are exact.
fn between(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second() - from.as_second()
}
