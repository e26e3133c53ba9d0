//! What of what was said of calls is at the provider.

use std::collections::HashMap;

use uuid::Uuid;

use domain::write_back::WriteBack;
use domain::{Call, CallId, ChannelId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::row::{at, json, to_json, word};
use crate::{Change, Conn, Result, Topic, Tx};

const TABLE: &str = "write_backs";
const SELECT: &str =
    "SELECT b.call_id, b.state, b.tags, b.remark, b.remark_state, b.said, b.tries, b.at
    FROM write_backs b";

#[derive(sqlx::FromRow)]
struct Row {
    call_id: Uuid,
    state: String,
    tags: String,
    remark: Option<String>,
    remark_state: String,
    said: Option<String>,
    tries: i64,
    at: i64,
}

/// What of one call is there.
pub async fn find(conn: &mut Conn, call: CallId) -> Result<Option<WriteBack>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE b.call_id = $1"), args![call])
        .await?;
    row.map(Row::write_back).transpose()
}

/// The same of several calls.
pub async fn of_calls(conn: &mut Conn, calls: &[CallId]) -> Result<HashMap<CallId, WriteBack>> {
    if calls.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("b.call_id", calls.iter().map(|call| Arg::from(*call)));
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    let read = |row: Row| Ok((CallId(row.call_id), row.write_back()?));
    rows.into_iter().map(read).collect()
}

/// Those of a channel's calls of which the provider has said that it did not do it, the latest first.
pub async fn in_trouble(conn: &mut Conn, channel: ChannelId, most: i64) -> Result<Vec<WriteBack>> {
    let sql = format!(
        "{SELECT} JOIN calls c ON c.id = b.call_id
         WHERE b.said IS NOT NULL AND c.channel_id = $1 ORDER BY b.at DESC, b.call_id LIMIT $2"
    );
    let rows: Vec<Row> = conn.rows(sql, args![channel, most]).await?;
    rows.into_iter().map(Row::write_back).collect()
}

/// Keeps what is there now.
pub async fn put(tx: &mut Tx, call: &Call, one: &WriteBack) -> Result<()> {
    let sql = "INSERT INTO write_backs (call_id, state, tags, remark, remark_state, said, tries, at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
               ON CONFLICT (call_id) DO UPDATE SET state = excluded.state, tags = excluded.tags,
                   remark = excluded.remark, remark_state = excluded.remark_state, said = excluded.said,
                   tries = excluded.tries, at = excluded.at";
    let said = match &one.said {
        Some(said) => Some(to_json(TABLE, said)?),
        None => None,
    };
    let values = args![
        one.call_id,
        one.stage.as_str(),
        to_json(TABLE, &one.tags)?,
        one.remark.as_deref(),
        one.remark_stage.as_str(),
        said,
        one.tries,
        one.at
    ];
    tx.run(sql, values).await?;
    let channel = Some(call.channel_id);
    let topics = [Topic::Call(call.id), Topic::Channel(call.channel_id)];
    for topic in topics {
        tx.changed(Change { topic, channel });
    }
    Ok(())
}

impl Row {
    fn write_back(self) -> Result<WriteBack> {
        Ok(WriteBack {
            call_id: CallId(self.call_id),
            stage: word(TABLE, &self.state)?,
            tags: json(TABLE, &self.tags)?,
            remark: self.remark,
            remark_stage: word(TABLE, &self.remark_state)?,
            said: match self.said.as_deref() {
                Some(said) => Some(json(TABLE, said)?),
                None => None,
            },
            tries: self.tries,
            at: at(TABLE, self.at)?,
        })
    }
}
