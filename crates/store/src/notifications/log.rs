//! The log as it is looked through: by verdict, event, call session and moment, newest first.

use domain::notification::{Notification, Verdict};
use domain::{At, ChannelId, TokenId};

use super::{Row, SELECT};
use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::{Conn, Cursor, Page, Result, Slice};

/// Events that arrive with every call: their rows are met soon wherever one begins to look.
const OFTEN: [&str; 4] = [
    "in_call_session",
    "out_call_session",
    "talk_started",
    "call_session_finished",
];

/// What a channel's log is narrowed to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// What became of them.
    pub verdict: Option<Verdict>,
    /// The event they were taken for.
    pub event: Option<String>,
    /// The provider's call session.
    pub session: Option<i64>,
    /// Received at or after.
    pub from: Option<At>,
    /// Received before.
    pub to: Option<At>,
}

impl LogFilter {
    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl From<Option<Verdict>> for LogFilter {
    fn from(verdict: Option<Verdict>) -> Self {
        Self {
            verdict,
            ..Self::default()
        }
    }
}

/// A channel's log, newest first.
pub async fn list(
    conn: &mut Conn,
    channel: ChannelId,
    wanted: impl Into<LogFilter>,
    slice: Slice,
) -> Result<Page<Notification>> {
    let wanted = wanted.into();
    let mut filter = Filter::new();
    filter.and("n.channel_id = ?", vec![channel.into()]);
    by_verdict(&mut filter, wanted.verdict);
    by_event(&mut filter, wanted.event);
    if let Some(session) = wanted.session {
        by_session(&mut filter, channel, session);
    }
    filter.and_some("n.received_at >= ?", wanted.from);
    filter.and_some("n.received_at < ?", wanted.to);
    filter.newest_first("n.received_at", "n.id", &slice);
    let (clause, mut args) = filter.done();
    args.push(Arg::from(slice.limit + 1));
    let sql = format!(
        "{SELECT}{clause} ORDER BY n.received_at DESC, n.id DESC LIMIT ${}",
        args.len()
    );
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let items = rows
        .into_iter()
        .map(Notification::try_from)
        .collect::<Result<Vec<_>>>()?;
    Ok(slice.cut(items, |n| Cursor {
        key: n.received_at.as_microsecond(),
        id: n.id.0,
    }))
}

/// The few verdicts have indexes of their own; these words lead to them.
fn by_verdict(filter: &mut Filter, verdict: Option<Verdict>) {
    match verdict {
        Some(Verdict::Aside | Verdict::Unreadable | Verdict::Failed) => {
            filter.and("n.verdict IN ('aside', 'unreadable', 'failed')", Vec::new())
        }
        Some(Verdict::Waiting) => filter.and("n.verdict = 'waiting'", Vec::new()),
        Some(Verdict::Heard) | None => {}
    }
    filter.and_some("n.verdict = ?", verdict.map(Verdict::as_str));
}

/// So have events that come seldom.
fn by_event(filter: &mut Filter, event: Option<String>) {
    if event
        .as_deref()
        .is_some_and(|event| !OFTEN.contains(&event))
    {
        let often = OFTEN.map(|event| format!("'{event}'")).join(", ");
        filter.and(&format!("n.event NOT IN ({often})"), Vec::new());
    }
    filter.and_some("n.event = ?", event);
}

/// By way of the call; one that was read and could not be kept has no call, and stands among the few.
fn by_session(filter: &mut Filter, channel: ChannelId, session: i64) {
    filter.and(
        "n.id IN (SELECT e.notification_id FROM calls c JOIN call_events e ON e.call_id = c.id
                  WHERE c.channel_id = ? AND c.session_id = ?
                  UNION ALL
                  SELECT f.id FROM notifications f
                  WHERE f.channel_id = ? AND f.verdict IN ('aside', 'unreadable', 'failed')
                      AND f.verdict = 'failed' AND f.session_id = ?)",
        vec![
            channel.into(),
            session.into(),
            channel.into(),
            session.into(),
        ],
    );
}

/// How many of a channel's requests could not be read or kept and still wait for a fix, up to `most`, and when the latest
/// of them came.
pub async fn unheard(conn: &mut Conn, channel: ChannelId, most: i64) -> Result<(i64, Option<At>)> {
    let sql = "SELECT COUNT(*), MAX(received_at) FROM (
                   SELECT received_at FROM notifications
                   WHERE channel_id = $1 AND verdict IN ('aside', 'unreadable', 'failed')
                       AND verdict <> 'aside'
                   ORDER BY received_at DESC, id DESC LIMIT $2) AS latest";
    let row: Option<(i64, Option<i64>)> = conn.row(sql, args![channel, most]).await?;
    let (count, last) = row.unwrap_or_default();
    Ok((count, crate::row::at_opt("notifications", last)?))
}

/// The request with this digest.
pub async fn by_digest(
    conn: &mut Conn,
    channel: ChannelId,
    digest: &[u8; 32],
) -> Result<Option<Notification>> {
    let sql = format!("{SELECT} WHERE n.channel_id = $1 AND n.digest = $2");
    let row: Option<Row> = conn.row(sql, args![channel, digest.as_slice()]).await?;
    row.map(Notification::try_from).transpose()
}

/// The last request that came with this token between two moments.
pub async fn last_with_token(
    conn: &mut Conn,
    channel: ChannelId,
    token: TokenId,
    between: (At, At),
) -> Result<Option<Notification>> {
    let sql = format!(
        "{SELECT} WHERE n.channel_id = $1 AND n.received_at >= $3 AND n.received_at < $4 AND n.token_id = $2
         ORDER BY n.received_at DESC, n.id DESC LIMIT 1"
    );
    let row: Option<Row> = conn
        .row(sql, args![channel, token, between.0, between.1])
        .await?;
    row.map(Notification::try_from).transpose()
}

#[cfg(test)]
mod tests;
