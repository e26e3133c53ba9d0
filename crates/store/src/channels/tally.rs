//! How often each event has arrived at a channel.

use domain::channel::EventTally;
use domain::{At, ChannelId};

use crate::args::args;
use crate::row::{at, at_opt};
use crate::{Conn, Result, Tx, notifications};

#[derive(sqlx::FromRow)]
struct Row {
    event: String,
    first_at: i64,
    last_at: i64,
    count: i64,
    faults: i64,
}

/// What requests are counted under that tell of no event.
const NAMELESS: &str = "unknown";
/// So many unread requests are counted; more are as many.
const MOST_UNHEARD: i64 = 1000;

/// Every event that has arrived at a channel, by its mnemonic. Of requests that tell of no event, those are faulty that
/// are still unread: once a fix has them read, nothing is wrong any more.
pub async fn tally(conn: &mut Conn, channel: ChannelId) -> Result<Vec<EventTally>> {
    let sql = "SELECT event, first_at, last_at, count, faults FROM channel_events
               WHERE channel_id = $1 ORDER BY event";
    let rows: Vec<Row> = conn.rows(sql, args![channel]).await?;
    let tallies: Result<Vec<EventTally>> = rows.into_iter().map(Row::tally).collect();
    let mut tallies = tallies?;
    if let Some(nameless) = tallies.iter_mut().find(|tally| tally.event == NAMELESS) {
        let (unheard, last) = notifications::unheard(conn, channel, MOST_UNHEARD).await?;
        nameless.faults = unheard;
        nameless.last_at = last.unwrap_or(nameless.last_at);
    }
    Ok(tallies)
}

/// When anything last arrived at a channel, readable or not.
pub async fn last_event(conn: &mut Conn, channel: ChannelId) -> Result<Option<At>> {
    let sql = "SELECT MAX(last_at) FROM channel_events WHERE channel_id = $1";
    let row: Option<(Option<i64>,)> = conn.row(sql, args![channel]).await?;
    at_opt("channel_events", row.and_then(|(last,)| last))
}

/// Counts so many arrivals of an event; a good one ends the row of faults.
pub async fn count_event(
    tx: &mut Tx,
    channel: ChannelId,
    event: &str,
    at: At,
    times: i64,
    fault: bool,
) -> Result<()> {
    let sql = "INSERT INTO channel_events (channel_id, event, first_at, last_at, count, faults)
               VALUES ($1, $2, $3, $3, $4, $5)
               ON CONFLICT (channel_id, event) DO UPDATE SET
                   first_at = CASE WHEN excluded.first_at < channel_events.first_at
                       THEN excluded.first_at ELSE channel_events.first_at END,
                   last_at = CASE WHEN excluded.last_at > channel_events.last_at
                       THEN excluded.last_at ELSE channel_events.last_at END,
                   count = channel_events.count + excluded.count,
                   faults = CASE WHEN excluded.faults = 0
                       THEN 0 ELSE channel_events.faults + excluded.faults END";
    let faults = if fault { times } else { 0 };
    tx.run(sql, args![channel, event, at, times, faults])
        .await?;
    super::announce(tx, channel);
    Ok(())
}

impl Row {
    fn tally(self) -> Result<EventTally> {
        Ok(EventTally {
            event: self.event,
            first_at: at("channel_events", self.first_at)?,
            last_at: at("channel_events", self.last_at)?,
            count: self.count,
            faults: self.faults,
        })
    }
}
