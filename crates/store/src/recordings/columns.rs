//! A recording's columns: its state is spread over several of them.

use sqlx::FromRow;
use uuid::Uuid;

use domain::recording::{Kept, Mishap, State};
use domain::{CallId, ChannelId, Recording, RecordingId, Speaker, Voices};

use crate::row::{at, word, word_opt};
use crate::{Error, Result};

const TABLE: &str = "recordings";
pub(super) const SELECT: &str =
    "SELECT r.id, r.call_id, r.channel_id, r.n, r.link, r.voices, r.state, r.percent, r.mishap, r.at,
    r.tries, r.since, r.called_at, r.place, r.kind, r.bytes, r.sha256, r.milliseconds FROM recordings r";

#[derive(FromRow)]
pub(super) struct Row {
    id: Uuid,
    call_id: Uuid,
    channel_id: Uuid,
    n: i64,
    link: String,
    voices: String,
    state: String,
    percent: Option<i64>,
    mishap: Option<String>,
    at: Option<i64>,
    tries: i64,
    since: i64,
    called_at: i64,
    place: Option<String>,
    kind: Option<String>,
    bytes: Option<i64>,
    sha256: Option<String>,
    milliseconds: Option<i64>,
}

/// What columns beside `state` hold.
#[derive(Default)]
pub(super) struct Spread {
    pub(super) percent: Option<i64>,
    pub(super) mishap: Option<String>,
    pub(super) at: Option<domain::At>,
    pub(super) place: Option<String>,
    pub(super) kind: Option<&'static str>,
    pub(super) bytes: Option<i64>,
    pub(super) sha256: Option<String>,
    pub(super) milliseconds: Option<i64>,
}

pub(super) fn spread(state: &State) -> Spread {
    let none = Spread::default();
    match state {
        State::Expected(None) => none,
        State::Expected(Some((mishap, at))) | State::Failed(mishap, at) => Spread {
            mishap: Some(mishap.to_string()),
            at: Some(*at),
            ..none
        },
        State::Fetching(percent) => Spread {
            percent: percent.map(i64::from),
            ..none
        },
        State::Kept(kept) => Spread {
            at: Some(kept.at),
            place: Some(kept.place.clone()),
            kind: Some(kept.kind.as_str()),
            bytes: Some(kept.bytes),
            sha256: Some(kept.sha256.clone()),
            milliseconds: kept.milliseconds,
            ..none
        },
        State::Gone(at) | State::Removed(at) => Spread {
            at: Some(*at),
            ..none
        },
    }
}

/// `agent_in:0`, `only:client`.
pub(super) fn voices_text(voices: Voices) -> String {
    match voices {
        Voices::AgentIn(side) => format!("agent_in:{side}"),
        Voices::Only(Speaker::Agent) => "only:agent".to_owned(),
        Voices::Only(Speaker::Client) => "only:client".to_owned(),
        Voices::Only(Speaker::Unknown) => "only:unknown".to_owned(),
    }
}

fn voices(text: &str) -> Result<Voices> {
    Ok(match text {
        "only:agent" => Voices::Only(Speaker::Agent),
        "only:client" => Voices::Only(Speaker::Client),
        "only:unknown" => Voices::Only(Speaker::Unknown),
        other => {
            let side = other.strip_prefix("agent_in:").unwrap_or(other);
            Voices::AgentIn(word(TABLE, side)?)
        }
    })
}

impl TryFrom<Row> for Recording {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: RecordingId(row.id),
            call_id: CallId(row.call_id),
            channel_id: ChannelId(row.channel_id),
            n: row.n,
            voices: voices(&row.voices)?,
            tries: row.tries,
            since: at(TABLE, row.since)?,
            called_at: at(TABLE, row.called_at)?,
            link: row.link.clone(),
            state: row.state()?,
        })
    }
}

impl Row {
    fn state(self) -> Result<State> {
        let missing = || Error::corrupt(TABLE, format!("a value of the state {}", self.state));
        let moment = || at(TABLE, self.at.ok_or_else(missing)?);
        let mishap: Option<Mishap> = word_opt(TABLE, self.mishap.as_deref())?;
        Ok(match self.state.as_str() {
            "expected" => State::Expected(match mishap {
                Some(mishap) => Some((mishap, moment()?)),
                None => None,
            }),
            "fetching" => {
                let percent = self.percent.and_then(|percent| u8::try_from(percent).ok());
                State::Fetching(percent)
            }
            "kept" => State::Kept(Kept {
                at: moment()?,
                kind: word(TABLE, self.kind.as_deref().ok_or_else(missing)?)?,
                bytes: self.bytes.ok_or_else(missing)?,
                place: self.place.clone().ok_or_else(missing)?,
                sha256: self.sha256.clone().ok_or_else(missing)?,
                milliseconds: self.milliseconds,
            }),
            "gone" => State::Gone(moment()?),
            "failed" => State::Failed(mishap.ok_or_else(missing)?, moment()?),
            "removed" => State::Removed(moment()?),
            other => return Err(Error::corrupt(TABLE, format!("the state {other}"))),
        })
    }
}
