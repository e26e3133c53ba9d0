//! How live calls stand that were steered from the desk.

use domain::call::{Stance, Steered, Turn};
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

/// How this call stood from when on, the first first.
pub async fn turns(conn: &mut Conn, call: CallId) -> Result<Vec<Turn>> {
    let sql = "SELECT at, stance FROM turns WHERE call_id = $1 ORDER BY at";
    let rows: Vec<(i64, String)> = conn.rows(sql, args![call]).await?;
    let turn = |(when, stance): (i64, String)| {
        Ok(Turn {
            at: at("turns", when)?,
            stance: word::<Stance>("turns", &stance)?,
        })
    };
    rows.into_iter().map(turn).collect()
}

/// Keeps how a call stands now, and since when.
pub async fn put(tx: &mut Tx, call: &Call, steered: &Steered) -> Result<()> {
    let sql = "INSERT INTO steered_calls (call_id, stance, third, since) VALUES ($1, $2, $3, $4)
               ON CONFLICT (call_id) DO UPDATE SET stance = excluded.stance, third = excluded.third,
                   since = excluded.since";
    let third = steered.third.as_deref();
    let values = args![call.id, steered.stance.as_str(), third, steered.since];
    tx.run(sql, values).await?;
    let sql = "INSERT INTO turns (call_id, at, stance) VALUES ($1, $2, $3)
               ON CONFLICT (call_id, at) DO UPDATE SET stance = excluded.stance";
    let values = args![call.id, steered.since, steered.stance.as_str()];
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
