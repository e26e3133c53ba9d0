//! Where the PBX was told to ring, by the call's session: it asks before its first notification is heard.

use std::collections::HashMap;

use uuid::Uuid;

use domain::routing::Routed;
use domain::{AgentId, At, Call, ChannelId};

use crate::args::args;
use crate::filter::Filter;
use crate::row::{json, to_json, word};
use crate::{Conn, Result, Tx};

const TABLE: &str = "routes";

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: Uuid,
    because: String,
    phones: String,
}

#[derive(sqlx::FromRow)]
struct Sent {
    channel_id: Uuid,
    session_id: i64,
    #[sqlx(flatten)]
    row: Row,
}

impl Row {
    fn routed(self) -> Result<Routed> {
        Ok(Routed {
            agent: AgentId(self.agent_id),
            because: word(TABLE, &self.because)?,
            phones: json(TABLE, &self.phones)?,
        })
    }
}

/// Notes it; asked once more in the same call, the last answer counts.
pub async fn put(
    tx: &mut Tx,
    channel: ChannelId,
    session: i64,
    routed: &Routed,
    now: At,
) -> Result<()> {
    let sql = "INSERT INTO routes (channel_id, session_id, agent_id, because, phones, at) VALUES ($1, $2, $3, $4, $5, $6)
               ON CONFLICT (channel_id, session_id) DO UPDATE SET agent_id = excluded.agent_id,
                   because = excluded.because, phones = excluded.phones, at = excluded.at";
    let phones = to_json(TABLE, &routed.phones)?;
    let values = args![
        channel,
        session,
        routed.agent,
        routed.because.as_str(),
        phones,
        now
    ];
    tx.run(sql, values).await?;
    Ok(())
}

/// Where this call was sent, if it was.
pub async fn find(conn: &mut Conn, channel: ChannelId, session: i64) -> Result<Option<Routed>> {
    let sql =
        "SELECT agent_id, because, phones FROM routes WHERE channel_id = $1 AND session_id = $2";
    let row: Option<Row> = conn.row(sql, args![channel, session]).await?;
    row.map(Row::routed).transpose()
}

/// Where these calls were sent, those that were.
pub async fn of_calls(
    conn: &mut Conn,
    calls: &[Call],
) -> Result<HashMap<(ChannelId, i64), Routed>> {
    if calls.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("session_id", calls.iter().map(|call| call.session_id));
    let (clause, args) = filter.done();
    let sql =
        format!("SELECT channel_id, session_id, agent_id, because, phones FROM routes{clause}");
    let rows: Vec<Sent> = conn.rows(sql, args).await?;
    let read = |sent: Sent| {
        Ok((
            (ChannelId(sent.channel_id), sent.session_id),
            sent.row.routed()?,
        ))
    };
    rows.into_iter().map(read).collect()
}

/// Forgets what was told before.
pub async fn forget(tx: &mut Tx, before: At) -> Result<u64> {
    tx.run("DELETE FROM routes WHERE at < $1", args![before])
        .await
}
