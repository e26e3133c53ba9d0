//! What the sandbox does wrong on demand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::error::Error;
use crate::scenario::Scenario;

/// Faults and other switches of the sandbox; all off at first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Faults {
    /// Share of notifications that are never sent, 0 to 1.
    pub drop: f64,
    /// Share of notifications that are sent twice, 0 to 1.
    pub duplicate: f64,
    /// Every notification waits so long before it is sent.
    pub delay_ms: u64,
    /// Neighbouring notifications of a call change places.
    pub reorder: bool,
    /// A GET carries values without the quotes of JSON.
    pub bare_get: bool,
    /// The Data API answers 503.
    pub data_api_down: bool,
    /// The Call API answers 503.
    pub call_api_down: bool,
    /// The HTTP status of JSON-RPC errors: 200 or 403.
    pub rpc_error_status: u16,
    /// Recordings answer 404 so many seconds after they were ready.
    pub recording_ttl_s: Option<u64>,
    /// A link of a recording answers 302 to where the file is.
    pub recording_redirect: bool,
    /// How calls go that are begun through the Call API.
    pub api_scenario: Scenario,
    /// How many times faster than real they are played.
    pub api_speed: f64,
}

impl Default for Faults {
    fn default() -> Self {
        Self {
            drop: 0.0,
            duplicate: 0.0,
            delay_ms: 0,
            reorder: false,
            bare_get: false,
            data_api_down: false,
            call_api_down: false,
            rpc_error_status: 200,
            recording_ttl_s: None,
            recording_redirect: false,
            api_scenario: Scenario::Talked,
            api_speed: 1.0,
        }
    }
}

impl Faults {
    /// These faults with some of them changed, or why they cannot be.
    pub(crate) fn changed(&self, changes: &Value) -> Result<Self, Error> {
        let refused =
            |problem: String| Error::Refused(format!("The faults cannot be set so: {problem}."));
        let Some(changes) = changes.as_object() else {
            return Err(refused("a JSON object is expected".to_owned()));
        };
        let mut all = serde_json::to_value(self).map_err(|problem| refused(problem.to_string()))?;
        if let Some(all) = all.as_object_mut() {
            all.extend(changes.clone());
        }
        let faults: Self =
            serde_json::from_value(all).map_err(|problem| refused(problem.to_string()))?;
        faults.check().map_err(refused)?;
        Ok(faults)
    }

    fn check(&self) -> Result<(), String> {
        for (name, share) in [("drop", self.drop), ("duplicate", self.duplicate)] {
            if !(0.0..=1.0).contains(&share) {
                return Err(format!("{name} is a share from 0 to 1"));
            }
        }
        if self.delay_ms > 600_000 {
            return Err("delay_ms is at most 600000, ten minutes".to_owned());
        }
        if !matches!(self.rpc_error_status, 200 | 403) {
            return Err("rpc_error_status is 200 or 403".to_owned());
        }
        crate::order::check_speed("api_speed", self.api_speed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_not_named_stays() {
        let faults = Faults {
            drop: 0.5,
            ..Faults::default()
        };
        let faults = faults
            .changed(&json!({"reorder": true, "recording_ttl_s": 60}))
            .unwrap();
        assert_eq!(
            (faults.drop, faults.reorder, faults.recording_ttl_s),
            (0.5, true, Some(60))
        );
    }

    #[test]
    fn a_share_above_one_and_an_unknown_name_are_refused() {
        assert!(Faults::default().changed(&json!({"drop": 1.5})).is_err());
        assert!(Faults::default().changed(&json!({"dorp": 0.5})).is_err());
    }
}
