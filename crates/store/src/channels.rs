//! Channels: connected sources of requests. One taken down stays for its history.

mod silence;
mod tally;
#[cfg(test)]
mod tests;

use uuid::Uuid;

use domain::{AgentId, At, Channel, ChannelId, WorkingHours};

use crate::args::args;
use crate::row::{at, at_opt, json, to_json, word};
use crate::{Change, Conn, Result, Topic, Tx};

pub use silence::{break_silence, note_silence};
pub use tally::{count_event, last_event, tally};

const COLUMNS: &str =
    "id, name, provider, app_secret_hint, policy, country, time_zone, close_after_minutes,
    working_hours, silence_minutes, callback_minutes, routes, writes_back, silent_since, version, changed_by, created_at, updated_at, deleted_at";

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    name: String,
    provider: String,
    app_secret_hint: Option<String>,
    policy: String,
    country: String,
    time_zone: String,
    close_after_minutes: i64,
    working_hours: Option<String>,
    silence_minutes: Option<i64>,
    callback_minutes: Option<i64>,
    routes: bool,
    writes_back: bool,
    silent_since: Option<i64>,
    version: i64,
    changed_by: Option<Uuid>,
    created_at: i64,
    updated_at: i64,
    deleted_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Secret {
    app_secret: Option<Vec<u8>>,
}

/// Writes a new channel; its App Secret is set by [`set_app_secret`].
pub async fn insert(tx: &mut Tx, channel: &Channel, now: At) -> Result<()> {
    let sql = "INSERT INTO channels (id, name, provider, policy, country, time_zone,
                   close_after_minutes, created_at, updated_at, working_hours, silence_minutes,
                   callback_minutes, routes, writes_back)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)";
    let values = args![
        channel.id,
        channel.name.as_str(),
        channel.provider.as_str(),
        to_json("channels", &channel.policy)?,
        channel.country.to_string(),
        channel.time_zone.as_str(),
        channel.close_after_minutes,
        channel.created_at,
        now,
        to_json("channels", &channel.working_hours)?,
        channel.silence_minutes,
        channel.callback_minutes,
        channel.routes,
        channel.writes_back,
    ];
    tx.run(sql, values).await?;
    announce(tx, channel.id);
    Ok(())
}

/// Writes a channel's settings when nobody else has since they were read; the version then grows by one. `false`: somebody
/// has. The App Secret stays, and so do what was taken down and its silence.
pub async fn update(tx: &mut Tx, channel: &mut Channel, now: At) -> Result<bool> {
    let sql = "UPDATE channels SET name = $2, provider = $3, policy = $4, country = $5,
                   time_zone = $6, close_after_minutes = $7, updated_at = $8, working_hours = $9,
                   silence_minutes = $10, changed_by = $11, callback_minutes = $13, routes = $14,
                   writes_back = $15, version = version + 1
               WHERE id = $1 AND version = $12";
    let values = args![
        channel.id,
        channel.name.as_str(),
        channel.provider.as_str(),
        to_json("channels", &channel.policy)?,
        channel.country.to_string(),
        channel.time_zone.as_str(),
        channel.close_after_minutes,
        now,
        to_json("channels", &channel.working_hours)?,
        channel.silence_minutes,
        channel.changed_by,
        channel.version,
        channel.callback_minutes,
        channel.routes,
        channel.writes_back,
    ];
    let written = tx.run(sql, values).await? > 0;
    if written {
        channel.version += 1;
        channel.updated_at = now;
        announce(tx, channel.id);
    }
    Ok(written)
}

/// The channel, taken down or not.
pub async fn find(conn: &mut Conn, id: ChannelId) -> Result<Option<Channel>> {
    let sql = format!("SELECT {COLUMNS} FROM channels WHERE id = $1");
    let row: Option<Row> = conn.row(sql, args![id]).await?;
    row.map(Row::channel).transpose()
}

/// The channels at work, by name.
pub async fn list(conn: &mut Conn) -> Result<Vec<Channel>> {
    let sql = format!("SELECT {COLUMNS} FROM channels WHERE deleted_at IS NULL");
    by_name(conn.rows(sql, args![]).await?)
}

/// All channels by name, those taken down too.
pub async fn list_with_deleted(conn: &mut Conn) -> Result<Vec<Channel>> {
    let sql = format!("SELECT {COLUMNS} FROM channels");
    by_name(conn.rows(sql, args![]).await?)
}

/// Keeps an App Secret, sealed by the caller, and the characters of it that may be shown.
pub async fn set_app_secret(tx: &mut Tx, id: ChannelId, sealed: &[u8], hint: &str) -> Result<()> {
    let sql = "UPDATE channels SET app_secret = $2, app_secret_hint = $3 WHERE id = $1";
    tx.run(sql, args![id, sealed, hint]).await?;
    announce(tx, id);
    Ok(())
}

/// The sealed App Secret, when one was given.
pub async fn app_secret(conn: &mut Conn, id: ChannelId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT app_secret FROM channels WHERE id = $1";
    let row: Option<Secret> = conn.row(sql, args![id]).await?;
    Ok(row.and_then(|row| row.app_secret))
}

/// Takes a channel down: its tokens stop working, its history and who may see it stay. False when it is down already.
pub async fn delete(tx: &mut Tx, id: ChannelId, now: At) -> Result<bool> {
    let sql = "UPDATE channels SET deleted_at = $2, updated_at = $2
               WHERE id = $1 AND deleted_at IS NULL";
    let found = tx.run(sql, args![id, now]).await? > 0;
    let sql = "UPDATE channel_tokens SET revoked_at = $2
               WHERE channel_id = $1 AND revoked_at IS NULL";
    tx.run(sql, args![id, now]).await?;
    announce(tx, id);
    Ok(found)
}

/// Sorted here because the engines order letters differently.
fn by_name(rows: Vec<Row>) -> Result<Vec<Channel>> {
    let channels: Result<Vec<Channel>> = rows.into_iter().map(Row::channel).collect();
    let mut channels = channels?;
    channels.sort_by_cached_key(|channel| (channel.name.to_lowercase(), channel.id));
    Ok(channels)
}

fn announce(tx: &mut Tx, id: ChannelId) {
    tx.changed(Change {
        topic: Topic::Channel(id),
        channel: Some(id),
    });
}

impl Row {
    fn channel(self) -> Result<Channel> {
        Ok(Channel {
            id: ChannelId(self.id),
            name: self.name,
            provider: word("channels", &self.provider)?,
            app_secret_hint: self.app_secret_hint,
            policy: json("channels", &self.policy)?,
            country: word("channels", &self.country)?,
            time_zone: self.time_zone,
            close_after_minutes: self.close_after_minutes,
            working_hours: match self.working_hours.as_deref() {
                Some(hours) => json("channels", hours)?,
                None => WorkingHours::default(),
            },
            silence_minutes: self.silence_minutes,
            callback_minutes: self.callback_minutes,
            routes: self.routes,
            writes_back: self.writes_back,
            silent_since: at_opt("channels", self.silent_since)?,
            version: self.version,
            changed_by: self.changed_by.map(AgentId),
            updated_at: at("channels", self.updated_at)?,
            created_at: at("channels", self.created_at)?,
            deleted_at: at_opt("channels", self.deleted_at)?,
        })
    }
}
