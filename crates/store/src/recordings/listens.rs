//! Who listened to recordings, and who took one away as a file.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use domain::{AgentId, At, CallId, RecordingId};

use crate::args::args;
use crate::row::{at, word};
use crate::{Conn, Result, Tx};

/// What somebody did with a recording.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    /// Listened.
    Played,
    /// Took it as a file.
    Downloaded,
}

impl Deed {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Played, Self::Downloaded];

    /// The name in the table and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Played => "played",
            Self::Downloaded => "downloaded",
        }
    }
}

impl fmt::Display for Deed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A word that names none.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not what somebody does with a recording: use played or downloaded")]
pub struct UnknownDeed(String);

impl FromStr for Deed {
    type Err = UnknownDeed;
    fn from_str(text: &str) -> std::result::Result<Self, UnknownDeed> {
        Self::ALL
            .into_iter()
            .find(|deed| deed.as_str() == text)
            .ok_or_else(|| UnknownDeed(text.chars().take(40).collect()))
    }
}

/// Somebody did something with a recording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listen {
    /// With which.
    pub recording: RecordingId,
    /// Who.
    pub agent: AgentId,
    /// What.
    pub deed: Deed,
    /// When, the last time.
    pub at: At,
}

#[derive(sqlx::FromRow)]
struct Row {
    recording_id: Uuid,
    agent_id: Uuid,
    deed: String,
    last_at: i64,
}

const HOUR: i64 = 3600;

/// Writes down that somebody did this now.
pub async fn heard(tx: &mut Tx, listen: &Listen) -> Result<()> {
    let sql = "INSERT INTO listens (recording_id, agent_id, deed, hour, first_at, last_at) VALUES ($1, $2, $3, $4, $5, $5)
               ON CONFLICT (recording_id, agent_id, deed, hour) DO UPDATE SET last_at = excluded.last_at";
    let hour = listen.at.as_second().div_euclid(HOUR);
    let values = args![
        listen.recording,
        listen.agent,
        listen.deed.as_str(),
        hour,
        listen.at
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Who did what with the recordings of a call, the latest first.
pub async fn listens_of(conn: &mut Conn, call: CallId, limit: i64) -> Result<Vec<Listen>> {
    let sql = "SELECT l.recording_id, l.agent_id, l.deed, l.last_at FROM listens l
               JOIN recordings r ON r.id = l.recording_id
               WHERE r.call_id = $1 ORDER BY l.last_at DESC, l.agent_id, l.deed LIMIT $2";
    let rows: Vec<Row> = conn.rows(sql, args![call, limit]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Listen {
                recording: RecordingId(row.recording_id),
                agent: AgentId(row.agent_id),
                deed: word("listens", &row.deed)?,
                at: at("listens", row.last_at)?,
            })
        })
        .collect()
}
