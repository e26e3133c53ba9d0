//! Where the PBX was told to ring, by the call's session: it asks before its first notification is heard.

use uuid::Uuid;

use domain::routing::Routed;
use domain::{AgentId, At, ChannelId};

use crate::args::args;
use crate::row::{json, to_json, word};
use crate::{Conn, Result, Tx};

const TABLE: &str = "routes";

#[derive(sqlx::FromRow)]
struct Row {
    agent_id: Uuid,
    because: String,
    phones: String,
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
    row.map(|row| {
        Ok(Routed {
            agent: AgentId(row.agent_id),
            because: word(TABLE, &row.because)?,
            phones: json(TABLE, &row.phones)?,
        })
    })
    .transpose()
}

/// Forgets what was told before.
pub async fn forget(tx: &mut Tx, before: At) -> Result<u64> {
    tx.run("DELETE FROM routes WHERE at < $1", args![before])
        .await
}
