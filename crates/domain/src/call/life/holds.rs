//! When the client was on hold.

use super::{Moment, Step, seconds, step};
use crate::At;
use crate::call::{Aside, CallEvent, EventKind, Facts, Operator, Stance, Turn};

/// The client is let wait, or waits no longer.
struct Change {
    at: At,
    waits: bool,
    who: Option<Operator>,
}

/// From each hold until it was taken back, or the end. The provider's word on holds is taken whole, if it has any: its clock is not
/// the desk's, and one hold told by both must not be two.
pub(super) fn steps(told: &[&CallEvent], turns: &[Turn], facts: &Facts) -> Vec<Step> {
    let by_provider: Vec<Change> = told.iter().filter_map(|event| by_provider(event)).collect();
    if by_provider.iter().any(|change| change.waits) {
        return spells(by_provider, facts.finished_at);
    }
    let by_desk = turns.iter().map(|turn| Change {
        at: turn.at,
        waits: matches!(turn.stance, Stance::Held | Stance::Consulting),
        who: talking(told, turn.at).or_else(|| facts.operator.clone()),
    });
    spells(by_desk, facts.finished_at)
}

fn by_provider(event: &CallEvent) -> Option<Change> {
    let waits = match event.aside? {
        Aside::Held => true,
        Aside::Resumed => false,
        Aside::Rings
        | Aside::Lifted
        | Aside::LegEnded
        | Aside::Recorded
        | Aside::Tagged
        | Aside::Untagged => return None,
    };
    let who = event.operator.clone();
    let at = event.at;
    Some(Change { at, waits, who })
}

/// Who talked with the client at that moment, as far as it was told.
fn talking(told: &[&CallEvent], at: At) -> Option<Operator> {
    let has_begun = |event: &&&CallEvent| {
        event.kind == EventKind::TalkStarted && event.answered_at.unwrap_or(event.at) <= at
    };
    let last = told.iter().rev().find(has_begun)?;
    last.operator.clone()
}

fn spells(changes: impl IntoIterator<Item = Change>, end: Option<At>) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut held: Option<(At, Option<Operator>)> = None;
    for Change { at, waits, who } in changes {
        match (waits, held.take()) {
            (true, None) => held = Some((at, who)),
            (true, waiting) => held = waiting,
            (false, Some((from, who))) => {
                steps.push(step(from, Moment::Held, who, Some(seconds(from, at))));
            }
            (false, None) => {}
        }
    }
    if let Some((from, who)) = held {
        let lasted = end.map(|end| seconds(from, end));
        steps.push(step(from, Moment::Held, who, lasted));
    }
    steps
}
