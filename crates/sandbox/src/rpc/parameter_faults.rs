//! The errors about parameters, and about what the parameters name.

use std::fmt::Display;

use serde_json::Value;

use super::fault::Fault;
use crate::exchange::{Command, Exchange};

/// The code of everything that is wrong with parameters.
const PARAMETERS: i64 = -32602;

impl Fault {
    pub(super) fn missing(field: &str) -> Self {
        let fault = Self::new(
            PARAMETERS,
            "required_parameter_missed",
            format!("The parameter {field} is required"),
        );
        Self {
            field: Some(field.to_owned()),
            ..fault
        }
    }

    pub(super) fn wrong_type(field: &str, expected: &str, value: &Value) -> Self {
        Self::new(
            PARAMETERS,
            "data_type_error",
            format!("The parameter {field} must be {expected}"),
        )
        .about(field, &value)
    }

    pub(super) fn wrong_value(field: &str, value: impl Display) -> Self {
        let message = format!("The value of the parameter {field} is not allowed");
        Self::new(PARAMETERS, "invalid_parameter_value", message).about(field, &value)
    }

    pub(super) fn unexpected(names: &[&str]) -> Self {
        let message = format!("Unexpected parameters: {}", names.join(", "));
        let fault = Self::new(PARAMETERS, "unexpected_parameters", message);
        Self {
            field: names.first().map(|name| (*name).to_owned()),
            ..fault
        }
    }

    pub(super) fn combination() -> Self {
        Self::new(
            PARAMETERS,
            "invalid_parameters_combination",
            "These parameters cannot be given together",
        )
    }

    pub(super) fn forbidden_sort(field: &str) -> Self {
        Self::new(
            PARAMETERS,
            "sort_prohibited",
            format!("Sorting by {field} is not possible"),
        )
        .about("field", &field)
    }

    pub(super) fn forbidden_filter(field: &str) -> Self {
        Self::new(
            PARAMETERS,
            "filter_prohibited",
            format!("Filtering by {field} is not possible"),
        )
        .about("field", &field)
    }

    pub(super) fn wrong_time(field: &str, value: &Value) -> Self {
        let message = format!("The parameter {field} must be a moment, YYYY-MM-DD hh:mm:ss");
        Self::new(PARAMETERS, "invalid_date_time", message).about(field, value)
    }

    pub(super) fn too_long(months: i64) -> Self {
        let message = format!("A report covers at most {months} months");
        Self::new(PARAMETERS, "date_interval_limit_reached", message)
    }

    pub(super) fn no_employee(id: i64) -> Self {
        Self::new(
            PARAMETERS,
            "employee_not_found",
            format!("There is no employee {id} in this account"),
        )
        .about("employee.id", &id)
    }

    pub(super) fn no_phone(number: &str) -> Self {
        Self::new(
            PARAMETERS,
            "no_active_phone_number",
            "The employee has no such active number",
        )
        .about("employee.phone_number", &number)
    }

    pub(super) fn no_virtual_number(number: &str) -> Self {
        Self::new(
            -32007,
            "virtual_phone_number_not_found",
            format!("The number {number} is not of this account"),
        )
        .about("virtual_phone_number", &number)
    }

    pub(super) fn own_number(number: &str) -> Self {
        let message = "A virtual number of the account cannot be the contact";
        Self::new(PARAMETERS, "own_virtual_phone_number_not_allowed", message)
            .about("contact", &number)
    }

    pub(super) fn no_session(session: i64) -> Self {
        Self::new(
            PARAMETERS,
            "call_session_not_found",
            format!("There is no active call {session}"),
        )
        .about("call_session_id", &session)
    }
}

impl Exchange {
    /// Hands a command to a live call.
    pub(super) fn command(&self, session: i64, command: Command) -> Result<(), Fault> {
        let board = self.board();
        // A call that has just ended may still have its line.
        let over = board
            .calls
            .get(&session)
            .is_none_or(|call| call.is_finished());
        let call = board.live.get(&session).filter(|_| !over);
        let call = call.ok_or_else(|| Fault::no_session(session))?;
        call.orders
            .send(command)
            .map_err(|_| Fault::no_session(session))
    }
}
