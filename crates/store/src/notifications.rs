//! The inbound log: every request of a provider as it arrived, and what became of it.

use std::sync::LazyLock;

use sqlx::{FromRow, SqlSafeStr};
use uuid::Uuid;

use domain::notification::{Notification, Verdict};
use domain::{At, ChannelId, NotificationId, TokenId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::later::marks;
use crate::row::{at, json, word};
use crate::{Conn, EngineKind, Error, Result, Store, Tx};

mod log;
pub use log::{LogFilter, by_digest, last_with_token, list, unheard};

mod settled;
pub use settled::{Settled, settle};
mod of_call;
pub use of_call::of_call;

/// A request that has just come in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// Its id, should it be new.
    pub id: NotificationId,
    /// The channel its token opens.
    pub channel_id: ChannelId,
    /// The token it came with.
    pub token_id: Option<TokenId>,
    /// What makes it the same request: SHA-256 over method, query and body bytes.
    pub digest: [u8; 32],
    /// `POST` or `GET`.
    pub method: String,
    /// The query string, without tokens.
    pub query: String,
    /// As sent.
    pub content_type: Option<String>,
    /// As sent.
    pub body: Vec<u8>,
    /// Who sent it.
    pub address: Option<String>,
    /// When.
    pub received_at: At,
}

/// The most rows in one statement. Each number of rows up to it is a statement of its own, which stays prepared: a batch
/// goes to the database in one message.
const MOST_ROWS: usize = 64;
const COLUMNS: usize = 13;

/// Keeps what came in, all of it or nothing, and durably; a request that is there already is counted. No two may have the
/// same channel and digest.
pub(crate) async fn keep(store: &Store, arrivals: Vec<(Arrival, i64)>) -> Result<()> {
    if let Some(text) = text_for(store.kind(), arrivals.len()) {
        let values = arrivals.into_iter().flat_map(values).collect();
        let mut conn = store.alone().await?;
        conn.execute(text.into_sql_str(), values).await?;
        return Ok(());
    }
    let mut tx = store.begin().await?;
    append(&mut tx, arrivals).await?;
    tx.commit().await
}

/// The same as a part of something larger.
pub async fn append(tx: &mut Tx, mut arrivals: Vec<(Arrival, i64)>) -> Result<()> {
    while !arrivals.is_empty() {
        let chunk: Vec<_> = arrivals.drain(..arrivals.len().min(MOST_ROWS)).collect();
        if let Some(text) = text_for(tx.engine(), chunk.len()) {
            tx.run(text, chunk.into_iter().flat_map(values).collect())
                .await?;
        }
    }
    Ok(())
}

/// The statement for so many rows, if one takes so many.
fn text_for(engine: EngineKind, rows: usize) -> Option<&'static str> {
    static SQLITE: LazyLock<Vec<String>> = LazyLock::new(|| texts(EngineKind::Sqlite));
    static POSTGRES: LazyLock<Vec<String>> = LazyLock::new(|| texts(EngineKind::Postgres));
    let texts = match engine {
        EngineKind::Sqlite => &SQLITE,
        EngineKind::Postgres => &POSTGRES,
    };
    texts.get(rows.checked_sub(1)?).map(String::as_str)
}

fn texts(engine: EngineKind) -> Vec<String> {
    let text = |rows| {
        format!(
            "INSERT INTO notifications (id, channel_id, token_id, digest, method, query, content_type, body, address,
                                        received_at, last_received_at, repeats, session_id, verdict, findings)
             VALUES {}
             ON CONFLICT (channel_id, digest) DO UPDATE
             SET repeats = notifications.repeats + excluded.repeats + 1, last_received_at = excluded.last_received_at",
            marks(engine, rows, COLUMNS, ", 'waiting', '[]'")
        )
    };
    (1..=MOST_ROWS).map(text).collect()
}

fn values((a, repeats): (Arrival, i64)) -> Vec<Arg> {
    args![
        a.id,
        a.channel_id,
        a.token_id,
        a.digest.as_slice(),
        a.method,
        a.query,
        a.content_type,
        a.body,
        a.address,
        a.received_at,
        a.received_at,
        repeats,
        None::<i64>
    ]
}

/// Those not heard yet, in the order they came; other nodes do not get the same ones.
pub async fn claim_waiting(tx: &mut Tx, limit: i64) -> Result<Vec<Notification>> {
    let lock = if tx.is_postgres() {
        " FOR UPDATE SKIP LOCKED"
    } else {
        ""
    };
    let sql = format!(
        "SELECT n.*, CAST(NULL AS UUID) AS call_id FROM notifications n WHERE verdict = 'waiting' ORDER BY id LIMIT $1{lock}"
    );
    let rows: Vec<Row> = tx.rows(sql, args![limit]).await?;
    rows.into_iter().map(Notification::try_from).collect()
}

/// This one, if it still waits and no other node has it.
pub async fn claim(tx: &mut Tx, id: NotificationId) -> Result<Option<Notification>> {
    let lock = if tx.is_postgres() {
        " FOR UPDATE SKIP LOCKED"
    } else {
        ""
    };
    let sql = format!(
        "SELECT n.*, CAST(NULL AS UUID) AS call_id FROM notifications n WHERE id = $1 AND verdict = 'waiting'{lock}"
    );
    let row: Option<Row> = tx.row(sql, args![id]).await?;
    row.map(Notification::try_from).transpose()
}

/// The ids of those not heard yet, in the order they came.
pub async fn waiting_ids(conn: &mut Conn, limit: i64) -> Result<Vec<NotificationId>> {
    let sql = "SELECT id FROM notifications WHERE verdict = 'waiting' ORDER BY id LIMIT $1";
    let rows: Vec<(Uuid,)> = conn.rows(sql, args![limit]).await?;
    Ok(rows.into_iter().map(|(id,)| NotificationId(id)).collect())
}

/// Puts one back among those to be heard.
pub async fn put_back(tx: &mut Tx, id: NotificationId) -> Result<()> {
    tx.run(
        "UPDATE notifications SET verdict = 'waiting', error = NULL WHERE id = $1",
        args![id],
    )
    .await?;
    Ok(())
}

/// Puts back all of a channel (of all channels) with one of these verdicts; how many.
pub async fn put_back_all(
    tx: &mut Tx,
    channel: Option<ChannelId>,
    verdicts: &[Verdict],
) -> Result<u64> {
    let mut filter = Filter::new();
    filter.and_some("channel_id = ?", channel);
    filter.and_in(
        "verdict",
        verdicts
            .iter()
            .map(|verdict| Arg::from(verdict.as_str()))
            .collect(),
    );
    let (clause, args) = filter.done();
    tx.run(
        format!("UPDATE notifications SET verdict = 'waiting', error = NULL{clause}"),
        args,
    )
    .await
}

/// One of them.
pub async fn find(conn: &mut Conn, id: NotificationId) -> Result<Option<Notification>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE n.id = $1"), args![id])
        .await?;
    row.map(Notification::try_from).transpose()
}

/// How many wait to be heard.
pub async fn waiting(conn: &mut Conn) -> Result<i64> {
    let row: Option<(i64,)> = conn
        .row(
            "SELECT COUNT(*) FROM notifications WHERE verdict = 'waiting'",
            args![],
        )
        .await?;
    Ok(row.map_or(0, |(count,)| count))
}

const SELECT: &str = "SELECT n.*, e.call_id FROM notifications n LEFT JOIN call_events e ON e.notification_id = n.id";

#[derive(FromRow)]
struct Row {
    id: Uuid,
    channel_id: Uuid,
    token_id: Option<Uuid>,
    method: String,
    query: String,
    content_type: Option<String>,
    body: Vec<u8>,
    address: Option<String>,
    received_at: i64,
    last_received_at: i64,
    repeats: i64,
    verdict: String,
    event: Option<String>,
    session_id: Option<i64>,
    findings: String,
    error: Option<String>,
    call_id: Option<Uuid>,
}

const TABLE: &str = "notifications";

impl TryFrom<Row> for Notification {
    type Error = Error;
    fn try_from(row: Row) -> Result<Self> {
        Ok(Self {
            id: NotificationId(row.id),
            channel_id: ChannelId(row.channel_id),
            token_id: row.token_id.map(TokenId),
            method: row.method,
            query: row.query,
            content_type: row.content_type,
            body: row.body,
            address: row.address,
            received_at: at(TABLE, row.received_at)?,
            last_received_at: at(TABLE, row.last_received_at)?,
            repeats: row.repeats,
            verdict: word(TABLE, &row.verdict)?,
            event: row.event,
            session_id: row.session_id,
            call_id: row.call_id.map(domain::CallId),
            findings: json(TABLE, &row.findings)?,
            error: row.error,
        })
    }
}

#[cfg(test)]
mod tests;
