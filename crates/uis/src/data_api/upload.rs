//! `upload.calls`: calls of another telephony are put into the account.

use jiff::civil::DateTime;
use serde::{Serialize, Serializer};
use serde_json::json;

use super::DataApi;
use super::period::written;
use crate::call_api::Direction;
use crate::rpc::Failure;

/// What an upload costs.
const POINTS: u64 = 5;

/// A call of another telephony. At most fifty go at once, and half a megabyte.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct UploadedCall {
    /// Its id with whoever uploads it.
    pub ext_id: String,
    /// What it counts as.
    pub direction: Direction,
    /// Who called.
    pub calling_phone_number: String,
    /// Who was called.
    pub called_phone_number: String,
    /// When it began, by the account's clock.
    #[serde(serialize_with = "second")]
    pub start_time: DateTime,
    /// When it ended.
    #[serde(serialize_with = "second")]
    pub finish_time: DateTime,
    /// Whether nobody talked.
    pub is_lost: bool,
    /// Whether it was passed on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_transfer: Option<bool>,
    /// Seconds until the first talk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wait_duration: Option<i64>,
    /// Seconds of the talk.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub talk_duration: Option<i64>,
    /// A remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Where its processing is told to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub callback: Option<Callback>,
    /// Its tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<UploadTag>,
    /// Recordings for speech analytics: stereo, PCM of 16 bit, 8 kHz. Not together with `mp3_records`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wav_records: Vec<WavRecord>,
    /// Recordings to listen to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub mp3_records: Vec<Mp3Record>,
}

/// Where the processing of a call is told to, and what of it: `processed`, `in_process`, `error`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Callback {
    /// The address.
    pub url: String,
    /// What is told.
    pub events: Vec<String>,
}

/// A tag by its id, or by its name, which is made when there is none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum UploadTag {
    /// By its id.
    Id {
        /// The id.
        tag_id: i64,
    },
    /// By its name.
    Name {
        /// The name.
        tag_name: String,
    },
}

/// On which channel of a recording the employee is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

/// A recording for speech analytics.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WavRecord {
    /// Where it can be fetched, by https only.
    pub record_url: String,
    /// On which channel the employee is.
    pub employee_channel: Channel,
    /// The employee's name; one is made when there is none.
    pub employee_name: String,
    /// The employee's id, before the name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_id: Option<i64>,
}

/// A recording to listen to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Mp3Record {
    /// Where it can be fetched.
    pub record_url: String,
    /// The employee's id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_id: Option<i64>,
}

impl UploadedCall {
    /// A call with nothing but what it must have.
    #[must_use]
    pub fn new(ext_id: &str, calling: &str, called: &str, from: DateTime, till: DateTime) -> Self {
        Self {
            ext_id: ext_id.to_owned(),
            direction: Direction::In,
            calling_phone_number: calling.to_owned(),
            called_phone_number: called.to_owned(),
            start_time: from,
            finish_time: till,
            is_lost: false,
            is_transfer: None,
            wait_duration: None,
            talk_duration: None,
            comment: None,
            callback: None,
            tags: Vec::new(),
            wav_records: Vec::new(),
            mp3_records: Vec::new(),
        }
    }
}

fn second<S: Serializer>(at: &DateTime, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&written(*at))
}

impl DataApi {
    /// Uploads calls; the platform processes them later. Costs five points.
    pub async fn upload_calls(&self, calls: &[UploadedCall]) -> Result<(), Failure> {
        let params = json!({"calls": calls});
        let reply = self
            .line
            .ask_dearly("upload.calls", &params, POINTS)
            .await?;
        reply.done()
    }
}
