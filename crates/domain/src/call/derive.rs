//! A call out of the set of its notifications: order, duplicates and gaps cannot matter.

mod people;

use jiff::SignedDuration;

use super::{CallEvent, Direction, EventKind, Facts, Outcome, State};
use crate::{At, Party, recording};

/// What the notifications of one call say together; `lapsed` when the desk has given up waiting for the end.
///
/// The same set gives the same facts in whatever order and however often its members arrived. Without any there is no call.
#[must_use]
pub fn derive(events: &[CallEvent], lapsed: bool) -> Option<Facts> {
    let told = Told::of(events)?;
    let direction = told.direction();
    let outcome = told.outcome(direction);
    let finished = told.end.is_some();
    let finished_at = told.finished_at();
    let answered_at = if outcome == Outcome::Talked || !finished {
        told.answered_at()
    } else {
        None
    };
    let started_at = told.started_at();
    let operator = told.operator();
    let talked = outcome == Outcome::Talked || (!finished && told.talks().next().is_some());
    Some(Facts {
        direction,
        state: told.state(lapsed),
        outcome,
        client: told.client(),
        client_name: told.last(|e| e.client_name.clone()),
        virtual_number: told.first(|e| e.virtual_number.clone()),
        operator_took_part: operator.is_some() && (talked || direction == Direction::Out),
        operator,
        started_at,
        answered_at,
        finished_at,
        wait_seconds: told.wait_seconds(outcome, started_at, answered_at, finished_at),
        talk_seconds: told.talk_seconds(outcome, answered_at, finished_at),
        total_seconds: told.total_seconds(started_at, finished_at),
        finish_reason: told.end.and_then(|e| e.finish_reason.clone()),
        transferred: told.any(|e| e.is_transfer),
        recordings: told.recordings(),
        tags: told.all(|e| &e.tags),
        rating: told.last(|e| e.rating),
        external_id: told.first(|e| e.external_id.clone()),
        legs: told.legs(),
    })
}

/// The events in one order that does not depend on their arrival.
pub(super) struct Told<'a> {
    events: Vec<&'a CallEvent>,
    /// The last word on the call's end, when it has been told.
    end: Option<&'a CallEvent>,
}

impl<'a> Told<'a> {
    fn of(events: &'a [CallEvent]) -> Option<Self> {
        let mut keyed: Vec<(EventKind, At, String, &CallEvent)> = events
            .iter()
            .map(|event| {
                (
                    event.kind,
                    event.at,
                    serde_json::to_string(event).unwrap_or_default(),
                    event,
                )
            })
            .collect();
        keyed.sort_by(|a, b| (a.0, a.1, &a.2).cmp(&(b.0, b.1, &b.2)));
        keyed.dedup_by(|a, b| a.2 == b.2);
        let events: Vec<&CallEvent> = keyed.into_iter().map(|(_, _, _, event)| event).collect();
        let end = events.iter().rev().find(|event| event.ends()).copied();
        (!events.is_empty()).then_some(Self { events, end })
    }

    fn first<T>(&self, fact: impl Fn(&CallEvent) -> Option<T>) -> Option<T> {
        self.events.iter().find_map(|event| fact(event))
    }

    fn last<T>(&self, fact: impl Fn(&CallEvent) -> Option<T>) -> Option<T> {
        self.events.iter().rev().find_map(|event| fact(event))
    }

    fn any(&self, fact: impl Fn(&CallEvent) -> Option<bool>) -> bool {
        self.events.iter().any(|event| fact(event) == Some(true))
    }

    /// The end's list first, for it is complete when it is there; then what only others told.
    fn all(&self, list: impl Fn(&CallEvent) -> &Vec<String>) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        for item in self
            .end
            .iter()
            .chain(&self.events)
            .flat_map(|event| list(event))
        {
            if !kept.contains(item) {
                kept.push(item.clone());
            }
        }
        kept
    }

    /// Each once, in whatever spelling its link came first.
    fn recordings(&self) -> Vec<String> {
        let mut kept: Vec<String> = Vec::new();
        for link in self.all(|event| &event.recordings) {
            if !kept.iter().any(|other| recording::same(other, &link)) {
                kept.push(link);
            }
        }
        kept
    }

    fn of_kind(&self, kind: EventKind) -> impl Iterator<Item = &'a CallEvent> + '_ {
        self.events
            .iter()
            .copied()
            .filter(move |event| event.kind == kind)
    }

    fn talks(&self) -> impl Iterator<Item = &'a CallEvent> + '_ {
        self.of_kind(EventKind::TalkStarted)
    }

    fn direction(&self) -> Direction {
        self.first(|event| event.direction).unwrap_or_else(|| {
            if self.of_kind(EventKind::Outgoing).next().is_some() {
                Direction::Out
            } else {
                Direction::In
            }
        })
    }

    /// A number beats a hidden one: a later event may know what the first did not.
    fn client(&self) -> Option<Party> {
        self.first(|event| event.client.clone().filter(|party| party.phone().is_some()))
            .or_else(|| self.first(|event| event.client.clone()))
    }

    fn state(&self, lapsed: bool) -> State {
        if self.end.is_some() || lapsed {
            State::Finished
        } else if self.talks().next().is_some() {
            State::Talking
        } else {
            State::Ringing
        }
    }

    fn outcome(&self, direction: Direction) -> Outcome {
        match (self.success(), direction) {
            (None, _) => Outcome::Unknown,
            (Some(true), _) => Outcome::Talked,
            (Some(false), Direction::In) => Outcome::Missed,
            (Some(false), Direction::Out) => Outcome::Failed,
        }
    }

    /// `is_lost` where it is told; else a talk, its seconds or its recording.
    fn success(&self) -> Option<bool> {
        let end = self.end?;
        let lost = end
            .is_lost
            .or_else(|| self.last(|event| event.is_lost.filter(|_| event.ends())));
        let talked = || {
            end.talk_seconds.is_some_and(|seconds| seconds > 0)
                || !end.recordings.is_empty()
                || self.talks().next().is_some()
        };
        let only_lost = || self.of_kind(EventKind::Finished).next().is_none();
        Some(match lost {
            Some(lost) => !lost,
            None => talked() && !only_lost(),
        })
    }

    /// As told; else so long before the end as the whole took; else when the first word came.
    fn started_at(&self) -> At {
        let told = self
            .events
            .iter()
            .filter_map(|event| event.started_at)
            .min();
        let by_length = || {
            let end = self.end?;
            end.finished_at?
                .checked_sub(SignedDuration::from_secs(end.total_seconds?))
                .ok()
        };
        let first_word = || self.events.iter().map(|event| event.at).min();
        told.or_else(by_length)
            .or_else(first_word)
            .unwrap_or(At::UNIX_EPOCH)
    }

    fn answered_at(&self) -> Option<At> {
        let talk = self
            .talks()
            .map(|event| event.answered_at.unwrap_or(event.at))
            .min();
        talk.or_else(|| self.end.and_then(|event| event.answered_at))
    }

    /// The end of the talk: the provider's end holds the operator's post-processing too.
    fn finished_at(&self) -> Option<At> {
        let end = self.end?;
        let after = SignedDuration::from_secs(end.postprocess_seconds.unwrap_or(0).max(0));
        let by_length = || {
            self.started_at()
                .checked_add(SignedDuration::from_secs(end.total_seconds?))
                .ok()
        };
        let told = end.finished_at.or_else(by_length).unwrap_or(end.at);
        Some(
            told.checked_sub(after)
                .unwrap_or(told)
                .max(self.started_at()),
        )
    }

    fn talk_seconds(
        &self,
        outcome: Outcome,
        answered: Option<At>,
        finished: Option<At>,
    ) -> Option<i64> {
        self.end?;
        let told = self.end.and_then(|event| event.talk_seconds);
        match outcome {
            Outcome::Talked => told.or_else(|| seconds_between(answered?, finished?)),
            Outcome::Missed | Outcome::Failed => Some(told.unwrap_or(0)),
            Outcome::Unknown => told,
        }
    }

    /// As told; else until the first talk, or until it was given up.
    fn wait_seconds(
        &self,
        outcome: Outcome,
        started: At,
        answered: Option<At>,
        finished: Option<At>,
    ) -> Option<i64> {
        let told = self.end.and_then(|event| event.wait_seconds);
        told.or_else(|| match (outcome, answered) {
            (_, Some(answered)) => seconds_between(started, answered),
            (Outcome::Missed | Outcome::Failed, None) => seconds_between(started, finished?),
            (Outcome::Talked, None) => {
                let whole = seconds_between(started, finished?)?;
                Some((whole - self.end?.talk_seconds?).max(0))
            }
            (Outcome::Unknown, None) => None,
        })
    }

    fn total_seconds(&self, started: At, finished: Option<At>) -> Option<i64> {
        let told = self.end.and_then(|event| event.total_seconds);
        told.or_else(|| seconds_between(started, finished?))
    }
}

/// Whole seconds, never negative.
fn seconds_between(from: At, to: At) -> Option<i64> {
    Some(to.duration_since(from).as_secs().max(0))
}

#[cfg(test)]
mod tests;
