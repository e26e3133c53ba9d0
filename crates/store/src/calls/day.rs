//! What became of the incoming calls of a day.

use uuid::Uuid;

use domain::call::Outcome;
use domain::{At, ChannelId, Reach};

use crate::filter::Filter;
use crate::row::word;
use crate::{Conn, Result};

/// What became of the calls of one channel that ended in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// The channel.
    pub channel_id: ChannelId,
    /// How they ended.
    pub outcome: Outcome,
    /// How many.
    pub calls: i64,
    /// Seconds that their clients waited, together.
    pub waited: i64,
    /// The longest of these waits, in seconds.
    pub longest: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    channel_id: Uuid,
    outcome: String,
    calls: i64,
    waited: i64,
    longest: i64,
}

/// The incoming calls within reach begun since, by channel and by how they ended; those that go on are left out.
pub async fn day(conn: &mut Conn, reach: &Reach, since: At) -> Result<Vec<Day>> {
    let mut filter = Filter::new();
    filter.and("c.started_at >= ?", vec![since.into()]);
    filter.and("c.direction = 'in' AND c.state = 'finished'", Vec::new());
    filter.and("c.session_id >= 0", Vec::new());
    filter.within("c.channel_id", reach);
    let (clause, args) = filter.done();
    let sql = format!(
        "SELECT d.channel_id, d.outcome, COUNT(*) AS calls,
             CAST(COALESCE(SUM(CASE WHEN d.wait > 0 THEN d.wait ELSE 0 END), 0) AS BIGINT) AS waited,
             CAST(COALESCE(MAX(CASE WHEN d.wait > 0 THEN d.wait ELSE 0 END), 0) AS BIGINT) AS longest
         FROM (SELECT c.channel_id, c.outcome,
                   (c.finished_at - c.started_at) / 1000000 - COALESCE(c.talk_seconds, 0) AS wait
               FROM calls c{clause}) d
         GROUP BY d.channel_id, d.outcome"
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Day {
                channel_id: ChannelId(row.channel_id),
                outcome: word("calls", &row.outcome)?,
                calls: row.calls,
                waited: row.waited,
                longest: row.longest,
            })
        })
        .collect()
}
