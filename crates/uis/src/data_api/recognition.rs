//! The platform’s own transcripts: asking for one and reading it.

use serde::Deserialize;
use serde_json::json;

use super::DataApi;
use crate::LocalTime;
use crate::rpc::{Failure, loose};

/// A transcript; without phrases while it is being made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Recognition {
    /// What was said, in order.
    #[serde(deserialize_with = "loose::list")]
    pub speech_phrases: Vec<Phrase>,
    /// Who made it.
    #[serde(deserialize_with = "loose::text")]
    pub recognition_worker_type: Option<String>,
    /// The recordings, as addresses.
    #[serde(deserialize_with = "loose::texts")]
    pub call_records: Vec<String>,
    /// When the call began.
    #[serde(deserialize_with = "loose::time")]
    pub call_start_date_time: Option<LocalTime>,
    /// The client’s number.
    #[serde(deserialize_with = "loose::text")]
    pub contact_phone_number: Option<String>,
}

/// A phrase.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
#[non_exhaustive]
pub struct Phrase {
    /// Its id.
    #[serde(deserialize_with = "loose::number")]
    pub id: Option<i64>,
    /// What was said.
    #[serde(deserialize_with = "loose::text")]
    pub phrase: Option<String>,
    /// The same after somebody mended it.
    #[serde(deserialize_with = "loose::text")]
    pub edited_phrase: Option<String>,
    /// When, `hh:mm:ss` by the account’s clock.
    #[serde(deserialize_with = "loose::text")]
    pub start_time: Option<String>,
    /// Whether the employee said it.
    #[serde(deserialize_with = "loose::flag")]
    pub is_operator: Option<bool>,
}

impl DataApi {
    /// Asks for a call’s transcript to be made. [`recognition`](Self::recognition) has it some time later.
    pub async fn recognise(&self, session: i64) -> Result<(), Failure> {
        let params = json!({"call_session_id": session});
        let method = "create.call_session_recognition_task";
        self.line.ask(method, &params).await?.done()
    }

    /// A call’s transcript, as far as it is there.
    pub async fn recognition(&self, session: i64) -> Result<Recognition, Failure> {
        let params = json!({"call_session_id": session});
        let method = "getobj.call_session_recognition_info";
        self.line.ask(method, &params).await?.data()
    }
}
