//! The choices that several forms give: telephony, role, language.

use desk::people::Colleague;
use domain::presence::Presence;
use domain::{Language, Provider, Role};
use locale::Words;

use crate::form::Choice;
use crate::frame::{language_name, role_name};

/// A choice with its word.
#[must_use]
pub fn choice(value: impl Into<String>, label: impl Into<String>, chosen: bool) -> Choice {
    Choice {
        value: value.into(),
        label: label.into(),
        chosen,
    }
}

/// A colleague to choose, with what they are now unless they are simply there.
#[must_use]
pub fn colleague(one: &Colleague, t: &Words) -> String {
    match one.presence {
        Presence::Online => one.name.clone(),
        Presence::Away => format!("{} ({})", one.name, t.msg_presence_away()),
        Presence::DoNotDisturb => format!("{} ({})", one.name, t.msg_presence_quiet()),
    }
}

/// Every telephony there is.
#[must_use]
pub fn providers(chosen: &str) -> Vec<Choice> {
    let known = Provider::ALL.into_iter();
    known
        .map(|one| choice(one.as_str(), one.title(), one.as_str() == chosen))
        .collect()
}

/// The same, and none.
#[must_use]
pub fn providers_or_none(chosen: &str, t: &Words) -> Vec<Choice> {
    let none = choice("", t.msg_telephony_provider_none(), chosen.is_empty());
    std::iter::once(none).chain(providers(chosen)).collect()
}

/// Every role, with what it is for.
#[must_use]
pub fn roles(chosen: &str, t: &Words) -> Vec<Choice> {
    let named = |role: Role| {
        let about = match role {
            Role::Admin => t.msg_agent_role_admin_text(),
            Role::Supervisor => t.msg_agent_role_supervisor_text(),
            Role::Agent => t.msg_agent_role_agent_text(),
            Role::Internal => t.msg_agent_role_internal_text(),
        };
        let label = format!("{}: {about}", role_name(t, role));
        choice(role.as_str(), label, role.as_str() == chosen)
    };
    Role::ALL.into_iter().map(named).collect()
}

/// Every language, each in itself.
#[must_use]
pub fn languages(chosen: &str, t: &Words) -> Vec<Choice> {
    let named = |one: Language| choice(one.tag(), language_name(t, one), one.tag() == chosen);
    Language::ALL.into_iter().map(named).collect()
}
