//! What was last known of the PBX's accounts: operators and virtual numbers as JSON, and whether the key works.

use std::collections::HashMap;

use domain::{At, ChannelId};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::Uuid;

use crate::args::args;
use crate::row::{at, json, to_json};
use crate::{Change, Conn, Result, Topic, Tx};

/// Operators and numbers, and when they were asked for.
pub type Kept<O, N> = (Vec<O>, Vec<N>, At);

#[derive(sqlx::FromRow)]
struct Row {
    operators: String,
    numbers: String,
    fetched_at: i64,
}

/// What was last known of a channel's account.
pub async fn find<O: DeserializeOwned, N: DeserializeOwned>(
    conn: &mut Conn,
    channel: ChannelId,
) -> Result<Option<Kept<O, N>>> {
    let sql = "SELECT operators, numbers, fetched_at FROM directories WHERE channel_id = $1";
    let row: Option<Row> = conn.row(sql, args![channel]).await?;
    row.map(|row| {
        Ok((
            json("directories", &row.operators)?,
            json("directories", &row.numbers)?,
            at("directories", row.fetched_at)?,
        ))
    })
    .transpose()
}

/// The numbers that were last known of each channel's account.
pub async fn numbers<N: DeserializeOwned>(conn: &mut Conn) -> Result<HashMap<ChannelId, Vec<N>>> {
    let sql = "SELECT channel_id, numbers FROM directories";
    let rows: Vec<(Uuid, String)> = conn.rows(sql, args![]).await?;
    rows.into_iter()
        .map(|(id, numbers)| Ok((ChannelId(id), json("directories", &numbers)?)))
        .collect()
}

/// Keeps what is known of it now.
pub async fn put<O: Serialize, N: Serialize>(
    tx: &mut Tx,
    channel: ChannelId,
    operators: &Vec<O>,
    numbers: &Vec<N>,
    now: At,
) -> Result<()> {
    let sql = "INSERT INTO directories (channel_id, operators, numbers, fetched_at)
               VALUES ($1, $2, $3, $4)
               ON CONFLICT (channel_id) DO UPDATE SET operators = excluded.operators,
                   numbers = excluded.numbers, fetched_at = excluded.fetched_at";
    let operators = to_json("directories", operators)?;
    let numbers = to_json("directories", numbers)?;
    tx.run(sql, args![channel, operators, numbers, now]).await?;
    announce(tx, channel);
    Ok(())
}

/// What came of trying the channel's key, and when.
pub async fn check<T: DeserializeOwned>(
    conn: &mut Conn,
    channel: ChannelId,
) -> Result<Option<(T, At)>> {
    let sql = "SELECT found, checked_at FROM channel_checks WHERE channel_id = $1";
    let row: Option<(String, i64)> = conn.row(sql, args![channel]).await?;
    row.map(|(found, checked_at)| {
        Ok((
            json("channel_checks", &found)?,
            at("channel_checks", checked_at)?,
        ))
    })
    .transpose()
}

/// Keeps what came of trying it.
pub async fn put_check<T: Serialize>(
    tx: &mut Tx,
    channel: ChannelId,
    found: &T,
    now: At,
) -> Result<()> {
    let sql = "INSERT INTO channel_checks (channel_id, found, checked_at) VALUES ($1, $2, $3)
               ON CONFLICT (channel_id) DO UPDATE SET found = excluded.found,
                   checked_at = excluded.checked_at";
    let found = to_json("channel_checks", found)?;
    tx.run(sql, args![channel, found, now]).await?;
    announce(tx, channel);
    Ok(())
}

/// Forgets what came of trying a key that is no more.
pub async fn forget_check(tx: &mut Tx, channel: ChannelId) -> Result<()> {
    let sql = "DELETE FROM channel_checks WHERE channel_id = $1";
    tx.run(sql, args![channel]).await?;
    Ok(())
}

fn announce(tx: &mut Tx, channel: ChannelId) {
    tx.changed(Change {
        topic: Topic::Channel(channel),
        channel: Some(channel),
    });
}
