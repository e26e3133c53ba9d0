//! Transcripts: how far each is, what is made so far, its lines and their corrections, the minutes of a month.

mod corrections;
mod lines;
mod parts;
#[cfg(test)]
mod tests;
mod usage;

use std::collections::HashMap;

use uuid::Uuid;

use domain::transcript::{Making, NoText, Stage};
use domain::{AgentId, At, CallId, ChannelId};

use crate::args::args;
use crate::filter::Filter;
use crate::row::{at, at_opt, word_opt};
use crate::{Change, Conn, Error, Result, Topic, Tx};

pub use corrections::{Correction, corrections};
pub use lines::{KeptLine, correct, lines, lines_of, put_lines};
pub use parts::{keep_part, parts};
pub use usage::{add_usage, usage};

const TABLE: &str = "transcripts";
const COLUMNS: &str = "call_id, channel_id, stage, percent, reason, said, engine, language, asked_by, asked_at, finished_at";

#[derive(sqlx::FromRow)]
struct Row {
    call_id: Uuid,
    channel_id: Uuid,
    stage: String,
    percent: i64,
    reason: Option<String>,
    said: String,
    engine: String,
    language: String,
    asked_by: Option<Uuid>,
    asked_at: i64,
    finished_at: Option<i64>,
}

/// Of one call.
pub async fn find(conn: &mut Conn, call: CallId) -> Result<Option<Making>> {
    let sql = format!("SELECT {COLUMNS} FROM transcripts WHERE call_id = $1");
    let row: Option<Row> = conn.row(sql, args![call]).await?;
    row.map(Making::try_from).transpose()
}

/// Of one call, held until the end of this transaction.
pub async fn hold(tx: &mut Tx, call: CallId) -> Result<Option<Making>> {
    let lock = tx.for_update();
    let sql = format!("SELECT {COLUMNS} FROM transcripts WHERE call_id = $1{lock}");
    let row: Option<Row> = tx.row(sql, args![call]).await?;
    row.map(Making::try_from).transpose()
}

/// Of these calls.
pub async fn of_calls(conn: &mut Conn, calls: &[CallId]) -> Result<HashMap<CallId, Making>> {
    if calls.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("call_id", calls.iter().map(|id| id.0));
    let (clause, args) = filter.done();
    let sql = format!("SELECT {COLUMNS} FROM transcripts{clause}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let made = rows.into_iter().map(Making::try_from);
    made.map(|one| one.map(|one| (one.call_id, one))).collect()
}

/// Writes how far it is, new or changed.
pub async fn put(tx: &mut Tx, making: &Making, now: At) -> Result<()> {
    let (reason, said) = match &making.stage {
        Stage::Waiting(said) => (None, said.as_str()),
        Stage::Running(_) | Stage::Ready => (None, ""),
        Stage::Failed(why, said) => (Some(why.as_str()), said.as_str()),
    };
    let sql = format!(
        "INSERT INTO transcripts ({COLUMNS}, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         ON CONFLICT (call_id) DO UPDATE SET stage = excluded.stage, percent = excluded.percent, reason = excluded.reason,
             said = excluded.said, engine = excluded.engine, language = excluded.language, asked_by = excluded.asked_by,
             asked_at = excluded.asked_at, finished_at = excluded.finished_at, updated_at = excluded.updated_at"
    );
    let values = args![
        making.call_id,
        making.channel_id,
        making.stage.as_str(),
        i64::from(making.stage.percent()),
        reason,
        said,
        making.engine.as_str(),
        making.language.as_str(),
        making.asked_by,
        making.asked_at,
        making.finished_at,
        now,
    ];
    tx.run(sql, values).await?;
    tell(tx, making.call_id, making.channel_id);
    Ok(())
}

/// Has pages that show this transcript be renewed.
pub(crate) fn tell(tx: &mut Tx, call: CallId, channel: ChannelId) {
    tx.changed(Change {
        topic: Topic::Transcript(call),
        channel: Some(channel),
    });
}

impl TryFrom<Row> for Making {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let stage = match (
            row.stage.as_str(),
            word_opt::<NoText>(TABLE, row.reason.as_deref())?,
        ) {
            ("waiting", _) => Stage::Waiting(row.said),
            ("running", _) => Stage::Running(u8::try_from(row.percent).unwrap_or(100)),
            ("ready", _) => Stage::Ready,
            ("failed", Some(why)) => Stage::Failed(why, row.said),
            (other, _) => return Err(Error::corrupt(TABLE, format!("`{other}` is no stage"))),
        };
        Ok(Self {
            call_id: CallId(row.call_id),
            channel_id: ChannelId(row.channel_id),
            stage,
            engine: row.engine,
            language: row.language,
            asked_by: row.asked_by.map(AgentId),
            asked_at: at(TABLE, row.asked_at)?,
            finished_at: at_opt(TABLE, row.finished_at)?,
        })
    }
}
