//! A call outside.

use desk::calls::CallView;
use desk::words::decision_text;
use domain::call::Leg;
use domain::transcript::{Making, Stage};
use domain::{Decision, Language, Party};
use jiff::Timestamp;
use serde::Serialize;
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::recording::{Recording, recording};
use super::text;
use super::wrap_up::{CallWrapUp, shape_wrap_up};

/// One call session of the provider.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Call {
    #[schema(example = "call_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    /// The provider's `call_session_id`.
    #[schema(example = 237_143_201)]
    session_id: i64,
    channel_id: String,
    /// `in`: a client calls us; `out`: we call a client.
    #[schema(example = "in")]
    direction: &'static str,
    /// `ringing`, `talking` or `finished`.
    #[schema(example = "finished")]
    state: &'static str,
    /// `talked`, `missed` (the client did not get through), `failed` (we did not reach them) or `unknown`.
    #[schema(example = "talked")]
    outcome: &'static str,
    /// Whether client and operator talked; `null` until that is known.
    success: Option<bool>,
    client_id: Option<String>,
    ticket_id: Option<String>,
    /// Who talked or dialled, when the desk knows the operator.
    agent_id: Option<String>,
    /// The provider's employee.
    operator: Option<Operator>,
    /// E.164, or a number inside the PBX; `null` when it is hidden.
    #[schema(example = "+79162041837")]
    client_number: Option<String>,
    #[schema(example = "+74951500000")]
    virtual_number: Option<String>,
    started_at: Timestamp,
    answered_at: Option<Timestamp>,
    finished_at: Option<Timestamp>,
    /// Seconds until somebody took it, or until it was given up.
    wait_seconds: Option<i64>,
    /// Seconds from pick-up to end.
    talk_seconds: Option<i64>,
    total_seconds: Option<i64>,
    /// The provider's mnemonic of why it ended.
    finish_reason: Option<String>,
    recordings: Vec<Recording>,
    transcript: Transcript,
    /// Tags set at the provider.
    tags: Vec<String>,
    /// The client's mark.
    rating: Option<i64>,
    /// Operators who took part, in order.
    legs: Vec<CallLeg>,
    /// What came of it, as its agent has said; `null` when nobody was asked and nobody has said.
    wrap_up: Option<CallWrapUp>,
    /// Why this client, this ticket, this agent, and where the PBX was told to ring.
    decisions: Vec<CallDecision>,
    /// When it was closed because its end never came.
    lapsed_at: Option<Timestamp>,
    /// Grows with each change.
    version: i64,
}

/// An employee as the provider knows them.
#[derive(Debug, Serialize, ToSchema)]
struct Operator {
    /// The provider's id, the one in an agent's `telephony.operator_id`.
    #[schema(example = "391001")]
    id: Option<String>,
    name: Option<String>,
}

/// What was said, in writing.
#[derive(Debug, Serialize, ToSchema)]
struct Transcript {
    /// `none`: nobody has asked for one; `waiting`, `running`, `ready` or `failed`.
    state: &'static str,
    /// How far it is, 0 to 100.
    percent: u8,
    /// Why there is none, when it failed.
    reason: Option<&'static str>,
}

/// An operator's part in a call.
#[derive(Debug, Serialize, ToSchema)]
struct CallLeg {
    operator: Operator,
    /// Whether they talked; otherwise it rang there in vain.
    talked: bool,
    answered_at: Option<Timestamp>,
}

/// One decision of the desk about a call.
#[derive(Debug, Serialize, ToSchema)]
struct CallDecision {
    /// What it decides: `client`, `ticket`, `agent` or `route`.
    about: &'static str,
    /// The decision in words.
    text: String,
    /// `because`, the reason's name, and the ids it rested on.
    #[serde(flatten)]
    #[schema(value_type = Object)]
    facts: Map<String, Value>,
}

pub(crate) fn shape_call(language: Language) -> impl Fn(CallView) -> Call {
    move |view| {
        let transcript = transcript(view.transcript.as_ref());
        let routed = view.routed.map(|routed| decision(&routed, language));
        let wrap_up = view.wrap_up.map(|said| shape_wrap_up(said, language));
        let mut call = shape(view.call, &view.recordings, transcript, language);
        call.decisions.extend(routed);
        Call { wrap_up, ..call }
    }
}

fn shape(
    call: domain::Call,
    recordings: &[domain::Recording],
    transcript: Transcript,
    language: Language,
) -> Call {
    let facts = call.facts;
    Call {
        success: facts.success(),
        recordings: recordings.iter().map(recording).collect(),
        id: text(call.id),
        session_id: call.session_id,
        channel_id: text(call.channel_id),
        direction: facts.direction.as_str(),
        state: facts.state.as_str(),
        outcome: facts.outcome.as_str(),
        client_id: call.client_id.map(text),
        ticket_id: call.ticket_id.map(text),
        agent_id: call.agent_id.map(text),
        operator: facts.operator.map(operator),
        client_number: facts.client.as_ref().and_then(number),
        virtual_number: facts.virtual_number.as_ref().and_then(number),
        started_at: facts.started_at,
        answered_at: facts.answered_at,
        finished_at: facts.finished_at,
        wait_seconds: facts.wait_seconds,
        talk_seconds: facts.talk_seconds,
        total_seconds: facts.total_seconds,
        finish_reason: facts.finish_reason,
        transcript,
        tags: facts.tags,
        rating: facts.rating,
        legs: facts.legs.into_iter().map(leg).collect(),
        decisions: call
            .decisions
            .iter()
            .map(|one| decision(one, language))
            .collect(),
        wrap_up: None,
        lapsed_at: call.lapsed_at,
        version: call.version,
    }
}

fn transcript(making: Option<&Making>) -> Transcript {
    let Some(making) = making else {
        return Transcript {
            state: "none",
            percent: 0,
            reason: None,
        };
    };
    Transcript {
        state: making.stage.as_str(),
        percent: making.stage.percent(),
        reason: match &making.stage {
            Stage::Failed(why, _) => Some(why.as_str()),
            Stage::Waiting(_) | Stage::Running(_) | Stage::Ready => None,
        },
    }
}

fn number(party: &Party) -> Option<String> {
    party.as_text().map(str::to_owned)
}

fn operator(operator: domain::Operator) -> Operator {
    Operator {
        id: operator.id.map(text),
        name: operator.name,
    }
}

fn leg(leg: Leg) -> CallLeg {
    CallLeg {
        operator: operator(leg.operator),
        talked: leg.talked,
        answered_at: leg.answered_at,
    }
}

fn decision(decision: &Decision, language: Language) -> CallDecision {
    let facts = match serde_json::to_value(decision) {
        Ok(Value::Object(facts)) => facts,
        Ok(_) | Err(_) => Map::new(),
    };
    CallDecision {
        about: decision.about(),
        text: decision_text(decision, language),
        facts,
    }
}
