//! Calls that ring, and who has said that one is not theirs.

use std::collections::HashSet;

use uuid::Uuid;

use domain::{AgentId, At, Call, CallId, Reach};

use crate::args::{Arg, args};
use crate::calls::{Row, SELECT};
use crate::filter::Filter;
use crate::{Change, Conn, Result, Topic, Tx};

/// Incoming calls within reach that ring and were heard of since, the latest begun first; no tests of channels.
pub async fn ringing(conn: &mut Conn, reach: &Reach, since: At, most: i64) -> Result<Vec<Call>> {
    let mut clause = Filter::new();
    // The first words lead to the index of the few calls that are not over.
    clause.and("c.state <> 'finished'", Vec::new());
    clause.and("c.state = 'ringing' AND c.direction = 'in'", Vec::new());
    clause.and("c.session_id >= 0", Vec::new());
    clause.and("c.last_notified_at >= ?", vec![since.into()]);
    clause.within("c.channel_id", reach);
    let limit = clause.bind(most.into());
    let (clause, args) = clause.done();
    let sql = format!("{SELECT}{clause} ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// Which of these calls somebody has said are not theirs.
pub async fn refused(conn: &mut Conn, agent: AgentId, calls: &[CallId]) -> Result<HashSet<CallId>> {
    let mut filter = Filter::new();
    filter.and("agent_id = ?", vec![agent.into()]);
    filter.and_in("call_id", calls.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let sql = format!("SELECT call_id FROM ring_refusals{clause}");
    let rows: Vec<(Uuid,)> = conn.rows(sql, args).await?;
    Ok(rows.into_iter().map(|(id,)| CallId(id)).collect())
}

/// Notes that a call is not theirs; once more changes nothing.
pub async fn refuse(tx: &mut Tx, call: CallId, agent: AgentId, now: At) -> Result<()> {
    let sql = "INSERT INTO ring_refusals (call_id, agent_id, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    tx.run(sql, args![call, agent, now]).await?;
    tx.changed(Change {
        topic: Topic::Ring(Some(agent)),
        channel: None,
    });
    Ok(())
}

/// Forgets what was said before.
pub async fn forget_refusals(tx: &mut Tx, before: At) -> Result<u64> {
    tx.run("DELETE FROM ring_refusals WHERE at < $1", args![before])
        .await
}
