//! The ticket policy as choices.

use domain::TicketPolicy;
use domain::policy::{Attach, Tickets};
use locale::Words;

use super::super::choices::choice;
use crate::form::Choice;

/// Which calls make a ticket.
pub(super) fn tickets(policy: TicketPolicy, typed: Option<&str>, t: &Words) -> Vec<Choice> {
    let kept = match policy.tickets {
        Tickets::EveryCall => "every_call",
        Tickets::Missed => "missed",
        Tickets::Answered => "answered",
        Tickets::Never => "never",
    };
    let chosen = typed.unwrap_or(kept);
    [
        ("every_call", t.msg_channel_policy_every_call()),
        ("missed", t.msg_channel_policy_missed()),
        ("answered", t.msg_channel_policy_answered()),
        ("never", t.msg_channel_policy_never()),
    ]
    .map(|(value, label)| choice(value, label, value == chosen))
    .into()
}

/// Where a call of a client with a ticket goes.
pub(super) fn attach(policy: TicketPolicy, typed: Option<&str>, t: &Words) -> Vec<Choice> {
    let kept = match policy.attach {
        Attach::OpenTicket => "open_ticket",
        Attach::AlwaysNew => "always_new",
    };
    let chosen = typed.unwrap_or(kept);
    [
        ("open_ticket", t.msg_channel_policy_open_ticket()),
        ("always_new", t.msg_channel_policy_always_new()),
    ]
    .map(|(value, label)| choice(value, label, value == chosen))
    .into()
}

/// The policy as it is, for those who only read it.
pub(super) fn told(policy: TicketPolicy, t: &Words) -> [String; 2] {
    let chosen = |choices: Vec<Choice>| {
        let chosen = choices.into_iter().find(|choice| choice.chosen);
        chosen.map_or_else(String::new, |choice| choice.label)
    };
    [
        chosen(tickets(policy, None, t)),
        chosen(attach(policy, None, t)),
    ]
}
