//! Whether a channel's App Secret works, and if not, what its owner has to do.

use jiff::tz::TimeZone;
use uis::Mnemonic;

use super::{Failure, Limits, Pbx, Why};

/// A part of the platform that the tariff may lack.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// Steering calls: hold, transfer, the list of live calls. «Управление вызовами».
    Steering,
    /// Writing into the account: tags, remarks, transcripts. «Data API для настройки».
    Writing,
}

/// The account behind a key that works.
#[derive(Debug, Clone, PartialEq)]
pub struct Account {
    /// Its id.
    pub id: i64,
    /// Its name.
    pub name: String,
    /// By which its times come; `None` when it named none that is known here.
    pub zone: Option<TimeZone>,
    /// What the tariff lacks.
    pub lacks: Vec<Part>,
    /// What is left of the limits for calls.
    pub call_limits: Option<Limits>,
    /// What is left of the limits for the account.
    pub account_limits: Option<Limits>,
}

/// What came of trying a key.
#[derive(Debug)]
pub enum Verdict {
    /// It works.
    Works(Box<Account>),
    /// It is not a key of this account, or not a whole one.
    KeyWrong,
    /// It was a key until it expired.
    KeyExpired,
    /// It is blocked in the account.
    KeyBlocked,
    /// The server's address has to be put on the account's white list.
    AddressNotAllowed {
        /// The address, where the platform told it.
        address: Option<String>,
    },
    /// The tariff lacks the Call API or the Data API altogether.
    ComponentMissing,
    /// The account is not active.
    AccountInactive,
    /// The tariff's limit is used up for now.
    NoPointsLeft,
    /// The platform was not reached, or its answer could not be read.
    Unclear(Failure),
}

impl Pbx {
    /// Tries the key on both APIs. Costs three points and changes nothing.
    pub async fn check(&self) -> Verdict {
        let (account, live, card) = tokio::join!(
            self.account.account(),
            self.live(),
            self.account.account_card(),
        );
        let account = match account {
            Ok(account) => account,
            Err(failure) => return verdict(failure.into()),
        };
        let mut lacks = Vec::new();
        for (part, failure) in [
            (Part::Steering, live.err()),
            (Part::Writing, card.err().map(Failure::from)),
        ] {
            match failure {
                None => {}
                Some(failure) if failure.why() == Why::Component => lacks.push(part),
                Some(failure) => return verdict(failure),
            }
        }
        let (call_limits, account_limits) = self.limits();
        Verdict::Works(Box::new(Account {
            id: account.app_id,
            zone: account.zone().ok(),
            name: account.name.unwrap_or_default(),
            lacks,
            call_limits,
            account_limits,
        }))
    }
}

fn verdict(failure: Failure) -> Verdict {
    match failure.why() {
        Why::Key => match failure.0.mnemonic() {
            Some(Mnemonic::AccessTokenExpired) => Verdict::KeyExpired,
            Some(Mnemonic::AccessTokenBlocked) => Verdict::KeyBlocked,
            Some(_) | None => Verdict::KeyWrong,
        },
        Why::Address => {
            let address = failure.0.refusal().and_then(uis::Refusal::address_to_allow);
            Verdict::AddressNotAllowed { address }
        }
        Why::Component => Verdict::ComponentMissing,
        Why::Account => Verdict::AccountInactive,
        Why::Limit => Verdict::NoPointsLeft,
        Why::Operator
        | Why::Phone
        | Why::OwnNumber
        | Why::BlackList
        | Why::Number
        | Why::Over
        | Why::State
        | Why::Already
        | Why::Unreachable
        | Why::Other => Verdict::Unclear(failure),
    }
}
