//! Why the PBX did not do what it was asked, in the desk's terms.

use domain::Language;
use uis::{Lang, Mnemonic};

/// Why the PBX did not do it.
#[derive(Debug, thiserror::Error)]
#[error(transparent)]
pub struct Failure(#[from] pub(super) uis::Failure);

/// The reasons that the desk tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// The App Secret is wrong, has expired or is blocked.
    Key,
    /// The server's address is not on the account's white list.
    Address,
    /// The tariff lacks what it takes.
    Component,
    /// The account is not active.
    Account,
    /// The tariff's limit is used up.
    Limit,
    /// The PBX does not know this operator.
    Operator,
    /// The operator has no active phone.
    Phone,
    /// The virtual number is not the account's.
    OwnNumber,
    /// The client is on the black list.
    BlackList,
    /// The client's number cannot be called: abroad, one's own, no number.
    Number,
    /// The call is over.
    Over,
    /// The call cannot take this in its state.
    State,
    /// It is so already: the tag is there, the recording runs.
    Already,
    /// No answer, or none that can be read.
    Unreachable,
    /// Anything else.
    Other,
}

impl Failure {
    /// One sentence for the person who asked for it.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        self.0.sentence(match language {
            Language::Ru => Lang::Ru,
            Language::En => Lang::En,
        })
    }

    /// Whether the PBX may have done it although no good answer came: a call must not simply be begun again then.
    #[must_use]
    pub fn may_have_been_done(&self) -> bool {
        self.0.may_have_been_done()
    }

    /// The reason.
    #[must_use]
    #[expect(
        clippy::wildcard_enum_match_arm,
        reason = "the platform has many more errors, and nobody here can act on them"
    )]
    pub fn why(&self) -> Why {
        let Some(refusal) = self.0.refusal() else {
            let spent = matches!(self.0, uis::Failure::NoPoints { .. });
            return if spent { Why::Limit } else { Why::Unreachable };
        };
        let about = |field: &str| refusal.field.as_deref() == Some(field);
        match &refusal.mnemonic {
            Mnemonic::AccessTokenInvalid
            | Mnemonic::AccessTokenExpired
            | Mnemonic::AccessTokenBlocked
            | Mnemonic::AuthError => Why::Key,
            Mnemonic::IpNotWhitelisted => Why::Address,
            Mnemonic::ComponentDisabled
            | Mnemonic::MethodComponentDisabled
            | Mnemonic::ParameterComponentDisabled
            | Mnemonic::TariffRestrictions => Why::Component,
            Mnemonic::AccountInactive => Why::Account,
            Mnemonic::LimitExceeded => Why::Limit,
            Mnemonic::EmployeeNotFound => Why::Operator,
            Mnemonic::NoActivePhoneNumber => Why::Phone,
            Mnemonic::VirtualPhoneNumberNotFound => Why::OwnNumber,
            Mnemonic::ContactInBlacklist => Why::BlackList,
            Mnemonic::OwnVirtualPhoneNumberNotAllowed => Why::Number,
            Mnemonic::InvalidParameterValue if about("contact") => Why::Number,
            Mnemonic::CallSessionNotFound => Why::Over,
            Mnemonic::InvalidState | Mnemonic::LegNotFound => Why::State,
            Mnemonic::DuplicateTag
            | Mnemonic::RecordAlreadyStarted
            | Mnemonic::RecordAlreadyStopped => Why::Already,
            // Directions that the account's owner has closed come with a code and no name of their own.
            Mnemonic::Other(_) if refusal.code == SECURITY => Why::Number,
            _ => Why::Other,
        }
    }
}

/// The code of what the account's security rules forbid.
const SECURITY: i64 = -32002;
