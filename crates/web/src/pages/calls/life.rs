//! The life of a call, step by step, in words.

use domain::call::{Moment as What, Step as Lived};
use domain::{Call, Direction, Operator, Outcome};

use crate::frame::{Frame, Moment, duration};

/// One step of it as it is drawn.
pub struct Step {
    /// When; nobody told it of those who only let it ring.
    pub moment: Option<Moment>,
    /// What happened.
    pub text: String,
    /// Its icon.
    pub icon: &'static str,
    /// `talk`, `wait`, `miss` or "".
    pub meaning: &'static str,
    /// How long it lasted.
    pub lasted: Option<String>,
}

/// What happened, in order.
pub fn life(steps: &[Lived], call: &Call, frame: &Frame) -> Vec<Step> {
    steps.iter().map(|step| drawn(step, call, frame)).collect()
}

fn drawn(step: &Lived, call: &Call, frame: &Frame) -> Step {
    let (text, icon, meaning) = said(step, call, frame);
    Step {
        moment: step.at.map(|at| frame.second(at)),
        text,
        icon,
        meaning,
        lasted: step.seconds.map(duration),
    }
}

fn said(step: &Lived, call: &Call, frame: &Frame) -> (String, &'static str, &'static str) {
    let t = frame.t;
    let who = step.who.as_ref().map(|who| name(who, frame));
    let who = who.unwrap_or_else(|| t.msg_life_somebody());
    let who = who.as_str();
    match &step.what {
        What::Began => match call.facts.direction {
            Direction::In => (t.msg_life_began_in(), "phone-incoming", ""),
            Direction::Out => (t.msg_life_began_out(), "phone-outgoing", ""),
        },
        What::Rings => (t.msg_life_rings(who), "phone", "wait"),
        What::RangAndAnswered => (t.msg_life_rang_and_answered(who), "phone", ""),
        What::RangInVain => (t.msg_life_rang_in_vain(who), "phone-missed", "miss"),
        What::Answered if step.who.is_none() => (t.msg_life_answered(), "phone-call", "talk"),
        What::Answered => (t.msg_life_answered_by(who), "phone-call", "talk"),
        What::PassedOn => (t.msg_life_passed_to(who), "phone-forwarded", "talk"),
        What::Held => (t.msg_life_held(), "pause", "wait"),
        What::Recorded => (t.msg_life_recorded(), "captions", ""),
        What::Tagged(tags) => (t.msg_life_tagged(tags.join(", ")), "tag", ""),
        What::Untagged => (t.msg_life_untagged(), "tag", ""),
        What::Lapsed => (t.msg_life_lapsed(), "phone-off", "miss"),
        What::Ended(outcome) => match outcome {
            Outcome::Talked | Outcome::Unknown => (t.msg_life_finished(), "phone-off", ""),
            Outcome::Missed => (t.msg_life_missed(), "phone-off", "miss"),
            Outcome::Failed => (t.msg_life_failed(), "phone-off", "miss"),
        },
    }
}

fn name(who: &Operator, frame: &Frame) -> String {
    match (&who.name, who.id) {
        (Some(name), _) => name.clone(),
        (None, Some(id)) => id.to_string(),
        (None, None) => frame.t.msg_life_somebody(),
    }
}
