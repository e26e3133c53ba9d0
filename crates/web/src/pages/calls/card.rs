//! A call as a card: the article's eight fields in its words and order, the sound, who it rang at, why it stands here.

use desk::calls::{CallView, FinishedFields};
use desk::transcripts::Reading;
use desk::words::decision_text;
use domain::Direction;
use domain::call::State;

use super::said::Said;
use super::sounds::{SoundView, sounds};
use super::wrapped::Wrapped;
use crate::frame::{CallSign, Frame, Moment};
use crate::pages::visit::{Visit, may_change};

/// A card as it is drawn.
pub struct Card {
    /// The call's id.
    pub id: String,
    /// The call's page.
    pub path: String,
    /// Its direction and fate.
    pub sign: CallSign,
    /// `success`, `failure` or "" while nobody knows.
    pub outcome: &'static str,
    /// «Тип».
    pub kind: String,
    /// «Статус».
    pub status: String,
    /// «ID».
    pub operator_id: Option<String>,
    /// «Время начала».
    pub started: Moment,
    /// «Время завершения».
    pub finished: Option<Moment>,
    /// «Оператор».
    pub operator: Option<String>,
    /// «Продолжительность звонка», чч:мм:сс.
    pub duration: Option<String>,
    /// «Запись разговора».
    pub recordings: Vec<SoundView>,
    /// Who it rang at, with whether they talked.
    pub legs: Vec<(String, bool)>,
    /// Why this client, this ticket, this agent.
    pub why: Vec<String>,
    /// Whether this agent may move it.
    pub may_move: bool,
    /// What was said, or the way to it.
    pub said: Option<Said>,
    /// What came of it.
    pub wrapped: Option<Wrapped>,
}

/// The card of a call.
pub fn card(view: &CallView, reading: Option<&Reading>, frame: &Frame, visit: &Visit) -> Card {
    let (call, t) = (&view.call, frame.t);
    let facts = &call.facts;
    let fields = FinishedFields::of(call);
    let (outcome, status) = match facts.success() {
        Some(true) => ("success", t.msg_entry_status_success()),
        Some(false) => ("failure", t.msg_entry_status_failure()),
        None if facts.state == State::Talking => ("", t.msg_call_talking()),
        None if facts.state == State::Ringing && facts.direction == Direction::Out => {
            ("", t.msg_call_dialling())
        }
        None if facts.state == State::Ringing => ("", t.msg_call_ringing()),
        None => ("", t.msg_entry_status_unknown()),
    };
    let legs = facts.legs.iter().map(|leg| {
        let name = leg.operator.name.clone();
        let name = name
            .or_else(|| leg.operator.id.map(|id| id.to_string()))
            .unwrap_or_default();
        (name, leg.talked)
    });
    let path = format!("/calls/{}", call.id);
    Card {
        sign: CallSign::of(facts.direction, facts.state, facts.outcome, t),
        outcome,
        kind: match facts.direction {
            Direction::In => t.msg_entry_type_in(),
            Direction::Out => t.msg_entry_type_out(),
        },
        status,
        operator_id: fields.operator_id,
        started: frame.second(fields.started_at),
        finished: fields.finished_at.map(|at| frame.second(at)),
        operator: fields.operator_name,
        duration: fields.duration,
        recordings: sounds(view, reading, frame),
        legs: legs.collect(),
        why: call
            .decisions
            .iter()
            .chain(&view.routed)
            .map(|decision| decision_text(decision, frame.language))
            .collect(),
        may_move: may_change(visit.actor.role),
        said: Said::of(view, reading, frame, visit),
        wrapped: Wrapped::of(view, frame),
        id: call.id.to_string(),
        path,
    }
}
