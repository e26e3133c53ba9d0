//! The errors of the APIs: a code, a mnemonic that tells them apart, and which field was wrong.

use serde_json::{Map, Value};

use crate::exchange::Exchange;

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(super) code: i64,
    pub(super) mnemonic: &'static str,
    pub(super) message: String,
    pub(super) field: Option<String>,
    pub(super) value: Option<String>,
    pub(super) params: Map<String, Value>,
}

/// The code of everything that is wrong with parameters.
const PARAMETERS: i64 = -32602;

impl Fault {
    fn new(code: i64, mnemonic: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            mnemonic,
            message: message.into(),
            field: None,
            value: None,
            params: Map::new(),
        }
    }

    fn about(mut self, field: &str, value: impl ToString) -> Self {
        let value = value.to_string();
        self.params.insert(
            field.rsplit('.').next().unwrap_or(field).to_owned(),
            Value::from(value.clone()),
        );
        (self.field, self.value) = (Some(field.to_owned()), Some(value));
        self
    }

    /// Requests that never came to a method tell nothing about limits.
    pub(super) fn tells_limits(&self) -> bool {
        !matches!(
            self.mnemonic,
            "parse_error"
                | "invalid_request"
                | "method_not_found"
                | "access_token_invalid"
                | "ip_not_whitelisted"
        )
    }

    pub(super) fn parse_error(problem: &serde_json::Error) -> Self {
        Self::new(
            -32700,
            "parse_error",
            format!("The body is not JSON: {problem}"),
        )
    }

    pub(super) fn invalid_request() -> Self {
        Self::new(
            -32600,
            "invalid_request",
            "The body is not a JSON-RPC 2.0 request",
        )
    }

    pub(super) fn batch() -> Self {
        Self::new(
            -32099,
            "batch_opreations_not_supported",
            "Several requests at once are not supported",
        )
    }

    pub(super) fn without_id() -> Self {
        Self::new(
            -32099,
            "notifications_not_supported",
            "Requests without an id are not supported",
        )
    }

    pub(super) fn method_not_found(name: &str) -> Self {
        let fault = Self::new(
            -32601,
            "method_not_found",
            format!("There is no method {name}"),
        );
        Self {
            params: [("method".to_owned(), Value::from(name))]
                .into_iter()
                .collect(),
            ..fault
        }
    }

    pub(super) fn token_invalid() -> Self {
        Self::new(
            -32001,
            "access_token_invalid",
            "The access token is not valid",
        )
    }

    pub(super) fn limit_exceeded(kind: &str, most: u64) -> Self {
        let message = format!("The limit per {kind} is exceeded, it is {most}");
        Self::new(-32029, "limit_exceeded", message).about("limit_type", kind)
    }

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
        .about(field, value)
    }

    pub(super) fn wrong_value(field: &str, value: impl ToString) -> Self {
        let message = format!("The value of the parameter {field} is not allowed");
        Self::new(PARAMETERS, "invalid_parameter_value", message).about(field, value)
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
        .about("field", field)
    }

    pub(super) fn forbidden_filter(field: &str) -> Self {
        Self::new(
            PARAMETERS,
            "filter_prohibited",
            format!("Filtering by {field} is not possible"),
        )
        .about("field", field)
    }

    pub(super) fn no_employee(id: i64) -> Self {
        Self::new(
            PARAMETERS,
            "employee_not_found",
            format!("There is no employee {id} in this account"),
        )
        .about("employee.id", id)
    }

    pub(super) fn no_phone(number: &str) -> Self {
        Self::new(
            PARAMETERS,
            "no_active_phone_number",
            "The employee has no such active number",
        )
        .about("employee.phone_number", number)
    }

    pub(super) fn no_virtual_number(number: &str) -> Self {
        Self::new(
            -32007,
            "virtual_phone_number_not_found",
            format!("The number {number} is not of this account"),
        )
        .about("virtual_phone_number", number)
    }

    pub(super) fn own_number(number: &str) -> Self {
        let message = "A virtual number of the account cannot be the contact";
        Self::new(PARAMETERS, "own_virtual_phone_number_not_allowed", message)
            .about("contact", number)
    }

    pub(super) fn no_session(session: i64) -> Self {
        Self::new(
            PARAMETERS,
            "call_session_not_found",
            format!("There is no active call {session}"),
        )
        .about("call_session_id", session)
    }
}

impl Exchange {
    /// Hands a command to a live call.
    pub(super) fn command(
        &self,
        session: i64,
        command: crate::exchange::Command,
    ) -> Result<(), Fault> {
        let board = self.board();
        let call = board
            .live
            .get(&session)
            .ok_or_else(|| Fault::no_session(session))?;
        call.send(command).map_err(|_| Fault::no_session(session))
    }
}
