//! What is known of a call.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::leg::{Leg, Party};
use crate::scenario::Scenario;
use crate::sounds::Sound;

/// Who called whom, as the platform counts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Direction {
    In,
    Out,
}

impl Direction {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::In => "in",
            Self::Out => "out",
        }
    }
}

/// The client's end of the line.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Caller {
    /// Nothing when the number is withheld.
    pub(crate) number: Option<String>,
    /// From the address book.
    pub(crate) full_name: Option<String>,
    pub(crate) contact_id: Option<i64>,
}

/// How far a call has come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "lowercase")]
pub(crate) enum State {
    Ringing,
    Talking,
    Finished { at: Timestamp, reason: String },
}

impl State {
    pub(crate) const fn name(&self) -> &'static str {
        match self {
            Self::Ringing => "ringing",
            Self::Talking => "talking",
            Self::Finished { .. } => "finished",
        }
    }
}

/// Two people talking, from pick-up to the end or to the next transfer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Talk {
    /// Nobody of the account when the client talks with a bare number.
    pub(crate) operator: Option<i64>,
    pub(crate) started: Timestamp,
    pub(crate) ended: Option<Timestamp>,
    pub(crate) held_seconds: i64,
    pub(crate) held_since: Option<Timestamp>,
}

/// A recording; the hash is the secret part of its link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Record {
    pub(crate) hash: String,
    pub(crate) sound: Sound,
    pub(crate) seconds: i64,
    /// When the file could first be fetched, by the wall clock.
    pub(crate) ready: Option<Timestamp>,
    pub(crate) is_message: bool,
}

/// Everything about one call. Moments are the call's own: a call played faster still lasts as long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Call {
    pub(crate) session: i64,
    pub(crate) direction: Direction,
    pub(crate) scenario: Scenario,
    /// `call_source`.
    pub(crate) source: String,
    pub(crate) external_id: Option<String>,
    pub(crate) virtual_number: String,
    pub(crate) caller: Caller,
    /// The operator that the call is meant for or begun by.
    pub(crate) operator: i64,
    /// How many-th contact of this client.
    pub(crate) communication_number: i64,
    pub(crate) sound: Option<Sound>,
    /// The secret that hashes of recordings are made from.
    pub(crate) secret: String,
    pub(crate) speed: f64,
    pub(crate) started: Timestamp,
    pub(crate) state: State,
    pub(crate) legs: Vec<Leg>,
    pub(crate) talks: Vec<Talk>,
    pub(crate) records: Vec<Record>,
    pub(crate) postprocess_seconds: i64,
    /// The number of a simple call's operator.
    #[serde(default)]
    pub(crate) bare_number: Option<String>,
    /// Who is dialled while the client waits.
    #[serde(default)]
    pub(crate) third: Option<Third>,
    /// Digits are on their way to the client's side.
    #[serde(default)]
    pub(crate) takes_input: bool,
    /// Somebody turned the recording on, and may turn it off again.
    #[serde(default)]
    pub(crate) recorded_by_hand: bool,
    #[serde(default)]
    pub(crate) tags: Vec<PutTag>,
    #[serde(default)]
    pub(crate) comments: Vec<String>,
    /// The id of an uploaded call with whoever uploaded it.
    #[serde(default)]
    pub(crate) ext_id: Option<String>,
    /// When its transcript was asked for.
    #[serde(default)]
    pub(crate) recognition_asked: Option<Timestamp>,
}

/// Who is dialled while the client waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Third {
    pub(crate) party: Party,
    pub(crate) number: String,
    /// Index of the leg.
    pub(crate) leg: usize,
    pub(crate) answered: bool,
    /// The client is theirs as soon as they answer.
    pub(crate) takes_over: bool,
}

/// A tag that somebody put on the call.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct PutTag {
    pub(crate) id: i64,
    pub(crate) at: Timestamp,
}

/// The source of calls that only tell something.
pub(crate) const INFORMER: &str = "callapi_informer_call";

impl Call {
    pub(crate) fn is_live(&self) -> bool {
        !self.is_finished()
    }

    pub(crate) fn is_finished(&self) -> bool {
        matches!(self.state, State::Finished { .. })
    }

    /// Whether the called side never came to talk.
    pub(crate) fn is_lost(&self) -> bool {
        let told = self.source == INFORMER && self.connection_time().is_some();
        self.talks.is_empty() && !told
    }

    /// Whether the call was begun through the Call API.
    pub(crate) fn is_ordered(&self) -> bool {
        self.source.starts_with("callapi")
    }
}
