//! The strip that asks an agent what came of a call of theirs that is over.

use desk::wrap_ups::Asked;
use domain::{Party, PhoneNumber};
use locale::Words;

use crate::form::Choice;

/// What an agent is asked.
#[derive(Debug, Clone)]
pub struct WrapUp {
    /// The call's id: another call is another form.
    pub id: String,
    /// Where the answer is sent.
    pub path: String,
    /// The client's name, or what stands in its place.
    pub who: String,
    /// Its ticket.
    pub ticket: Option<i64>,
    /// What can be chosen.
    pub codes: Vec<Choice>,
    /// The labels of its ticket, in words; "" when there are none.
    pub tags_there: String,
    /// Of how many more calls they are asked.
    pub more: usize,
}

impl WrapUp {
    /// What this agent is asked.
    #[must_use]
    pub fn of(asked: &Asked, t: &Words) -> Self {
        let view = &asked.view;
        let number = view.call.facts.client.as_ref().and_then(Party::phone);
        let named = view.client.as_ref().map(|client| client.name.clone());
        let shown = number.map(PhoneNumber::pretty);
        let tags = asked.ticket_tags.join(", ");
        Self {
            id: view.call.id.to_string(),
            path: format!("/calls/{}/outcome", view.call.id),
            who: named.or(shown).unwrap_or_else(|| t.msg_subject_unknown()),
            ticket: view.ticket_number,
            codes: choices(&asked.codes, None, t),
            tags_there: match tags.is_empty() {
                true => tags,
                false => t.msg_wrap_tags_there(tags),
            },
            more: asked.more,
        }
    }
}

/// The outcomes as a list to choose from; one that is no longer offered stands there when it was chosen.
#[must_use]
pub fn choices(
    codes: &[domain::OutcomeCode],
    chosen: Option<domain::OutcomeCodeId>,
    t: &Words,
) -> Vec<Choice> {
    let none = Choice {
        value: String::new(),
        label: t.msg_wrap_choose(),
        chosen: chosen.is_none(),
    };
    let offered = codes
        .iter()
        .filter(|code| code.active || Some(code.id) == chosen);
    let choice = |code: &domain::OutcomeCode| Choice {
        value: code.id.to_string(),
        label: code.name.clone(),
        chosen: Some(code.id) == chosen,
    };
    std::iter::once(none).chain(offered.map(choice)).collect()
}
