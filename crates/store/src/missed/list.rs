//! The board: who waits, the longest first; who waits no more, the latest first; how many wait.

use domain::{At, ChannelId, ClientId, Reach};

use super::Missed;
use super::row::{Row, SELECT};
use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::{Conn, Cursor, Page, Result, Slice};

/// More than this nobody counts.
const MOST_COUNTED: i64 = 1000;

/// Which of them.
#[derive(Debug, Clone, Default)]
pub struct MissedFilter {
    /// Those who wait no more, instead of those who do.
    pub closed: bool,
    /// By this channel.
    pub channel: Option<ChannelId>,
    /// This client.
    pub client: Option<ClientId>,
    /// Closed at or after.
    pub closed_from: Option<At>,
}

/// Who waits, the longest first; or who waits no more, the latest first.
pub async fn list(
    conn: &mut Conn,
    filter: &MissedFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Missed>> {
    let mut clause = filter.clause(reach);
    let order = if filter.closed {
        clause.newest_first("m.closed_at", "m.id", &slice);
        "m.closed_at DESC, m.id DESC"
    } else {
        if let Some(after) = slice.after {
            let place: Vec<Arg> = vec![after.key.into(), after.key.into(), after.id.into()];
            clause.and("m.first_at >= ? AND (m.first_at > ? OR m.id > ?)", place);
        }
        "m.first_at, m.id"
    };
    let limit = clause.bind((slice.limit + 1).into());
    let (clause, args) = clause.done();
    let sql = format!("{SELECT}{clause} ORDER BY {order} LIMIT ${limit}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let items: Result<Vec<Missed>> = rows.into_iter().map(Missed::try_from).collect();
    Ok(slice.cut(items?, |one| Cursor {
        key: one
            .closed_at()
            .or(one.standing.first_at())
            .unwrap_or(At::UNIX_EPOCH)
            .as_microsecond(),
        id: one.id.0,
    }))
}

/// How many wait within reach, and since when the first of them.
pub async fn count_waiting(
    conn: &mut Conn,
    reach: &Reach,
    channel: Option<ChannelId>,
) -> Result<i64> {
    let filter = MissedFilter {
        channel,
        ..MissedFilter::default()
    };
    let mut clause = filter.clause(reach);
    let limit = clause.bind(MOST_COUNTED.into());
    let (clause, args) = clause.done();
    let sql = format!(
        "SELECT COUNT(*) FROM (SELECT 1 AS one FROM missed_callers m{clause} LIMIT ${limit}) counted"
    );
    let row: Option<(i64,)> = conn.row(sql, args).await?;
    Ok(row.map_or(0, |(count,)| count))
}

/// How many wait in each channel where anybody does.
pub async fn counts(conn: &mut Conn) -> Result<Vec<(ChannelId, i64)>> {
    let sql =
        "SELECT m.channel_id, COUNT(*) FROM missed_callers m WHERE m.waits GROUP BY m.channel_id";
    let rows: Vec<(uuid::Uuid, i64)> = conn.rows(sql, args![]).await?;
    Ok(rows
        .into_iter()
        .map(|(id, count)| (ChannelId(id), count))
        .collect())
}

/// Those of a channel who wait since before, and of whom nobody has been told; the longest first.
pub async fn overdue_candidates(
    conn: &mut Conn,
    channel: ChannelId,
    before: At,
    most: i64,
) -> Result<Vec<Missed>> {
    let sql = format!(
        "{SELECT} WHERE m.waits AND m.channel_id = $1 AND m.first_at <= $2
             AND (m.told_for IS NULL OR m.told_for <> m.first_at)
         ORDER BY m.first_at, m.id LIMIT $3"
    );
    let rows: Vec<Row> = conn.rows(sql, args![channel, before, most]).await?;
    rows.into_iter().map(Missed::try_from).collect()
}

impl MissedFilter {
    fn clause(&self, reach: &Reach) -> Filter {
        let mut clause = Filter::new();
        if self.closed {
            clause.and("NOT m.waits", Vec::new());
            clause.and("m.closed_at IS NOT NULL", Vec::new());
        } else {
            clause.and("m.waits", Vec::new());
        }
        clause.and_some("m.channel_id = ?", self.channel);
        clause.and_some("m.client_id = ?", self.client);
        clause.and_some("m.closed_at >= ?", self.closed_from);
        clause.within("m.channel_id", reach);
        clause
    }
}
