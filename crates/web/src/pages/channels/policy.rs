//! The ticket policy as choices.

use desk::channels::{MarkForm, PolicyForm};
use domain::{Group, GroupId, Language, Priority, TicketPolicy};
use locale::Words;

use super::super::choices::choice;
use super::super::typed::Typed;
use crate::form::Choice;

/// The policy's form: what was typed, else what is kept.
pub(super) struct PolicyFields {
    /// Which calls make a ticket.
    pub(super) tickets: Vec<Choice>,
    /// Where a call goes.
    pub(super) attach: Vec<Choice>,
    /// Hours, as typed.
    pub(super) reopen_hours: String,
    /// Numbers of ours, one a line.
    pub(super) virtual_numbers: String,
    /// Seconds, as typed.
    pub(super) min_talk: String,
    /// What becomes of spammers' calls.
    pub(super) spammers: Vec<Choice>,
    /// Outside working hours: how soon.
    pub(super) priorities: Vec<Choice>,
    /// A label.
    pub(super) tag: String,
    /// Whose job it is.
    pub(super) groups: Vec<Choice>,
    /// Whether any condition is set.
    pub(super) conditions_open: bool,
}

impl PolicyFields {
    /// The form over a policy.
    pub(super) fn over(
        policy: &TicketPolicy,
        groups: &[Group],
        typed: &Typed,
        language: Language,
    ) -> Self {
        let t = locale::words(language);
        let field = |name: &str, kept: String| typed.sent(name).map_or(kept, str::to_owned);
        let numbers: Vec<String> = policy
            .virtual_numbers
            .iter()
            .map(|number| number.pretty())
            .collect();
        let mark = &policy.outside_hours;
        let without_conditions = TicketPolicy {
            tickets: policy.tickets,
            attach: policy.attach,
            reopen_solved_within_hours: policy.reopen_solved_within_hours,
            ..TicketPolicy::default()
        };
        Self {
            tickets: tickets(policy, typed.sent("tickets"), t),
            attach: attach(policy, typed.sent("attach"), t),
            reopen_hours: field(
                "reopen_hours",
                policy.reopen_solved_within_hours.to_string(),
            ),
            virtual_numbers: field("virtual_numbers", numbers.join("\n")),
            min_talk: field("min_talk", policy.min_talk_seconds.to_string()),
            spammers: spammers(policy, typed.sent("spammers"), t),
            priorities: priorities(mark.priority, typed.sent("outside_priority"), language),
            tag: field("outside_tag", mark.tag.clone().unwrap_or_default()),
            groups: choose_group(groups, mark.group_id, typed.sent("outside_group"), t),
            conditions_open: *policy != without_conditions || typed.sent("min_talk").is_some(),
        }
    }
}

/// The policy as it was typed.
pub(super) fn read(typed: &Typed) -> PolicyForm {
    let text = |field: &str| typed.sent(field).map(str::to_owned);
    let lines = |text: &str| text.lines().map(str::to_owned).collect();
    PolicyForm {
        tickets: text("tickets"),
        attach: text("attach"),
        reopen_solved_within_hours: super::settings::number(typed, "reopen_hours"),
        virtual_numbers: typed.sent("virtual_numbers").map(lines),
        min_talk_seconds: super::settings::number(typed, "min_talk"),
        spammers: text("spammers"),
        outside_hours: typed.sent("outside_tag").map(|tag| MarkForm {
            priority: typed.one("outside_priority").to_owned(),
            tag: tag.to_owned(),
            group_id: typed.one("outside_group").to_owned(),
        }),
    }
}

/// The same fields as a policy that is known, to be sent again.
pub(super) fn as_typed(policy: &TicketPolicy) -> Vec<(&'static str, String)> {
    let numbers: Vec<&str> = policy
        .virtual_numbers
        .iter()
        .map(|number| number.as_str())
        .collect();
    let mark = &policy.outside_hours;
    let priority = mark.priority.map(|priority| priority.as_str().to_owned());
    vec![
        ("tickets", policy.tickets.as_str().to_owned()),
        ("attach", policy.attach.as_str().to_owned()),
        (
            "reopen_hours",
            policy.reopen_solved_within_hours.to_string(),
        ),
        ("virtual_numbers", numbers.join("\n")),
        ("min_talk", policy.min_talk_seconds.to_string()),
        ("spammers", policy.spammers.as_str().to_owned()),
        ("outside_priority", priority.unwrap_or_default()),
        ("outside_tag", mark.tag.clone().unwrap_or_default()),
        (
            "outside_group",
            mark.group_id.map_or_else(String::new, |id| id.to_string()),
        ),
    ]
}

fn spammers(policy: &TicketPolicy, typed: Option<&str>, t: &Words) -> Vec<Choice> {
    let chosen = typed.unwrap_or(policy.spammers.as_str());
    [
        ("spam_ticket", t.msg_policy_spam_ticket()),
        ("no_ticket", t.msg_policy_no_ticket()),
    ]
    .map(|(value, label)| choice(value, label, value == chosen))
    .into()
}

fn priorities(kept: Option<Priority>, typed: Option<&str>, language: Language) -> Vec<Choice> {
    let t = locale::words(language);
    let chosen = typed.unwrap_or(kept.map_or("", Priority::as_str));
    let usual = choice("", t.msg_policy_outside_as_usual(), chosen.is_empty());
    let all = Priority::ALL.iter().map(|one| {
        let word = desk::words::priority_name(*one, language);
        choice(one.as_str(), word, one.as_str() == chosen)
    });
    std::iter::once(usual).chain(all).collect()
}

fn choose_group(
    groups: &[Group],
    kept: Option<GroupId>,
    typed: Option<&str>,
    t: &Words,
) -> Vec<Choice> {
    let kept = kept.map_or_else(String::new, |id| id.to_string());
    let chosen = typed.unwrap_or(&kept);
    let usual = choice("", t.msg_policy_outside_as_usual(), chosen.is_empty());
    let all = groups.iter().map(|group| {
        let id = group.id.to_string();
        let is_chosen = id == chosen;
        choice(id, group.name.as_str(), is_chosen)
    });
    std::iter::once(usual).chain(all).collect()
}

/// Which calls make a ticket.
pub(super) fn tickets(policy: &TicketPolicy, typed: Option<&str>, t: &Words) -> Vec<Choice> {
    let chosen = typed.unwrap_or(policy.tickets.as_str());
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
pub(super) fn attach(policy: &TicketPolicy, typed: Option<&str>, t: &Words) -> Vec<Choice> {
    let chosen = typed.unwrap_or(policy.attach.as_str());
    [
        ("open_ticket", t.msg_channel_policy_open_ticket()),
        ("always_new", t.msg_channel_policy_always_new()),
    ]
    .map(|(value, label)| choice(value, label, value == chosen))
    .into()
}

/// The policy as it is, for those who only read it.
pub(super) fn told(policy: &TicketPolicy, t: &Words) -> [String; 2] {
    let chosen = |choices: Vec<Choice>| {
        let chosen = choices.into_iter().find(|choice| choice.chosen);
        chosen.map_or_else(String::new, |choice| choice.label)
    };
    [
        chosen(tickets(policy, None, t)),
        chosen(attach(policy, None, t)),
    ]
}
