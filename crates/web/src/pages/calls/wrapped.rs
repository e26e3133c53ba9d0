//! What came of a call, as its card and its page show it.

use desk::calls::CallView;
use desk::wrap_ups::WrapUpView;
use domain::Language;
use domain::wrap_up::{Given, Stands};
use domain::write_back::{Stage, WriteBack};

use crate::form::Choice;
use crate::frame::{Frame, Moment, outcome_choices};
use crate::pages::visit::Visit;
use crate::problem::Result;

/// What came of a call, as it is drawn.
pub struct Wrapped {
    /// The outcome's name, or that none was given.
    pub outcome: String,
    /// Whether one was given.
    pub is_given: bool,
    /// Labels.
    pub tags: Vec<String>,
    /// What is to be known besides, where no ticket has it.
    pub note: Option<String>,
    /// Who said it, and when.
    pub by: Option<(String, Moment)>,
    /// What of it is in the telephony.
    pub written: Option<Written>,
}

/// What of it is in the telephony, as it is drawn.
pub struct Written {
    /// `waiting`, `done`, `unclear` or `failed`.
    pub state: &'static str,
    /// The same in words.
    pub word: String,
    /// What the telephony said.
    pub said: Option<String>,
}

/// The form in which it is said, on the call's page.
pub struct Giving {
    /// What can be chosen.
    pub codes: Vec<Choice>,
    /// What was said before: labels, parted by commas.
    pub tags: String,
    /// And the note.
    pub note: String,
}

impl Giving {
    /// Whether something was said before.
    pub fn is_change(&self) -> bool {
        let chosen = |choice: &Choice| choice.chosen && !choice.value.is_empty();
        self.codes.iter().any(chosen) || !self.tags.is_empty() || !self.note.is_empty()
    }
}

impl Wrapped {
    /// Of this call, once anybody was asked or has said anything.
    pub fn of(view: &CallView, frame: &Frame) -> Option<Self> {
        let t = frame.t;
        let WrapUpView {
            wrap_up,
            outcome,
            by,
            written,
        } = view.wrap_up.as_ref()?;
        let given = wrap_up.given().cloned().unwrap_or_default();
        let unsaid = match wrap_up.stands {
            Stands::Open => t.msg_wrap_asked(),
            Stands::Skipped(_) | Stands::Given(..) => t.msg_wrap_skipped(),
        };
        let hand = by.as_ref().zip(wrap_up.hand());
        Some(Self {
            is_given: outcome.is_some(),
            outcome: outcome.as_ref().map_or(unsaid, |code| code.name.clone()),
            tags: given.tags,
            note: given.note.filter(|_| view.call.ticket_id.is_none()),
            by: hand.map(|(agent, hand)| (agent.name.clone(), frame.exact(hand.at))),
            written: written.as_ref().map(|one| Written::of(one, frame)),
        })
    }
}

impl Written {
    fn of(one: &WriteBack, frame: &Frame) -> Self {
        let t = frame.t;
        Self {
            state: one.stage.as_str(),
            word: match (one.stage, one.said.is_some()) {
                (Stage::Waiting, false) => t.msg_written_waiting(),
                (Stage::Waiting, true) => t.msg_written_retries(),
                (Stage::Done, _) => t.msg_written_done(),
                (Stage::Unclear, _) => t.msg_written_part(),
                (Stage::Failed, _) => t.msg_written_failed(),
            },
            said: said(one, frame.language),
        }
    }

    /// Whether a person may have it be tried again.
    pub fn may_be_tried(&self) -> bool {
        self.said.is_some() && self.state != "unclear"
    }
}

/// What the telephony said when it did not do it.
pub fn said(one: &WriteBack, language: Language) -> Option<String> {
    let place = Language::ALL.iter().position(|known| *known == language)?;
    one.said.as_ref()?.get(place).cloned()
}

/// The form, for those who may say what came of a call that is over.
pub async fn giving(visit: &Visit, view: &CallView, frame: &Frame) -> Result<Option<Giving>> {
    if !desk::wrap_ups::may_give(&visit.actor, &view.call) {
        return Ok(None);
    }
    let codes = visit.desk.outcome_codes(&visit.actor).await?;
    let wrap_up = view.wrap_up.as_ref().map(|one| &one.wrap_up);
    let given: Option<&Given> = wrap_up.and_then(|wrap_up| wrap_up.given());
    if given.is_none() && !codes.iter().any(|code| code.active) {
        return Ok(None);
    }
    let tags = given.map(|given| given.tags.join(", "));
    let note = given.and_then(|given| given.note.clone());
    Ok(Some(Giving {
        codes: outcome_choices(&codes, given.and_then(|given| given.outcome), frame.t),
        tags: tags.unwrap_or_default(),
        note: note.unwrap_or_default(),
    }))
}
