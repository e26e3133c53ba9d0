//! `start.informer_call`: a client is called and hears a message.

use serde::Serialize;

use super::CallApi;
use super::message::Message;
use super::start::Direction;
use crate::rpc::Failure;

/// A call that only tells something. Needs a component of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct InformerCall {
    /// The account's own number, which the client sees.
    pub virtual_phone_number: String,
    /// The client's number.
    pub contact: String,
    /// What the client hears.
    pub contact_message: Message,
    /// Whose call it counts as; the platform takes `in` unless told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// Comes back in notifications and reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Dialled after the client answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dtmf_string: Option<String>,
    /// Seconds the client is rung, at most 120; 30 unless told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dialing_timeout: Option<u32>,
}

impl InformerCall {
    /// A call with nothing but what it must have.
    #[must_use]
    pub fn new(virtual_number: &str, contact: &str, message: Message) -> Self {
        Self {
            virtual_phone_number: virtual_number.to_owned(),
            contact: contact.to_owned(),
            contact_message: message,
            direction: None,
            external_id: None,
            dtmf_string: None,
            dialing_timeout: None,
        }
    }
}

impl CallApi {
    /// Begins the call and gives its session. Never asks twice.
    pub async fn start_informer_call(&self, call: &InformerCall) -> Result<i64, Failure> {
        self.start("start.informer_call", call).await
    }
}
