//! An error that the platform itself answered with.

use std::fmt;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::limits::Limits;
use super::loose;
use super::mnemonic::Mnemonic;

/// Why the platform did not do what was asked. The mnemonic tells errors apart, the code does not.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Refusal {
    /// The code of JSON-RPC.
    pub code: i64,
    /// What tells errors apart.
    pub mnemonic: Mnemonic,
    /// The platform's own sentence, in English.
    pub message: String,
    /// The parameter it is about, with dots for what stands inside of another.
    pub field: Option<String>,
    /// The value that was wrong.
    pub value: Option<String>,
    /// What the message was filled in with: `ip`, `limit_type`…
    pub params: Map<String, Value>,
    /// Limits, where the platform told them.
    pub limits: Option<Limits>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Wire {
    code: Option<i64>,
    message: Option<String>,
    data: Value,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Inner {
    #[serde(deserialize_with = "loose::text")]
    mnemonic: Option<String>,
    #[serde(deserialize_with = "loose::text")]
    field: Option<String>,
    #[serde(deserialize_with = "loose::text")]
    value: Option<String>,
    params: Value,
    metadata: Value,
}

impl Refusal {
    /// Reads what stands under `error`, whatever it is.
    pub(super) fn read(error: &Value) -> Self {
        let wire = Wire::deserialize(error).unwrap_or_default();
        let inner = Inner::deserialize(&wire.data).unwrap_or_default();
        Self {
            code: wire.code.unwrap_or_default(),
            mnemonic: Mnemonic::named(inner.mnemonic.as_deref().unwrap_or_default()),
            message: wire.message.unwrap_or_default(),
            field: inner.field,
            value: inner.value,
            params: inner.params.as_object().cloned().unwrap_or_default(),
            limits: read_limits(&inner.metadata),
        }
    }

    /// A parameter of the message as text.
    #[must_use]
    pub fn param(&self, name: &str) -> Option<String> {
        match self.params.get(name)? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other @ (Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_)) => {
                Some(other.to_string())
            }
        }
    }

    /// The address that the platform saw and does not allow, when that was the reason.
    #[must_use]
    pub fn address_to_allow(&self) -> Option<String> {
        if self.mnemonic != Mnemonic::IpNotWhitelisted {
            return None;
        }
        let in_message = || {
            let word = |word: &&str| word.parse::<std::net::IpAddr>().is_ok();
            self.message
                .split_whitespace()
                .find(word)
                .map(str::to_owned)
        };
        self.param("ip").or_else(in_message)
    }
}

pub(super) fn read_limits(metadata: &Value) -> Option<Limits> {
    Limits::deserialize(metadata.get("limits")?).ok()
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.mnemonic.name(), self.code)?;
        match &self.field {
            Some(field) => write!(f, " at `{field}`"),
            None => Ok(()),
        }
    }
}
