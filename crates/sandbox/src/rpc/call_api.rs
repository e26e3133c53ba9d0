//! Call API v4.0: calls are begun, ended and listed.

mod list_calls;
mod release_call;
mod start_employee_call;

use serde_json::{Map, Value, json};

use super::{Method, Reply};

/// The method with this name; what is not here, the sandbox does not have.
pub(super) fn method(name: &str) -> Option<Method> {
    Some(match name {
        "start.employee_call" => start_employee_call::run,
        "release.call" => release_call::run,
        "list.calls" => list_calls::run,
        _ => return None,
    })
}

impl Reply {
    fn call(data: Value) -> Self {
        Self {
            data,
            metadata: Map::new(),
        }
    }

    /// Success is a text here, not a boolean: so the platform has it.
    fn success() -> Self {
        Self::call(json!({"success": "true"}))
    }
}
