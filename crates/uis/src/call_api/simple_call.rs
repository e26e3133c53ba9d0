//! `start.simple_call`: two numbers are rung and connected; the reports know no employee.

use serde::Serialize;

use super::CallApi;
use super::message::Message;
use super::start::Common;
use crate::rpc::Failure;

/// Who of the two is dialled first, in the words of this method.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
enum First {
    Contact,
    Operator,
}

/// A call between two numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct SimpleCall {
    first_call: First,
    /// The account's own number, which the client sees.
    pub virtual_phone_number: String,
    /// The client's number.
    pub contact: String,
    /// The other's number.
    pub operator: String,
    /// What the operator must press to take the call: a digit, `*`, `#` or `any`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_confirmation: Option<String>,
    /// Comes back in notifications and reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Whether the operator sees the virtual number instead of the client's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_virtual_phone_number: Option<bool>,
    /// What whoever was dialled first hears while the other is dialled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_file_id: Option<i64>,
    /// What the operator hears before the talk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator_message: Option<Message>,
    /// What every call can be asked.
    #[serde(flatten)]
    pub common: Common,
}

impl SimpleCall {
    /// The operator's number is dialled first.
    #[must_use]
    pub fn operator_first(operator: &str, virtual_number: &str, contact: &str) -> Self {
        Self {
            first_call: First::Operator,
            virtual_phone_number: virtual_number.to_owned(),
            contact: contact.to_owned(),
            operator: operator.to_owned(),
            operator_confirmation: None,
            external_id: None,
            show_virtual_phone_number: None,
            media_file_id: None,
            operator_message: None,
            common: Common::default(),
        }
    }

    /// The client's number is dialled first.
    #[must_use]
    pub fn contact_first(operator: &str, virtual_number: &str, contact: &str) -> Self {
        Self {
            first_call: First::Contact,
            ..Self::operator_first(operator, virtual_number, contact)
        }
    }
}

impl CallApi {
    /// Begins the call and gives its session. Never asks twice.
    pub async fn start_simple_call(&self, call: &SimpleCall) -> Result<i64, Failure> {
        self.start("start.simple_call", call).await
    }
}
