//! Recordings by the many: how a channel stands, which have been kept long enough, which nobody works on.

use domain::{At, ChannelId, Recording};

use super::columns::{Row, SELECT};
use crate::args::args;
use crate::row::at_opt;
use crate::{Conn, Result};

/// How many recordings of a channel are how far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The state's word.
    pub state: String,
    /// How many.
    pub count: i64,
    /// Bytes of those that are kept.
    pub bytes: i64,
    /// When the call of the oldest of them began.
    pub oldest: Option<At>,
}

#[derive(sqlx::FromRow)]
struct Counted {
    state: String,
    count: i64,
    bytes: i64,
    oldest: Option<i64>,
}

/// Bytes go over 2³¹ of anything, and the sum of 64-bit numbers is no such number on PostgreSQL.
const BYTES: &str = "CAST(COALESCE(SUM(r.bytes), 0) AS BIGINT)";

/// What must stay: its call's recordings are held, or those of the ticket it stands in.
const HELD: &str = "(EXISTS (SELECT 1 FROM recording_holds h WHERE h.kind = 'call' AND h.subject_id = r.call_id)
    OR EXISTS (SELECT 1 FROM calls c JOIN recording_holds h ON h.kind = 'ticket' AND h.subject_id = c.ticket_id
               WHERE c.id = r.call_id))";

/// How a channel's recordings stand, by state; states that none is in are left out.
pub async fn standing(conn: &mut Conn, channel: ChannelId) -> Result<Vec<Standing>> {
    let sql = format!(
        "SELECT r.state, COUNT(*) AS count, {BYTES} AS bytes, MIN(r.called_at) AS oldest
         FROM recordings r WHERE r.channel_id = $1 GROUP BY r.state ORDER BY r.state"
    );
    counted(conn, sql, args![channel]).await
}

/// Kept recordings of calls that began before a moment: how many would go, and how many of that age are held.
pub async fn due_to_go(
    conn: &mut Conn,
    channel: ChannelId,
    before: At,
) -> Result<(Option<Standing>, Option<Standing>)> {
    let of = |held: &str| {
        format!(
            "SELECT r.state, COUNT(*) AS count, {BYTES} AS bytes, MIN(r.called_at) AS oldest FROM recordings r
             WHERE r.channel_id = $1 AND r.state = 'kept' AND r.called_at < $2 AND {held} GROUP BY r.state"
        )
    };
    let values = || args![channel, before];
    let goes = counted(conn, of(&format!("NOT {HELD}")), values()).await?;
    let stays = counted(conn, of(HELD), values()).await?;
    Ok((goes.into_iter().next(), stays.into_iter().next()))
}

/// The next of those that go, the oldest first.
pub async fn next_to_go(
    conn: &mut Conn,
    channel: ChannelId,
    before: At,
    limit: i64,
) -> Result<Vec<Recording>> {
    let sql = format!(
        "{SELECT} WHERE r.channel_id = $1 AND r.state = 'kept' AND r.called_at < $2 AND NOT {HELD}
         ORDER BY r.called_at, r.id LIMIT $3"
    );
    let rows: Vec<Row> = conn.rows(sql, args![channel, before, limit]).await?;
    rows.into_iter().map(Recording::try_from).collect()
}

/// Recordings that have been waited for since before a moment: their job may have been buried, or never came to be.
pub async fn forlorn(conn: &mut Conn, before: At, limit: i64) -> Result<Vec<Recording>> {
    let sql = format!(
        "{SELECT} WHERE r.state IN ('expected', 'fetching') AND COALESCE(r.at, r.since) < $1
         ORDER BY r.since LIMIT $2"
    );
    let rows: Vec<Row> = conn.rows(sql, args![before, limit]).await?;
    rows.into_iter().map(Recording::try_from).collect()
}

async fn counted(conn: &mut Conn, sql: String, values: crate::args::Args) -> Result<Vec<Standing>> {
    let rows: Vec<Counted> = conn.rows(sql, values).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Standing {
                state: row.state,
                count: row.count,
                bytes: row.bytes,
                oldest: at_opt("recordings", row.oldest)?,
            })
        })
        .collect()
}
