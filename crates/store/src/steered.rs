//! How live calls stand that were steered from the desk.

use domain::call::{Stance, Steered};
use domain::{AgentId, Call, CallId};

use crate::args::args;
use crate::row::{at, word};
use crate::{Change, Conn, Result, Topic, Tx};

const TABLE: &str = "steered_calls";

#[derive(sqlx::FromRow)]
struct Row {
    stance: String,
    third: Option<String>,
    since: i64,
}

/// How this call stands; nothing when nobody has steered it.
pub async fn find(conn: &mut Conn, call: CallId) -> Result<Option<Steered>> {
    let sql = "SELECT stance, third, since FROM steered_calls WHERE call_id = $1";
    let row: Option<Row> = conn.row(sql, args![call]).await?;
    row.map(|row| {
        Ok(Steered {
            stance: word::<Stance>(TABLE, &row.stance)?,
            third: row.third,
            since: at(TABLE, row.since)?,
        })
    })
    .transpose()
}

/// Keeps how a call stands now.
pub async fn put(tx: &mut Tx, call: &Call, steered: &Steered) -> Result<()> {
    let sql = "INSERT INTO steered_calls (call_id, stance, third, since) VALUES ($1, $2, $3, $4)
               ON CONFLICT (call_id) DO UPDATE SET stance = excluded.stance, third = excluded.third,
                   since = excluded.since";
    let third = steered.third.as_deref();
    let values = args![call.id, steered.stance.as_str(), third, steered.since];
    tx.run(sql, values).await?;
    tx.changed(Change {
        topic: Topic::Call(call.id),
        channel: Some(call.channel_id),
    });
    if let Some(agent) = call.agent_id {
        ring(tx, agent);
    }
    Ok(())
}

/// Tells somebody's tabs that their call bar has changed.
pub fn ring(tx: &mut Tx, agent: AgentId) {
    tx.changed(Change {
        topic: Topic::Phone(agent),
        channel: None,
    });
}
