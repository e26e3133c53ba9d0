//! `start.employee_call`: an employee and a client are rung and connected.

use serde::Serialize;

use super::CallApi;
use super::message::Message;
use super::start::{Common, Direction, Party};
use crate::rpc::Failure;

/// Which employee, and on which of their phones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EmployeePhone {
    /// The employee's id.
    pub id: i64,
    /// A SIP number, an extension or E.164 that belongs to them; without it all their active numbers are rung in turn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
}

/// A call between an employee and a client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct EmployeeCall {
    /// Who is dialled first.
    pub first_call: Party,
    /// The account's own number, which the client sees.
    pub virtual_phone_number: String,
    /// The client's number, or an employee's SIP number.
    pub contact: String,
    /// Who talks.
    pub employee: EmployeePhone,
    /// Comes back in notifications and reports.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_id: Option<String>,
    /// Whether the employee sees the virtual number instead of the client's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub show_virtual_phone_number: Option<bool>,
    /// What whoever was dialled first hears while the other is dialled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub media_file_id: Option<i64>,
    /// What the employee hears before the talk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_message: Option<Message>,
    /// What every call can be asked.
    #[serde(flatten)]
    pub common: Common,
}

impl EmployeeCall {
    /// A call with nothing but what it must have.
    #[must_use]
    pub fn new(first_call: Party, employee: i64, virtual_number: &str, contact: &str) -> Self {
        Self {
            first_call,
            virtual_phone_number: virtual_number.to_owned(),
            contact: contact.to_owned(),
            employee: EmployeePhone {
                id: employee,
                phone_number: None,
            },
            external_id: None,
            show_virtual_phone_number: None,
            media_file_id: None,
            employee_message: None,
            common: Common::default(),
        }
    }

    /// A click on a number: the employee's phone rings, they lift it and hear the client's being dialled. It counts
    /// as outgoing, and the employee sees the client's number.
    #[must_use]
    pub fn click(employee: i64, virtual_number: &str, contact: &str) -> Self {
        Self {
            show_virtual_phone_number: Some(false),
            common: Common {
                direction: Some(Direction::Out),
                switch_at_once: Some(true),
                early_switching: Some(true),
                ..Common::default()
            },
            ..Self::new(Party::Employee, employee, virtual_number, contact)
        }
    }
}

impl CallApi {
    /// Begins the call and gives its session. Never asks twice; see
    /// [`may_have_been_done`](crate::Failure::may_have_been_done) before you do.
    pub async fn start_employee_call(&self, call: &EmployeeCall) -> Result<i64, Failure> {
        self.start("start.employee_call", call).await
    }
}
