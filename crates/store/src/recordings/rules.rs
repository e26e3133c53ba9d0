//! The channels' rules about their recordings.

use std::collections::HashMap;

use uuid::Uuid;

use domain::ChannelId;
use domain::recording::Rules;

use crate::args::args;
use crate::row::{json, to_json};
use crate::{Change, Conn, Result, Topic, Tx};

const TABLE: &str = "recording_rules";

#[derive(sqlx::FromRow)]
struct Row {
    channel_id: Uuid,
    rules: String,
}

/// A channel's.
pub async fn rules(conn: &mut Conn, channel: ChannelId) -> Result<Rules> {
    let sql = "SELECT channel_id, rules FROM recording_rules WHERE channel_id = $1";
    let row: Option<Row> = conn.row(sql, args![channel]).await?;
    let found = row.map(|row| json(TABLE, &row.rules)).transpose()?;
    Ok(found.unwrap_or_default())
}

/// Those of all channels that have set theirs.
pub async fn all_rules(conn: &mut Conn) -> Result<HashMap<ChannelId, Rules>> {
    let rows: Vec<Row> = conn
        .rows("SELECT channel_id, rules FROM recording_rules", args![])
        .await?;
    rows.into_iter()
        .map(|row| Ok((ChannelId(row.channel_id), json(TABLE, &row.rules)?)))
        .collect()
}

/// Sets a channel's.
pub async fn set_rules(tx: &mut Tx, channel: ChannelId, rules: &Rules) -> Result<()> {
    let sql = "INSERT INTO recording_rules (channel_id, rules) VALUES ($1, $2)
               ON CONFLICT (channel_id) DO UPDATE SET rules = excluded.rules";
    tx.run(sql, args![channel, to_json(TABLE, rules)?]).await?;
    tx.changed(Change {
        topic: Topic::Channel(channel),
        channel: Some(channel),
    });
    Ok(())
}
