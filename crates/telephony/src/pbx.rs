//! The PBX of one channel: what the desk asks of it, and what it does to its calls.

mod account;
mod addresses;
mod calling;
mod failure;
mod operators;
mod recorded;
mod said;
mod switchboard;
mod writing;

use secrecy::SecretString;
use uis::call_api::CallApi;
use uis::data_api::DataApi;

pub use account::{Account, Part, Verdict};
pub use addresses::Addresses;
pub use calling::{Call, Click};
pub use failure::{Failure, Why};
pub use operators::{Operator, OwnNumber, Phone, Readiness};
pub use recorded::Recorded;
pub use said::{Phrase, Recognised};
pub use switchboard::Switchboard;
pub use uis::Limits;
pub use uis::call_api::{LiveCall, LiveLeg};

use crate::outbound::Outbound;

/// The PBX of one channel. A clone is the same: they share what is known of the tariff's limits.
#[derive(Debug, Clone)]
pub struct Pbx {
    calls: CallApi,
    account: DataApi,
}

impl Pbx {
    /// The PBX at these addresses, asked with the channel's App Secret.
    #[must_use]
    pub fn new(outbound: &Outbound, addresses: &Addresses, secret: &SecretString) -> Self {
        let http = outbound.client();
        Self {
            calls: CallApi::at(http.clone(), &addresses.call_api, secret.clone()),
            account: DataApi::at(http, &addresses.data_api, secret.clone()),
        }
    }

    /// What is left of the tariff's limits for calls and for the account, as far as they were told.
    #[must_use]
    pub fn limits(&self) -> (Option<Limits>, Option<Limits>) {
        (self.calls.limits(), self.account.limits())
    }
}
