//! A client of the Call API v4.0: calls are begun, steered, listed and ended.
//!
//! ```no_run
//! use uis::call_api::{CallApi, EmployeeCall, Party};
//! use uis::{Brand, Lang};
//!
//! # async fn click(key: secrecy::SecretString) -> Result<(), Box<dyn std::error::Error>> {
//! let api = CallApi::new(uis::http_client()?, Brand::Uis, key);
//! // Rings employee 391001 first, then the client.
//! let mut call = EmployeeCall::click(391_001, "74950000001", "79160000003");
//! call.external_id = Some("ticket-1001".to_owned());
//! match api.start_employee_call(&call).await {
//!     Ok(session) => {
//!         api.hold(session, None).await?;
//!         api.make(session, "79260000001", None).await?;
//!         api.transfer(session).await?;
//!     }
//!     Err(failure) => eprintln!("{}", failure.sentence(Lang::En)),
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # The states of a call
//!
//! | in | can be done | and leads to |
//! |---|---|---|
//! | talk | [`hold`](CallApi::hold) | hold |
//! | talk | [`tag`](CallApi::tag), [`record`](CallApi::record), [`add_coach`](CallApi::add_coach) | talk |
//! | hold | [`unhold`](CallApi::unhold) | talk |
//! | hold | [`make`](CallApi::make) | dialling a third party |
//! | hold | [`send_dtmf`](CallApi::send_dtmf) | waiting for input, until `*` |
//! | dialling | [`restore`](CallApi::restore) | talk with the client |
//! | dialling | [`transfer`](CallApi::transfer) | the client talks with the third party once that answers |
//! | dialling | the third party answers / does not | employees talk / hold |
//! | employees talk | [`restore`](CallApi::restore) | talk with the client |
//! | employees talk | [`transfer`](CallApi::transfer) | the client talks with the third party |
//!
//! Anything else is refused with [`Mnemonic::InvalidState`](crate::Mnemonic::InvalidState).

mod employee_call;
mod informer_call;
mod live;
mod message;
mod scenario_call;
mod simple_call;
mod start;
mod steer;
mod talk_options;

use std::time::Duration;

use reqwest::Client;
use secrecy::SecretString;

use crate::rpc::{Brand, Failure, Limits, Line};

pub use employee_call::{EmployeeCall, EmployeePhone};
pub use informer_call::InformerCall;
pub use live::{LiveCall, LiveLeg, LiveTag, Which};
pub use message::{Kind, Message};
pub use scenario_call::{ScenarioCall, VnumberCall};
pub use simple_call::SimpleCall;
pub use start::{Common, Direction, Party, UsageRule};
pub use talk_options::TalkOption;

/// A client of the Call API. A clone shares what is known of the limits.
#[derive(Debug, Clone)]
pub struct CallApi {
    line: Line,
}

impl CallApi {
    /// A client for the brand's own host.
    #[must_use]
    pub fn new(http: Client, brand: Brand, key: SecretString) -> Self {
        Self::at(http, brand.call_api_url(), key)
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
}
