//! Calls in short.

use std::collections::HashMap;

use uuid::Uuid;

use domain::summary::{NoSummary, Stage, Summary, Summing};
use domain::{CallId, ChannelId};

use crate::args::args;
use crate::filter::Filter;
use crate::row::{at, at_opt, json, to_json};
use crate::{Conn, Error, Result, Tx};

const TABLE: &str = "summaries";
const COLUMNS: &str =
    "call_id, channel_id, state, said, topic, outcome, promises, model, asked_at, finished_at";

#[derive(sqlx::FromRow)]
struct Row {
    call_id: Uuid,
    channel_id: Uuid,
    state: String,
    said: String,
    topic: String,
    outcome: String,
    promises: String,
    model: String,
    asked_at: i64,
    finished_at: Option<i64>,
}

/// Of one call.
pub async fn find(conn: &mut Conn, call: CallId) -> Result<Option<Summing>> {
    Ok(of_calls(conn, &[call]).await?.remove(&call))
}

/// Of these calls.
pub async fn of_calls(conn: &mut Conn, calls: &[CallId]) -> Result<HashMap<CallId, Summing>> {
    if calls.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("call_id", calls.iter().map(|id| id.0));
    let (clause, args) = filter.done();
    let sql = format!("SELECT {COLUMNS} FROM summaries{clause}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let all = rows.into_iter().map(Summing::try_from);
    all.map(|one| one.map(|one| (one.call_id, one))).collect()
}

/// Writes how far it is, new or changed.
pub async fn put(tx: &mut Tx, summing: &Summing) -> Result<()> {
    let nothing = Summary::default();
    let (told, said) = match &summing.stage {
        Stage::Waiting => (&nothing, String::new()),
        Stage::Ready(told) => (told, String::new()),
        Stage::Failed(why) => (&nothing, to_json(TABLE, why)?),
    };
    let sql = format!(
        "INSERT INTO summaries ({COLUMNS}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
         ON CONFLICT (call_id) DO UPDATE SET state = excluded.state, said = excluded.said, topic = excluded.topic,
             outcome = excluded.outcome, promises = excluded.promises, model = excluded.model,
             asked_at = excluded.asked_at, finished_at = excluded.finished_at"
    );
    let values = args![
        summing.call_id,
        summing.channel_id,
        summing.stage.as_str(),
        said,
        told.topic.as_str(),
        told.outcome.as_str(),
        to_json(TABLE, &told.promises)?,
        summing.model.as_str(),
        summing.asked_at,
        summing.finished_at,
    ];
    tx.run(sql, values).await?;
    crate::transcripts::tell(tx, summing.call_id, summing.channel_id);
    Ok(())
}

/// Older rows keep a sentence.
fn why(said: String) -> NoSummary {
    serde_json::from_str(&said).unwrap_or(NoSummary::Told { said })
}

impl TryFrom<Row> for Summing {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        let stage = match row.state.as_str() {
            "waiting" => Stage::Waiting,
            "ready" => Stage::Ready(Summary {
                topic: row.topic,
                outcome: row.outcome,
                promises: json(TABLE, &row.promises)?,
            }),
            "failed" => Stage::Failed(why(row.said)),
            other => return Err(Error::corrupt(TABLE, format!("`{other}` is no stage"))),
        };
        Ok(Self {
            call_id: CallId(row.call_id),
            channel_id: ChannelId(row.channel_id),
            stage,
            model: row.model,
            asked_at: at(TABLE, row.asked_at)?,
            finished_at: at_opt(TABLE, row.finished_at)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_read_as_it_was_kept_and_an_old_sentence_stays_one() {
        let refused = NoSummary::Refused {
            status: 401,
            said: "no such key".to_owned(),
        };
        for kept in [NoSummary::Off, NoSummary::NoAnswer, refused] {
            assert_eq!(why(to_json(TABLE, &kept).unwrap()), kept);
        }
        for said in ["", "Языковая модель не отвечает.", "{}", "\"off\""] {
            let told = NoSummary::Told {
                said: said.to_owned(),
            };
            assert_eq!(why(said.to_owned()), told);
        }
    }
}
