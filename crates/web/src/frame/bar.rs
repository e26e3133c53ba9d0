//! The call bar: the call this agent is in, as it is drawn above every page.

use desk::phone::{self, Colleague};
use domain::call::{Stance, State};
use domain::{Party, PhoneNumber};
use locale::Words;

use super::{Moment, Presence};

/// The call this agent is in.
#[derive(Debug, Clone)]
pub struct Bar {
    /// Where its orders are sent.
    pub path: String,
    /// `ringing`, `talking` or `held`.
    pub state: &'static str,
    /// The client's name, or what stands in its place.
    pub who: String,
    /// Their number, when it is not what they are called by.
    pub number: Option<PhoneNumber>,
    /// How it stands, in words.
    pub word: String,
    /// Since when they talk or wait.
    pub since: Option<Moment>,
    /// Its ticket.
    pub ticket: Option<i64>,
    /// Whether the client waits.
    pub is_held: bool,
    /// Whom they wait for, when somebody is dialled meanwhile.
    pub third: Option<String>,
    /// Whether somebody is dialled meanwhile.
    pub is_asking: bool,
    /// To whom it can be passed on.
    pub people: Vec<Choice>,
}

/// Somebody to whom the call can be passed on.
#[derive(Debug, Clone)]
pub struct Choice {
    /// Their id.
    pub id: String,
    /// Their name, and what they do now.
    pub label: String,
}

impl Bar {
    /// The bar of a call; `since` draws a moment that counts up.
    #[must_use]
    pub fn of(bar: &phone::Bar, since: impl Fn(domain::At) -> Moment, t: &Words) -> Self {
        let facts = &bar.view.call.facts;
        let stance = bar.steered.as_ref().map_or(Stance::Talking, |it| it.stance);
        let talking = facts.state == State::Talking;
        let is_asking = talking && stance == Stance::Consulting;
        let is_held = talking && stance != Stance::Talking;
        let (state, word) = match (talking, is_asking, is_held) {
            (false, _, _) => ("ringing", t.msg_bar_ringing()),
            (true, true, _) => ("held", t.msg_bar_asking()),
            (true, false, true) => ("held", t.msg_bar_held()),
            (true, false, false) => ("talking", t.msg_bar_talking()),
        };
        let from = match is_held {
            true => bar.steered.as_ref().map(|steered| steered.since),
            false => facts.answered_at.filter(|_| talking),
        };
        let number = facts.client.as_ref().and_then(Party::phone).cloned();
        let shown = number.as_ref().map(PhoneNumber::pretty);
        let named = bar.view.client.as_ref().map(|client| client.name.clone());
        Self {
            path: format!("/calls/{}/steer", bar.view.call.id),
            state,
            number: number.filter(|_| named.is_some() && named != shown),
            who: named.or(shown).unwrap_or_else(|| t.msg_subject_unknown()),
            word,
            since: from.map(since),
            ticket: bar.view.ticket_number,
            is_held,
            third: bar.steered.as_ref().and_then(|it| it.third.clone()),
            is_asking,
            people: bar.colleagues.iter().map(|one| choice(one, t)).collect(),
        }
    }

    /// Whether they talk, however the client waits.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.state != "ringing"
    }
}

fn choice(one: &Colleague, t: &Words) -> Choice {
    let presence = match one.in_call {
        true => Presence::Talking,
        false => one.presence.into(),
    };
    let mut label = format!("{}, {}", one.name, presence.word(t).to_lowercase());
    if let Some(status) = &one.status {
        label.push_str(&format!(" ({})", status.to_lowercase()));
    }
    Choice {
        id: one.id.to_string(),
        label,
    }
}
