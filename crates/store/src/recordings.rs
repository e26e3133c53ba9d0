//! Recordings of calls: how far each is, what lies in the storage, what is still only at the provider.

mod board;
mod columns;
mod holds;
mod hushed;
mod listens;
mod rules;
#[cfg(test)]
mod tests;
mod waves;

use std::sync::LazyLock;

use domain::recording::{State, identity_of};
use domain::{At, Call, CallId, ChannelId, Recording, RecordingId, Voices};

use crate::args::args;
use crate::filter::Filter;
use crate::later::{Bulk, texts};
use crate::{Change, Conn, Result, Topic, Tx};

use columns::{Row, SELECT, spread, voices_text};

pub use board::{Standing, due_to_go, forlorn, next_to_go, standing};
pub use holds::{Hold, Subject, hold, hold_of, release};
pub use hushed::{Hushed, forget_hushed, hushed, put_hushed};
pub use listens::{Deed, Listen, heard, listens_of};
pub use rules::{all_rules, rules, set_rules};
pub use waves::{forget_wave, put_wave, wave_of};

/// Writes those of a call that are new, each to be fetched; of one that is there already place and voices are put right.
pub fn expect(tx: &mut Tx, recording: &Recording) {
    let spread = spread(&recording.state);
    tx.run_later(
        &NEW,
        args![
            recording.id,
            recording.call_id,
            recording.channel_id,
            recording.n,
            recording.link.as_str(),
            identity_of(&recording.link),
            voices_text(recording.voices),
            recording.state.as_str(),
            spread.mishap,
            spread.at,
            recording.tries,
            recording.since,
            recording.called_at,
        ],
    );
}

static NEW: Bulk = Bulk {
    table: "recordings",
    rank: 1,
    key: &[1, 5],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO recordings (id, call_id, channel_id, n, link, identity, voices, state, mishap, at, tries,
                       since, called_at)
                   VALUES {rows}
                   ON CONFLICT (call_id, identity) DO UPDATE SET n = excluded.n, voices = excluded.voices";
        texts(sql, 13)
    }),
};

/// Writes how far one is; those who look at its call are told.
pub async fn save(tx: &mut Tx, recording: &Recording) -> Result<()> {
    let (state, spread) = (recording.state.as_str(), spread(&recording.state));
    let sql = "UPDATE recordings SET state = $2, percent = $3, mishap = $4, at = $5, tries = $6, since = $7, place = $8,
                   kind = $9, bytes = $10, sha256 = $11, milliseconds = $12
               WHERE id = $1";
    let values = args![
        recording.id,
        state,
        spread.percent,
        spread.mishap,
        spread.at,
        recording.tries,
        recording.since,
        spread.place,
        spread.kind,
        spread.bytes,
        spread.sha256,
        spread.milliseconds,
    ];
    tx.run(sql, values).await?;
    let topic = match recording.state {
        State::Fetching(_) => Topic::Recording(recording.call_id),
        State::Expected(_)
        | State::Kept(_)
        | State::Gone(_)
        | State::Failed(..)
        | State::Removed(_) => Topic::Call(recording.call_id),
    };
    tx.changed(Change {
        topic,
        channel: Some(recording.channel_id),
    });
    Ok(())
}

/// Tells those who look at a call that something about its recordings has changed.
pub fn announce(tx: &mut Tx, call: &Call) {
    tx.changed(Change {
        topic: Topic::Call(call.id),
        channel: Some(call.channel_id),
    });
}

/// The agent speaks in another channel of all stereo recordings of a channel.
pub async fn turn_round(tx: &mut Tx, channel: ChannelId, side: u8) -> Result<()> {
    let sql =
        "UPDATE recordings SET voices = $2 WHERE channel_id = $1 AND voices LIKE 'agent_in:%'";
    let voices = voices_text(Voices::AgentIn(side));
    tx.run(sql, args![channel, voices]).await?;
    Ok(())
}

/// One of them.
pub async fn find(conn: &mut Conn, id: RecordingId) -> Result<Option<Recording>> {
    let sql = format!("{SELECT} WHERE r.id = $1");
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    row.map(Recording::try_from).transpose()
}

/// One of them, held until the end of this transaction.
pub async fn hold_one(tx: &mut Tx, id: RecordingId) -> Result<Option<Recording>> {
    let sql = format!("{SELECT} WHERE r.id = $1{}", tx.for_update());
    let row: Option<Row> = tx.row(sql, args![id]).await?;
    row.map(Recording::try_from).transpose()
}

/// Those of these calls, in their places.
pub async fn of_calls(conn: &mut Conn, calls: &[CallId]) -> Result<Vec<Recording>> {
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("r.call_id", calls.iter().map(|call| call.0));
    let (clause, args) = filter.done();
    let sql = format!("{SELECT}{clause} ORDER BY r.call_id, r.n, r.id");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter().map(Recording::try_from).collect()
}

/// How long a kept one lasts, once that is known.
pub async fn set_length(tx: &mut Tx, id: RecordingId, milliseconds: i64) -> Result<()> {
    let sql = "UPDATE recordings SET milliseconds = $2 WHERE id = $1 AND state = 'kept'";
    tx.run(sql, args![id, milliseconds]).await?;
    Ok(())
}

/// Calls heard before the desk kept recordings, which have links but no rows: the next so many after a place.
pub async fn calls_without(conn: &mut Conn, after: At, limit: i64) -> Result<Vec<(CallId, At)>> {
    let sql = "SELECT c.id, c.started_at FROM calls c
               WHERE c.started_at > $1 AND c.facts LIKE '%\"recordings\":[\"%' AND c.session_id > 0
                   AND NOT EXISTS (SELECT 1 FROM recordings r WHERE r.call_id = c.id)
               ORDER BY c.started_at LIMIT $2";
    let rows: Vec<(uuid::Uuid, i64)> = conn.rows(sql, args![after, limit]).await?;
    rows.into_iter()
        .map(|(id, at)| Ok((CallId(id), crate::row::at("calls", at)?)))
        .collect()
}
