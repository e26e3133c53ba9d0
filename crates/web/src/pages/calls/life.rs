//! The life of a call, moment by moment.

use domain::call::Facts;
use domain::{Call, Outcome, State};

use crate::frame::{Frame, Moment};

/// One moment of it.
pub struct Step {
    /// When.
    pub moment: Moment,
    /// What happened.
    pub text: String,
    /// Its icon.
    pub icon: &'static str,
    /// `talk`, `wait`, `miss` or "".
    pub meaning: &'static str,
}

/// What happened, in order.
pub fn life(call: &Call, frame: &Frame) -> Vec<Step> {
    let (facts, t) = (&call.facts, frame.t);
    let mut steps = vec![(facts.started_at, t.msg_life_started(), "phone", "")];
    let mut talks = facts
        .legs
        .iter()
        .filter_map(|leg| leg.answered_at.map(|at| (at, leg.operator.name.clone())));
    let first = talks.next();
    if let Some(at) = facts.answered_at.or(first.as_ref().map(|(at, _)| *at)) {
        let text = match first.and_then(|(_, name)| name) {
            Some(name) => t.msg_life_answered_by(name.as_str()),
            None => t.msg_life_answered(),
        };
        steps.push((at, text, "phone-call", "talk"));
    }
    steps.extend(talks.filter_map(|(at, name)| {
        Some((
            at,
            t.msg_life_passed_to(name?.as_str()),
            "phone-forwarded",
            "talk",
        ))
    }));
    if let Some((at, text, meaning)) = end(call, facts, frame) {
        steps.push((at, text, "phone-off", meaning));
    }
    steps.sort_by_key(|(at, ..)| *at);
    let drawn = steps.into_iter().map(|(at, text, icon, meaning)| Step {
        moment: frame.second(at),
        text,
        icon,
        meaning,
    });
    drawn.collect()
}

fn end(call: &Call, facts: &Facts, frame: &Frame) -> Option<(domain::At, String, &'static str)> {
    let t = frame.t;
    if facts.state != State::Finished {
        return None;
    }
    match (facts.finished_at, call.lapsed_at) {
        (Some(at), _) => Some(match facts.outcome {
            Outcome::Talked => (at, t.msg_life_finished(), ""),
            Outcome::Missed => (at, t.msg_life_missed(), "miss"),
            Outcome::Failed => (at, t.msg_life_failed(), "miss"),
            Outcome::Unknown => (at, t.msg_life_finished(), ""),
        }),
        (None, Some(at)) => Some((at, t.msg_life_lapsed(), "miss")),
        (None, None) => None,
    }
}
