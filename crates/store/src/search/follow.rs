//! Following what changes: places in the order of change, from which the index goes on.

use uuid::Uuid;

use domain::{At, ClientId};

use crate::args::args;
use crate::{Conn, Result, Tx, settings};

/// A place in the order of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// Microseconds.
    pub at: i64,
    /// Among equal moments.
    pub id: Uuid,
}

impl Place {
    /// The beginning of this moment.
    #[must_use]
    pub fn since(at: i64) -> Self {
        Self {
            at,
            id: Uuid::nil(),
        }
    }
}

/// Tickets changed after a place, the first change first.
pub async fn tickets_from(conn: &mut Conn, place: Place, limit: i64) -> Result<Vec<Place>> {
    let sql =
        "SELECT updated_at, id FROM tickets WHERE updated_at >= $1 AND (updated_at > $1 OR id > $2)
               ORDER BY updated_at, id LIMIT $3";
    places(conn, sql, place, limit).await
}

/// Clients changed after a place, the first change first.
pub async fn clients_from(conn: &mut Conn, place: Place, limit: i64) -> Result<Vec<Place>> {
    let sql =
        "SELECT updated_at, id FROM clients WHERE updated_at >= $1 AND (updated_at > $1 OR id > $2)
               ORDER BY updated_at, id LIMIT $3";
    places(conn, sql, place, limit).await
}

/// Tagged calls begun after a place, the first one first.
pub async fn calls_from(conn: &mut Conn, place: Place, limit: i64) -> Result<Vec<Place>> {
    let sql =
        "SELECT started_at, id FROM calls WHERE started_at >= $1 AND (started_at > $1 OR id > $2)
                   AND (facts NOT LIKE '%\"tags\":[]%'
                        OR EXISTS (SELECT 1 FROM wrap_ups w WHERE w.call_id = calls.id AND w.tags <> '[]'))
               ORDER BY started_at, id LIMIT $3";
    places(conn, sql, place, limit).await
}

/// Calls whose transcript changed after a place, the first change first.
pub async fn said_from(conn: &mut Conn, place: Place, limit: i64) -> Result<Vec<Place>> {
    let sql = "SELECT updated_at, call_id FROM transcripts WHERE updated_at >= $1 AND (updated_at > $1 OR call_id > $2)
               ORDER BY updated_at, call_id LIMIT $3";
    places(conn, sql, place, limit).await
}

async fn places(
    conn: &mut Conn,
    sql: &'static str,
    place: Place,
    limit: i64,
) -> Result<Vec<Place>> {
    let rows: Vec<(i64, Uuid)> = conn.rows(sql, args![place.at, place.id, limit]).await?;
    Ok(rows.into_iter().map(|(at, id)| Place { at, id }).collect())
}

/// The tickets of a client after this one, which bear the client's name.
pub async fn tickets_of(
    conn: &mut Conn,
    client: ClientId,
    after: Uuid,
    limit: i64,
) -> Result<Vec<Uuid>> {
    let sql = "SELECT id FROM tickets WHERE client_id = $1 AND id > $2 ORDER BY id LIMIT $3";
    let rows: Vec<(Uuid,)> = conn.rows(sql, args![client, after, limit]).await?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

const NAME: &str = "search";

/// With which version of the index, and until when, everything was written down.
pub async fn known(conn: &mut Conn) -> Result<Option<(String, At)>> {
    let kept = settings::find(conn, NAME).await?;
    Ok(kept.and_then(|kept| {
        let (version, at) = kept.split_once(' ')?;
        let at = At::from_microsecond(at.parse().ok()?).ok()?;
        Some((version.to_owned(), at))
    }))
}

/// Remembers that everything until this moment is written down.
pub async fn remember(tx: &mut Tx, version: &str, until: At) -> Result<()> {
    settings::put(tx, NAME, &format!("{version} {}", until.as_microsecond())).await
}
