//! `start.scenario_call` and `start.vnumber_call`: a client is connected with a scenario of the account.

use serde::Serialize;

use super::CallApi;
use super::start::{Common, Party};
use crate::rpc::Failure;

/// A call between a client and what a virtual number leads to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct VnumberCall {
    /// Who is dialled first.
    pub first_call: Party,
    /// The account's own number, whose processing the client comes to.
    pub virtual_phone_number: String,
    /// The client's number.
    pub contact: String,
    /// Comes back in notifications and reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Whether employees see the virtual number instead of the client's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_virtual_phone_number: Option<bool>,
    /// What every call can be asked.
    #[serde(flatten)]
    pub common: Common,
}

impl VnumberCall {
    /// A call with nothing but what it must have.
    #[must_use]
    pub fn new(first_call: Party, virtual_number: &str, contact: &str) -> Self {
        Self {
            first_call,
            virtual_phone_number: virtual_number.to_owned(),
            contact: contact.to_owned(),
            external_id: None,
            show_virtual_phone_number: None,
            common: Common::default(),
        }
    }
}

/// A call between a client and a scenario. Needs a component of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct ScenarioCall {
    /// The scenario's id.
    pub scenario_id: i64,
    /// Who is dialled first.
    pub first_call: Party,
    /// The account's own number, which the client sees.
    pub virtual_phone_number: String,
    /// The client's number.
    pub contact: String,
    /// Comes back in notifications and reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// What every call can be asked.
    #[serde(flatten)]
    pub common: Common,
}

impl ScenarioCall {
    /// A call with nothing but what it must have.
    #[must_use]
    pub fn new(scenario: i64, first_call: Party, virtual_number: &str, contact: &str) -> Self {
        Self {
            scenario_id: scenario,
            first_call,
            virtual_phone_number: virtual_number.to_owned(),
            contact: contact.to_owned(),
            external_id: None,
            common: Common::default(),
        }
    }
}

impl CallApi {
    /// Begins the call and gives its session. Never asks twice.
    pub async fn start_vnumber_call(&self, call: &VnumberCall) -> Result<i64, Failure> {
        self.start("start.vnumber_call", call).await
    }

    /// Begins the call and gives its session. Never asks twice.
    pub async fn start_scenario_call(&self, call: &ScenarioCall) -> Result<i64, Failure> {
        self.start("start.scenario_call", call).await
    }
}
