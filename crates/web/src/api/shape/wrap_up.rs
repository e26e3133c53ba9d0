//! What came of a call, outside.

use desk::wrap_ups::WrapUpView;
use domain::wrap_up::Stands;
use domain::{Language, OutcomeCode as Code};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use super::text;
use crate::pages::said_of;

/// What came of a call, as its agent has said.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct CallWrapUp {
    /// `open`: the agent is asked; `given`: it was said; `skipped`: it was left unsaid.
    #[schema(example = "given")]
    state: &'static str,
    /// Who is asked.
    agent_id: String,
    outcome: Option<OutcomeCode>,
    /// Labels that were given with it.
    tags: Vec<String>,
    note: Option<String>,
    /// Who said it.
    settled_by: Option<String>,
    settled_at: Option<Timestamp>,
    /// What of it is in the telephony; `null` when its channel does not want that.
    written_back: Option<WrittenBack>,
}

/// What of what was said of a call is in the telephony.
#[derive(Debug, Serialize, ToSchema)]
struct WrittenBack {
    /// `waiting`: it is to be written, or to be tried again; `done`; `unclear`: the tags are there, the note may be;
    /// `failed`: somebody has to mend something first.
    #[schema(example = "done")]
    state: &'static str,
    /// What the telephony said when it did not do it.
    said: Option<String>,
}

/// What can have come of a call.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct OutcomeCode {
    #[schema(example = "out_0195f2d1c3a47b2e9c11d0a6b7e4f311")]
    id: String,
    #[schema(example = "Продажа")]
    name: String,
    /// Whether it can be chosen; one that cannot stays on the calls that have it.
    active: bool,
    /// Its place among the others.
    place: i64,
}

pub(crate) fn shape_outcome_code(code: Code) -> OutcomeCode {
    OutcomeCode {
        id: text(code.id),
        name: code.name,
        active: code.active,
        place: code.place,
    }
}

pub(super) fn shape_wrap_up(view: WrapUpView, language: Language) -> CallWrapUp {
    let wrap_up = view.wrap_up;
    let given = wrap_up.given().cloned().unwrap_or_default();
    let hand = wrap_up.hand();
    CallWrapUp {
        state: match wrap_up.stands {
            Stands::Open => "open",
            Stands::Given(..) => "given",
            Stands::Skipped(_) => "skipped",
        },
        agent_id: text(wrap_up.agent_id),
        outcome: view.outcome.map(shape_outcome_code),
        tags: given.tags,
        note: given.note,
        settled_by: hand.map(|hand| text(hand.by)),
        settled_at: hand.map(|hand| hand.at),
        written_back: view.written.map(|one| WrittenBack {
            state: one.stage.as_str(),
            said: said_of(&one, language),
        }),
    }
}
