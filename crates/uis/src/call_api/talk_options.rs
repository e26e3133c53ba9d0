//! `list.talk_options` and `call.talk_option`: the buttons that the account's owner gave to a talk.

use serde::Deserialize;
use serde_json::{Value, json};

use super::CallApi;
use crate::rpc::{Failure, loose};

/// A button of a talk.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct TalkOption {
    /// What is pressed.
    #[serde(deserialize_with = "loose::text")]
    pub button: Option<String>,
    /// What it does: `finish_conversation`, `tag_call`, `record_talk`, `transfer_call`…
    #[serde(deserialize_with = "loose::text")]
    pub mnemonic: Option<String>,
    /// What the account's owner calls it.
    #[serde(deserialize_with = "loose::text")]
    pub name: Option<String>,
    /// What it is done with: `{id, value}`, or nothing.
    pub button_value: Value,
}

impl CallApi {
    /// The buttons that talks have.
    pub async fn list_talk_options(&self) -> Result<Vec<TalkOption>, Failure> {
        self.line.ask("list.talk_options", &json!({})).await?.rows()
    }

    /// Presses a button of a talk.
    pub async fn call_talk_option(&self, session: i64, button: &str) -> Result<(), Failure> {
        let params = json!({"call_session_id": session, "button": button});
        self.steer("call.talk_option", params).await
    }
}
