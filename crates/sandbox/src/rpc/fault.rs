//! The errors of the APIs: a code, a mnemonic that tells them apart, and which field was wrong.

use std::fmt::Display;

use serde_json::{Map, Value};

/// Why a request was not done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub(super) code: i64,
    pub(super) mnemonic: &'static str,
    pub(super) message: String,
    pub(super) field: Option<String>,
    pub(super) value: Option<String>,
    pub(super) params: Box<Map<String, Value>>,
}

impl Fault {
    pub(super) fn new(code: i64, mnemonic: &'static str, message: impl Into<String>) -> Self {
        Self {
            code,
            mnemonic,
            message: message.into(),
            field: None,
            value: None,
            params: Box::default(),
        }
    }

    pub(super) fn about(mut self, field: &str, value: &dyn Display) -> Self {
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
                | "access_token_expired"
                | "access_token_blocked"
                | "auth_error"
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
        let mut fault = Self::new(
            -32601,
            "method_not_found",
            format!("There is no method {name}"),
        );
        fault.params.insert("method".to_owned(), Value::from(name));
        fault
    }

    pub(super) fn token_invalid() -> Self {
        Self::new(
            -32001,
            "access_token_invalid",
            "The access token is not valid",
        )
    }

    pub(super) fn token_expired() -> Self {
        Self::new(
            -32001,
            "access_token_expired",
            "The access token has expired",
        )
    }

    pub(super) fn token_blocked() -> Self {
        Self::new(
            -32001,
            "access_token_blocked",
            "The access token is blocked",
        )
    }

    pub(super) fn wrong_password() -> Self {
        Self::new(-32001, "auth_error", "The login or the password is wrong")
    }

    pub(super) fn account_inactive() -> Self {
        Self::new(-32009, "account_inactive", "The account is not active")
    }

    pub(super) fn ip_not_whitelisted(ip: &str) -> Self {
        let message = format!("Your IP {ip} is not on the white list");
        let mut fault = Self::new(-32003, "ip_not_whitelisted", message);
        fault.params.insert("ip".to_owned(), Value::from(ip));
        fault
    }

    pub(super) fn component_disabled(mnemonic: &'static str, component: &str) -> Self {
        let message = format!("The component {component} is not in the tariff");
        let mut fault = Self::new(-32008, mnemonic, message);
        fault
            .params
            .insert("component".to_owned(), Value::from(component));
        fault
    }

    pub(super) fn limit_exceeded(kind: &str, most: u64) -> Self {
        let message = format!("The limit per {kind} is exceeded, it is {most}");
        let mut fault = Self::new(-32029, "limit_exceeded", message);
        fault
            .params
            .insert("limit_type".to_owned(), Value::from(kind));
        fault
            .params
            .insert("limit_max_value".to_owned(), Value::from(most.to_string()));
        fault
    }
}
