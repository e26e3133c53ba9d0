//! Properties of a ticket that are changed in place: each a form of one field that remembers what it was shown.

use desk::people::Colleague;
use desk::tickets::TicketView;
use desk::words::{priority_name, status_name};
use domain::{GroupId, Priority, Status};

use crate::form::Choice;
use crate::frame::Frame;
use crate::pages::choices::colleague;
use crate::pages::typed::Typed;

/// A property that is chosen out of a list.
pub struct Prop {
    /// The field.
    pub field: &'static str,
    /// The place of the key that leads to it, "" when none does.
    pub key: &'static str,
    /// Its name for people.
    pub label: String,
    /// Its icon.
    pub icon: &'static str,
    /// The icon's colour.
    pub meaning: &'static str,
    /// What it is now, as the form sends it back.
    pub was: String,
    /// What it is now, for people.
    pub word: String,
    /// What it may become.
    pub choices: Vec<Choice>,
    /// Whether somebody else changed it meanwhile: the choice stays and can be sent once more.
    pub again: bool,
}

/// Status, assignee, group and priority; no group where there is none in the desk.
pub fn props(
    view: &TicketView,
    colleagues: &[Colleague],
    groups: &[(GroupId, String)],
    frame: &Frame,
    typed: &Typed,
) -> Vec<Prop> {
    let mut props = vec![
        status(view, frame, typed),
        assignee(view, colleagues, frame, typed),
    ];
    if !groups.is_empty() {
        props.push(group(view, groups, frame, typed));
    }
    props.push(priority(view, frame, typed));
    props
}

/// Labels as they are typed.
#[must_use]
pub fn tags(view: &TicketView) -> String {
    view.ticket.tags.join(", ")
}

fn status(view: &TicketView, frame: &Frame, typed: &Typed) -> Prop {
    let now = view.ticket.status;
    let sign = crate::pages::words::StatusSign::of(now, frame.language);
    let chosen = typed.some("status").unwrap_or(now.as_str());
    let offered = Status::SETTABLE
        .into_iter()
        .filter(|status| *status != Status::New || now == Status::New);
    let offered =
        offered.map(|status| choice(status.as_str(), status_name(status, frame.language), chosen));
    Prop {
        field: "status",
        key: "KeyS",
        label: frame.t.msg_ticket_status(),
        icon: sign.icon,
        meaning: sign.meaning,
        was: now.as_str().to_owned(),
        word: sign.word,
        choices: with_present(
            offered.collect(),
            now.as_str(),
            &status_name(now, frame.language),
            chosen,
        ),
        again: typed.some("status").is_some(),
    }
}

fn assignee(view: &TicketView, colleagues: &[Colleague], frame: &Frame, typed: &Typed) -> Prop {
    let nobody = frame.t.msg_ticket_nobody();
    let now = view
        .assignee
        .as_ref()
        .map(|agent| agent.id.to_string())
        .unwrap_or_default();
    let word = view
        .assignee
        .as_ref()
        .map_or_else(|| nobody.clone(), |agent| agent.name.clone());
    let chosen = typed.sent("assignee_id").unwrap_or(&now).to_owned();
    let mut choices = vec![choice("", nobody, &chosen)];
    choices.extend(
        colleagues
            .iter()
            .map(|agent| choice(&agent.id.to_string(), colleague(agent, frame.t), &chosen)),
    );
    Prop {
        field: "assignee_id",
        key: "KeyA",
        label: frame.t.msg_ticket_assignee(),
        icon: "user-round",
        meaning: "",
        choices: with_present(choices, &now, &word, &chosen),
        was: now,
        word,
        again: typed.sent("assignee_id").is_some(),
    }
}

fn group(view: &TicketView, groups: &[(GroupId, String)], frame: &Frame, typed: &Typed) -> Prop {
    let none = frame.t.msg_ticket_no_group();
    let now = view.ticket.group_id;
    let now = now.map(|id| id.to_string()).unwrap_or_default();
    let chosen = typed.sent("group_id").unwrap_or(&now).to_owned();
    let mut choices = vec![choice("", none.clone(), &chosen)];
    let offered = groups
        .iter()
        .map(|(id, name)| choice(&id.to_string(), name.clone(), &chosen));
    choices.extend(offered);
    let word = choices.iter().find(|choice| choice.value == now);
    Prop {
        field: "group_id",
        key: "",
        label: frame.t.msg_ticket_group(),
        icon: "users-round",
        meaning: "",
        word: word.map_or(none, |choice| choice.label.clone()),
        choices,
        was: now,
        again: typed.sent("group_id").is_some(),
    }
}

fn priority(view: &TicketView, frame: &Frame, typed: &Typed) -> Prop {
    let now = view.ticket.priority;
    let chosen = typed.some("priority").unwrap_or(now.as_str());
    let offered = Priority::ALL.iter();
    let offered = offered.map(|priority| {
        choice(
            priority.as_str(),
            priority_name(*priority, frame.language),
            chosen,
        )
    });
    Prop {
        field: "priority",
        key: "KeyP",
        label: frame.t.msg_ticket_priority(),
        icon: "flag",
        meaning: if crate::pages::words::is_pressing(now) {
            "miss"
        } else {
            ""
        },
        was: now.as_str().to_owned(),
        word: priority_name(now, frame.language),
        choices: offered.collect(),
        again: typed.some("priority").is_some(),
    }
}

fn choice(value: &str, label: String, chosen: &str) -> Choice {
    Choice {
        value: value.to_owned(),
        label,
        chosen: value == chosen,
    }
}

/// What stands now is among the choices even when nobody could choose it: somebody who has left, a merged ticket.
fn with_present(mut choices: Vec<Choice>, now: &str, word: &str, chosen: &str) -> Vec<Choice> {
    if !choices.iter().any(|choice| choice.value == now) {
        choices.push(choice(now, word.to_owned(), chosen));
    }
    choices
}
