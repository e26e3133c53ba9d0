//! What is typed about a person, read into what is kept.

use domain::agent::OperatorId;
use domain::text::one_line;
use domain::{Country, Email, Language, PhoneNumber, Provider, Role, Telephony};

use super::LONGEST_NAME;
use crate::Why;
use crate::fault::Faults;

/// The block «Телефония» as typed: what is absent stays, what is empty is taken away.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TelephonyForm {
    /// Telephony type: `uis`, …
    pub provider: Option<String>,
    /// «ID оператора»: digits, or the address of the employee's card.
    pub operator_id: Option<String>,
    /// «Виртуальный номер телефона» in any spelling.
    pub virtual_number: Option<String>,
}

impl TelephonyForm {
    /// What it makes of the block there was. Whoever is an operator is one of somebody's telephony.
    pub(super) fn read(
        &self,
        faults: &mut Faults,
        before: &Telephony,
        country: Country,
    ) -> Telephony {
        let mut after = before.clone();
        if let Some(typed) = &self.provider {
            after.provider = optional(faults, "telephony.provider", typed, read_provider);
        }
        if let Some(typed) = &self.operator_id {
            after.operator_id = optional(faults, "telephony.operator_id", typed, |typed| {
                OperatorId::parse(typed).map_err(|_| Why::NotAnOperatorId)
            });
        }
        if let Some(typed) = &self.virtual_number {
            after.virtual_number = optional(faults, "telephony.virtual_number", typed, |typed| {
                PhoneNumber::parse(typed, country).map_err(|_| Why::NotAPhone)
            });
        }
        let none_typed = self
            .provider
            .as_ref()
            .is_none_or(|typed| typed.trim().is_empty());
        if after.operator_id.is_some() && after.provider.is_none() && none_typed {
            faults.add("telephony.provider", Why::Required);
        }
        after
    }
}

fn optional<T>(
    faults: &mut Faults,
    field: &str,
    typed: &str,
    read: impl Fn(&str) -> Result<T, Why>,
) -> Option<T> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    faults.take(field, read(typed))
}

/// The telephony of this name.
pub(crate) fn read_provider(typed: &str) -> Result<Provider, Why> {
    let known = Provider::ALL.map(Provider::as_str).to_vec();
    typed.trim().parse().map_err(|_| Why::NotOneOf(known))
}

pub(super) fn read_email(faults: &mut Faults, typed: &str) -> Option<Email> {
    if typed.trim().is_empty() {
        faults.add("email", Why::Required);
        return None;
    }
    faults.take("email", typed.parse().map_err(|_| Why::NotAnEmail))
}

pub(super) fn read_name(faults: &mut Faults, typed: &str) -> Option<String> {
    faults.take("name", one_line(typed, LONGEST_NAME))
}

pub(super) fn read_role(faults: &mut Faults, typed: &str) -> Option<Role> {
    let known = Role::ALL.map(Role::as_str).to_vec();
    faults.take(
        "role",
        typed.trim().parse().map_err(|_| Why::NotOneOf(known)),
    )
}

pub(super) fn read_language(faults: &mut Faults, typed: &str) -> Option<Language> {
    let known = Language::ALL.map(Language::tag).to_vec();
    let read = typed.trim().parse().map_err(|_| Why::NotOneOf(known));
    faults.take("language", read)
}
