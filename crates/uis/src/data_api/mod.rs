//! A client of the Data API v2.0: the account, its people, numbers, contacts, tags and past calls.
//!
//! ```no_run
//! use futures_util::TryStreamExt as _;
//! use uis::Brand;
//! use uis::data_api::{DataApi, Filter, Period};
//!
//! # async fn read(key: secrecy::SecretString, from: jiff::Timestamp, till: jiff::Timestamp)
//! # -> Result<(), Box<dyn std::error::Error>> {
//! let api = DataApi::new(uis::http_client()?, Brand::Uis, key);
//! let zone = api.account().await?.zone()?;
//! for employee in api.employees().all().await? {
//!     println!("{} {}", employee.id, employee.full_name.unwrap_or_default());
//! }
//! // A report is read page by page.
//! let lost = Filter::is("is_lost", true).and(Filter::is("direction", "in"));
//! let mut calls = Box::pin(api.calls_report(Period::of(from, till, &zone)).filter(lost).stream());
//! while let Some(call) = calls.try_next().await? {
//!     let began = call.start_time.map(|began| began.at(&zone));
//!     println!("{} {began:?} {:?}", call.id, call.contact_phone_number);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! Times come by the account's clock and without a zone: [`Account::zone`] with
//! [`LocalTime::at`](crate::LocalTime::at) makes moments of them.

mod account;
mod calls_report;
mod comment;
mod contacts;
mod employees;
mod filter;
mod groups;
mod legs_report;
mod listing;
mod numbers;
mod period;
mod recognition;
mod sip_lines;
mod statuses;
mod tags;
mod upload;
mod who_took_part;

use std::time::Duration;

use reqwest::Client;
use secrecy::SecretString;
use serde::Deserialize;

use crate::rpc::{Brand, Failure, Limits, Line, loose};

pub use account::{Account, AccountCard, Permission, ZoneError};
pub use calls_report::PastCall;
pub use comment::CommunicationType;
pub use contacts::{Contact, ContactGroup, NewContact};
pub use employees::{Employee, Extension, Group, PhoneNumber};
pub use filter::{Filter, Operator};
pub use groups::{EmployeeGroup, GroupPhone, Member};
pub use legs_report::PastLeg;
pub use listing::{Listing, Order, Page, Row};
pub use numbers::{NumberScenario, VirtualNumber};
pub use period::Period;
pub use recognition::{Phrase, Recognition};
pub use sip_lines::{SeenAt, SipLine};
pub use statuses::Status;
pub use tags::{Communication, Tag};
pub use upload::{Callback, Channel, Mp3Record, UploadTag, UploadedCall, WavRecord};
pub use who_took_part::{PastTag, TookPart};

/// A client of the Data API. A clone shares what is known of the limits.
#[derive(Debug, Clone)]
pub struct DataApi {
    line: Line,
}

#[derive(Deserialize)]
struct Created {
    #[serde(deserialize_with = "loose::id")]
    id: i64,
}

impl DataApi {
    /// A client for the brand's own host.
    #[must_use]
    pub fn new(http: Client, brand: Brand, key: SecretString) -> Self {
        Self::at(http, brand.data_api_url(), key)
    }

    /// A client for another address: a proxy, an emulator.
    #[must_use]
    pub fn at(http: Client, url: impl Into<String>, key: SecretString) -> Self {
        Self {
            line: Line::new(http, url.into(), key),
        }
    }

    /// How long one request may take as a whole; [`PATIENCE`](crate::PATIENCE) unless told otherwise.
    #[must_use]
    pub fn with_patience(self, patience: Duration) -> Self {
        Self {
            line: self.line.with_patience(patience),
        }
    }

    /// The limits as the last answer told them.
    #[must_use]
    pub fn limits(&self) -> Option<Limits> {
        self.line.limits()
    }

    /// Ends the session of a key that [`log_in`](crate::log_in) gave.
    pub async fn log_out(&self) -> Result<(), Failure> {
        self.line
            .ask("logout.user", &serde_json::json!({}))
            .await?
            .done()
    }

    async fn create(
        &self,
        method: &'static str,
        params: &impl serde::Serialize,
    ) -> Result<i64, Failure> {
        let created: Created = self.line.ask(method, params).await?.bare()?;
        Ok(created.id)
    }
}
