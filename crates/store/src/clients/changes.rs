//! What people have changed of a client, so that two who edit one can be told of each other.

use domain::timeline::{Author, Change};
use domain::{AgentId, At, ClientId};
use uuid::Uuid;

use crate::args::args;
use crate::row::{at, json, to_json};
use crate::{Conn, Result, Tx};

const TABLE: &str = "client_changes";

/// What one person changed at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientChanges {
    /// The client's version after it.
    pub version: i64,
    /// When.
    pub at: At,
    /// Who.
    pub author: Option<Author>,
    /// What.
    pub changes: Vec<Change>,
}

#[derive(sqlx::FromRow)]
struct Row {
    version: i64,
    at: i64,
    author_id: Option<Uuid>,
    author_name: Option<String>,
    changes: String,
}

/// Writes down what somebody has changed.
pub async fn add_changes(
    tx: &mut Tx,
    id: Uuid,
    client: ClientId,
    by: &ClientChanges,
) -> Result<()> {
    let sql = "INSERT INTO client_changes (id, client_id, version, at, author_id, changes)
               VALUES ($1, $2, $3, $4, $5, $6)";
    let args = args![
        id,
        client,
        by.version,
        by.at,
        by.author.as_ref().map(|author| author.id),
        to_json(TABLE, &by.changes)?
    ];
    tx.run(sql, args).await?;
    Ok(())
}

/// What was changed after this version, the latest first.
pub async fn changes(
    conn: &mut Conn,
    client: ClientId,
    after: i64,
    most: i64,
) -> Result<Vec<ClientChanges>> {
    let sql = "SELECT c.version, c.at, c.author_id, a.name AS author_name, c.changes FROM client_changes c
               LEFT JOIN agents a ON a.id = c.author_id
               WHERE c.client_id = $1 AND c.version > $2 ORDER BY c.version DESC, c.id DESC LIMIT $3";
    let rows: Vec<Row> = conn.rows(sql, args![client, after, most]).await?;
    rows.into_iter()
        .map(|row| {
            let author = row.author_id.zip(row.author_name);
            Ok(ClientChanges {
                version: row.version,
                at: at(TABLE, row.at)?,
                author: author.map(|(id, name)| Author {
                    id: AgentId(id),
                    name,
                }),
                changes: json(TABLE, &row.changes)?,
            })
        })
        .collect()
}
