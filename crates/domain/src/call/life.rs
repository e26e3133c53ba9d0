//! The life of a call, step by step: who it rang at, who answered, who held, to whom it went on, how it ended.

mod holds;

use super::{Aside, CallEvent, EventKind, Facts, Operator, Outcome, State, Turn};
use crate::At;

/// One step of a call's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// When; nobody told it of those who only let it ring.
    pub at: Option<At>,
    /// What happened.
    pub what: Moment,
    /// Whose step it is.
    pub who: Option<Operator>,
    /// How many seconds it lasted, where that is known.
    pub seconds: Option<i64>,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// The call began.
    Began,
    /// It rang at somebody who then answered.
    RangAndAnswered,
    /// It rang at somebody who did not answer.
    RangInVain,
    /// It rings at somebody.
    Rings,
    /// The first talk began.
    Answered,
    /// The talk went on with somebody else.
    PassedOn,
    /// The client was on hold.
    Held,
    /// A recording could be fetched.
    Recorded,
    /// These tags were set.
    Tagged(Vec<String>),
    /// A tag was taken away.
    Untagged,
    /// Over.
    Ended(Outcome),
    /// Its end never came.
    Lapsed,
}

/// What happened, in order: as the provider told it, and as the call was steered from the desk where the provider told nothing.
#[must_use]
pub fn life(
    events: &[CallEvent],
    turns: &[Turn],
    facts: &Facts,
    lapsed_at: Option<At>,
) -> Vec<Step> {
    let mut told: Vec<&CallEvent> = events.iter().collect();
    told.sort_by_key(|event| (event.at, event.kind));
    let end = facts.finished_at;
    let mut steps = vec![step(facts.started_at, Moment::Began, None, None)];
    steps.extend(rings(&told, facts));
    steps.extend(talks(&told, facts));
    steps.extend(holds::steps(&told, turns, facts));
    steps.extend(asides(&told));
    if facts.state == State::Finished {
        steps.extend(match (end, lapsed_at) {
            (Some(at), _) => Some(step(
                at,
                Moment::Ended(facts.outcome),
                None,
                facts.total_seconds,
            )),
            (None, Some(at)) => Some(step(at, Moment::Lapsed, None, None)),
            (None, None) => None,
        });
    }
    steps.sort_by_key(|step| step.at);
    placed(steps, in_vain_untold(&told, facts))
}

fn step(at: At, what: Moment, who: Option<Operator>, seconds: Option<i64>) -> Step {
    Step {
        at: Some(at),
        what,
        who,
        seconds,
    }
}

fn seconds(from: At, to: At) -> i64 {
    to.duration_since(from).as_secs().max(0)
}

/// Whom it rang at, until they answered, somebody else did, or it was given up.
fn rings(told: &[&CallEvent], facts: &Facts) -> Vec<Step> {
    let mut steps = Vec::new();
    for ring in told
        .iter()
        .filter(|event| event.aside == Some(Aside::Rings))
    {
        let mine = |event: &&&CallEvent| {
            event.at >= ring.at && same(event.operator.as_ref(), ring.operator.as_ref())
        };
        let lifted = |event: &&CallEvent| {
            event.aside == Some(Aside::Lifted) || event.kind == EventKind::TalkStarted
        };
        let over = |event: &&CallEvent| event.aside == Some(Aside::LegEnded);
        let answer = told.iter().filter(mine).find(|event| lifted(event));
        let gone = told.iter().filter(mine).find(|event| over(event));
        let given_up = facts.finished_at.filter(|end| *end >= ring.at);
        let until = answer.or(gone).map(|event| event.at).or(given_up);
        let what = match (answer, until) {
            (Some(answer), _) if gone.is_none_or(|gone| gone.at >= answer.at) => {
                Moment::RangAndAnswered
            }
            (_, Some(_)) => Moment::RangInVain,
            (_, None) => Moment::Rings,
        };
        let lasted = until.map(|until| seconds(ring.at, until));
        steps.push(step(ring.at, what, ring.operator.clone(), lasted));
    }
    steps
}

/// The talks, each until the next one, its own end, or the call's.
fn talks(told: &[&CallEvent], facts: &Facts) -> Vec<Step> {
    let begins = |event: &CallEvent| event.answered_at.unwrap_or(event.at);
    let mut talks: Vec<(At, Option<Operator>)> = Vec::new();
    for event in told
        .iter()
        .filter(|event| event.kind == EventKind::TalkStarted)
    {
        talks.push((begins(event), event.operator.clone()));
    }
    talks.sort_by_key(|(at, _)| *at);
    talks.dedup_by(|next, last| next.1 == last.1);
    if talks.is_empty() {
        talks.extend(facts.answered_at.map(|at| (at, facts.operator.clone())));
    }
    let ends: Vec<At> = told
        .iter()
        .filter(|event| event.kind == EventKind::TalkEnded)
        .map(|event| event.at)
        .collect();
    let named = |who: &Option<Operator>| {
        let leg = facts
            .legs
            .iter()
            .find(|leg| same(Some(&leg.operator), who.as_ref()));
        leg.map(|leg| leg.operator.clone()).or_else(|| who.clone())
    };
    let mut steps = Vec::new();
    for (place, (at, who)) in talks.iter().enumerate() {
        let next = talks.get(place + 1).map(|(at, _)| *at);
        let end = ends.iter().copied().filter(|end| end >= at).min();
        let until = [next, end, facts.finished_at].into_iter().flatten().min();
        let what = if place == 0 {
            Moment::Answered
        } else {
            Moment::PassedOn
        };
        let lasted = until.map(|until| seconds(*at, until));
        steps.push(step(*at, what, named(who), lasted));
    }
    steps
}

fn asides(told: &[&CallEvent]) -> Vec<Step> {
    let of = |event: &&CallEvent| {
        let what = match event.aside? {
            Aside::Recorded => Moment::Recorded,
            Aside::Tagged => Moment::Tagged(event.tags.clone()),
            Aside::Untagged => Moment::Untagged,
            Aside::Rings | Aside::Lifted | Aside::LegEnded | Aside::Held | Aside::Resumed => {
                return None;
            }
        };
        Some(step(event.at, what, event.operator.clone(), None))
    };
    told.iter().filter_map(of).collect()
}

/// Those who let it ring and of whose ringing nothing else was told.
fn in_vain_untold(told: &[&CallEvent], facts: &Facts) -> Vec<Step> {
    let rang = |operator: &Operator| {
        told.iter().any(|event| {
            event.aside == Some(Aside::Rings) && same(event.operator.as_ref(), Some(operator))
        })
    };
    let silent = facts
        .legs
        .iter()
        .filter(|leg| !leg.talked && !rang(&leg.operator));
    silent
        .map(|leg| Step {
            at: None,
            what: Moment::RangInVain,
            who: Some(leg.operator.clone()),
            seconds: None,
        })
        .collect()
}

/// Nobody has told when they let it ring: before somebody answered, or before the end.
fn placed(mut steps: Vec<Step>, silent: Vec<Step>) -> Vec<Step> {
    let before = steps.iter().position(|step| match step.what {
        Moment::Answered | Moment::Ended(_) | Moment::Lapsed => true,
        Moment::Began
        | Moment::RangAndAnswered
        | Moment::RangInVain
        | Moment::Rings
        | Moment::PassedOn
        | Moment::Held
        | Moment::Recorded
        | Moment::Tagged(_)
        | Moment::Untagged => false,
    });
    let before = before.unwrap_or(steps.len());
    steps.splice(before..before, silent);
    steps
}

fn same(one: Option<&Operator>, other: Option<&Operator>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.is(other),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    }
}

#[cfg(test)]
mod tests;
