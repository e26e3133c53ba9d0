//! What the sandbox does wrong on demand.

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::account::COMPONENTS;
use crate::error::Error;
use crate::scenario::Scenario;
use crate::sentence::{Sentence, said};

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
    /// What both APIs answer instead of what they should.
    pub api_trouble: Trouble,
    /// Both APIs wait so long before they answer.
    pub api_delay_ms: u64,
    /// Components that the tariff lacks, by their names.
    pub components_off: Vec<String>,
    /// Points a minute, when it is not the usual number.
    pub minute_limit: Option<u64>,
    /// Points a day, when it is not the usual number.
    pub day_limit: Option<u64>,
    /// Whether those answer who are dialled while a client waits.
    pub third_party_answers: bool,
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
            api_trouble: Trouble::None,
            api_delay_ms: 0,
            components_off: Vec::new(),
            minute_limit: None,
            day_limit: None,
            third_party_answers: true,
            api_scenario: Scenario::Talked,
            api_speed: 1.0,
        }
    }
}

/// What both APIs answer instead of what they should.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Nothing is wrong.
    #[default]
    None,
    /// A web page with status 200.
    Html,
    /// A web page with status 403.
    Forbidden,
    /// Nothing, with status 200.
    Empty,
    /// No answer at all.
    Silence,
    /// The address is not on the white list.
    IpNotWhitelisted,
    /// The key has expired.
    TokenExpired,
    /// The key is blocked.
    TokenBlocked,
    /// The account is not active.
    AccountInactive,
}

impl Trouble {
    /// All of them, in the order the panel shows.
    pub const ALL: [Self; 9] = [
        Self::None,
        Self::Html,
        Self::Forbidden,
        Self::Empty,
        Self::Silence,
        Self::IpNotWhitelisted,
        Self::TokenExpired,
        Self::TokenBlocked,
        Self::AccountInactive,
    ];

    /// The name in the panel's API.
    pub const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Html => "html",
            Self::Forbidden => "forbidden",
            Self::Empty => "empty",
            Self::Silence => "silence",
            Self::IpNotWhitelisted => "ip_not_whitelisted",
            Self::TokenExpired => "token_expired",
            Self::TokenBlocked => "token_blocked",
            Self::AccountInactive => "account_inactive",
        }
    }
}

impl Faults {
    /// Whether the tariff lacks this component.
    pub fn lacks(&self, component: &str) -> bool {
        self.components_off.iter().any(|name| name == component)
    }

    /// These faults with some of them changed, or why they cannot be.
    pub(crate) fn changed(&self, changes: &Value) -> Result<Self, Error> {
        let refused = |problem: String| {
            Error::Refused(said(
                format!("Так неполадки не настроить: {problem}."),
                format!("The faults cannot be set so: {problem}."),
            ))
        };
        let Some(changes) = changes.as_object() else {
            return Err(refused("a JSON object is expected".to_owned()));
        };
        let mut all = serde_json::to_value(self).map_err(|problem| refused(problem.to_string()))?;
        if let Some(all) = all.as_object_mut() {
            all.extend(changes.clone());
        }
        let faults: Self =
            serde_json::from_value(all).map_err(|problem| refused(problem.to_string()))?;
        faults.check().map_err(Error::Refused)?;
        Ok(faults)
    }

    fn check(&self) -> Result<(), Sentence> {
        for (name, share) in [("drop", self.drop), ("duplicate", self.duplicate)] {
            if !(0.0..=1.0).contains(&share) {
                return Err(said(
                    format!("{name}: нужна доля от 0 до 1."),
                    format!("{name} is a share from 0 to 1."),
                ));
            }
        }
        for (name, delay) in [
            ("delay_ms", self.delay_ms),
            ("api_delay_ms", self.api_delay_ms),
        ] {
            if delay > 600_000 {
                return Err(said(
                    format!("{name}: самое большее 600000, десять минут."),
                    format!("{name} is at most 600000, ten minutes."),
                ));
            }
        }
        if let Some(unknown) = self
            .components_off
            .iter()
            .find(|name| !COMPONENTS.contains(&name.as_str()))
        {
            let known = COMPONENTS.join(", ");
            return Err(said(
                format!("Компонента «{unknown}» нет; есть {known}."),
                format!("There is no component «{unknown}»; there are {known}."),
            ));
        }
        if !matches!(self.rpc_error_status, 200 | 403) {
            return Err(said(
                "rpc_error_status: 200 или 403.",
                "rpc_error_status is 200 or 403.",
            ));
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
