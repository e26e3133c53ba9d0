//! What became of the incoming calls of a day, hour by hour.

use domain::call::Outcome;
use domain::{At, ChannelId, Reach};

use crate::filter::Filter;
use crate::row::word;
use crate::{Conn, Result};

/// Calls of one hour that ended in one way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HourPart {
    /// Which hour since the beginning.
    pub hour: i64,
    /// How they ended.
    pub outcome: Outcome,
    /// How many.
    pub calls: i64,
}

#[derive(sqlx::FromRow)]
struct Row {
    hour: i64,
    outcome: String,
    calls: i64,
}

/// The incoming calls within reach begun since, of a channel or of all, by the hour they began in; those that go on are left
/// out.
pub async fn hours(
    conn: &mut Conn,
    reach: &Reach,
    channel: Option<ChannelId>,
    since: At,
) -> Result<Vec<HourPart>> {
    let mut filter = Filter::new();
    filter.and("c.started_at >= ?", vec![since.into()]);
    filter.and("c.direction = 'in' AND c.state = 'finished'", Vec::new());
    filter.and("c.session_id >= 0", Vec::new());
    filter.and_some("c.channel_id = ?", channel);
    filter.within("c.channel_id", reach);
    let begin = filter.bind(since.into());
    let (clause, args) = filter.done();
    let sql = format!(
        "SELECT h.hour, h.outcome, COUNT(*) AS calls
         FROM (SELECT (c.started_at - ${begin}) / 3600000000 AS hour, c.outcome FROM calls c{clause}) h
         GROUP BY h.hour, h.outcome ORDER BY h.hour"
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter()
        .map(|row| {
            Ok(HourPart {
                hour: row.hour,
                outcome: word("calls", &row.outcome)?,
                calls: row.calls,
            })
        })
        .collect()
}
