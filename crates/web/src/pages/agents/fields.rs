//! What stands in the fields of an agent's form: what was typed, else what is kept.

use desk::people::TelephonyForm;
use domain::{Agent, Telephony};

use super::super::typed::Typed;

/// The text fields.
#[derive(Default)]
pub(in crate::pages) struct Fields {
    pub(in crate::pages) name: String,
    pub(in crate::pages) email: String,
    pub(in crate::pages) role: String,
    pub(in crate::pages) language: String,
    pub(in crate::pages) provider: String,
    pub(in crate::pages) operator_id: String,
    pub(in crate::pages) virtual_number: String,
}

impl Fields {
    /// What is kept of an agent.
    pub(in crate::pages) fn kept(agent: &Agent) -> Self {
        let Telephony {
            provider,
            operator_id,
            virtual_number,
        } = &agent.telephony;
        Self {
            name: agent.name.clone(),
            email: agent.email.to_string(),
            role: agent.role.to_string(),
            language: agent.language.to_string(),
            provider: provider.map(|one| one.to_string()).unwrap_or_default(),
            operator_id: operator_id
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            virtual_number: virtual_number
                .as_ref()
                .map(|one| one.pretty())
                .unwrap_or_default(),
        }
    }

    /// The same with what was typed in its place.
    pub(in crate::pages) fn with(self, typed: &Typed) -> Self {
        let field = |name: &str, kept: String| typed.sent(name).map_or(kept, str::to_owned);
        Self {
            name: field("name", self.name),
            email: field("email", self.email),
            role: field("role", self.role),
            language: field("language", self.language),
            provider: field("provider", self.provider),
            operator_id: field("operator_id", self.operator_id),
            virtual_number: field("virtual_number", self.virtual_number),
        }
    }
}

/// The block «Телефония» as it was sent.
pub(in crate::pages) fn telephony(typed: &Typed) -> TelephonyForm {
    let text = |field: &str| typed.sent(field).map(str::to_owned);
    TelephonyForm {
        provider: text("provider"),
        operator_id: text("operator_id"),
        virtual_number: text("virtual_number"),
    }
}
