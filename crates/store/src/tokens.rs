//! Channels' tokens: found by hash when a notification comes, sealed so that an administrator can read them again.

use uuid::Uuid;

use domain::channel::Token;
use domain::{At, ChannelId, TokenId};

use crate::args::args;
use crate::row::{at, at_opt};
use crate::{Change, Conn, Result, Topic, Tx};

/// What a live token opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The token.
    pub token_id: TokenId,
    /// The channel it opens.
    pub channel_id: ChannelId,
    /// The hash as kept, to be compared in constant time.
    pub hash: Vec<u8>,
    /// When a notification last came with it, give or take.
    pub last_used_at: Option<At>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: Uuid,
    channel_id: Uuid,
    hint: String,
    created_at: i64,
    last_used_at: Option<i64>,
    revoked_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct FoundRow {
    id: Uuid,
    channel_id: Uuid,
    hash: Vec<u8>,
    last_used_at: Option<i64>,
}

#[derive(sqlx::FromRow)]
struct Sealed {
    sealed: Vec<u8>,
}

#[derive(sqlx::FromRow)]
struct Owner {
    channel_id: Uuid,
}

/// Writes a new token.
pub async fn insert(tx: &mut Tx, token: &Token, hash: &[u8], sealed: &[u8]) -> Result<()> {
    let sql = "INSERT INTO channel_tokens (id, channel_id, hash, sealed, hint, created_at,
                   last_used_at, revoked_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = args![
        token.id,
        token.channel_id,
        hash,
        sealed,
        token.hint.as_str(),
        token.created_at,
        token.last_used_at,
        token.revoked_at,
    ];
    tx.run(sql, values).await?;
    announce(tx, token.channel_id);
    Ok(())
}

/// The live token with this hash, when its channel is at work.
pub async fn find(conn: &mut Conn, hash: &[u8]) -> Result<Option<Found>> {
    let sql = "SELECT channel_tokens.id, channel_id, hash, last_used_at
               FROM channel_tokens JOIN channels ON channels.id = channel_tokens.channel_id
               WHERE hash = $1 AND revoked_at IS NULL AND channels.deleted_at IS NULL";
    let row: Option<FoundRow> = conn.row(sql, args![hash]).await?;
    row.map(|row| {
        Ok(Found {
            token_id: TokenId(row.id),
            channel_id: ChannelId(row.channel_id),
            hash: row.hash,
            last_used_at: at_opt("channel_tokens", row.last_used_at)?,
        })
    })
    .transpose()
}

/// A token that there is or was, by its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Once {
    /// The channel it opens or opened.
    pub channel_id: ChannelId,
    /// Whether it still does.
    pub is_live: bool,
}

/// Whose token this is or was.
pub async fn once(conn: &mut Conn, hash: &[u8]) -> Result<Option<Once>> {
    let sql = "SELECT channel_id, CASE WHEN revoked_at IS NULL AND channels.deleted_at IS NULL THEN 1 ELSE 0 END
               FROM channel_tokens JOIN channels ON channels.id = channel_tokens.channel_id WHERE hash = $1";
    let row: Option<(Uuid, i32)> = conn.row(sql, args![hash]).await?;
    Ok(row.map(|(channel, live)| Once {
        channel_id: ChannelId(channel),
        is_live: live == 1,
    }))
}

/// A channel's tokens, newest first, revoked ones too.
pub async fn list(conn: &mut Conn, channel: ChannelId) -> Result<Vec<Token>> {
    let sql = "SELECT id, channel_id, hint, created_at, last_used_at, revoked_at
               FROM channel_tokens WHERE channel_id = $1 ORDER BY created_at DESC, id DESC";
    let rows: Vec<Row> = conn.rows(sql, args![channel]).await?;
    rows.into_iter().map(Row::token).collect()
}

/// The token itself, as the caller sealed it.
pub async fn sealed(conn: &mut Conn, id: TokenId) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT sealed FROM channel_tokens WHERE id = $1";
    let row: Option<Sealed> = conn.row(sql, args![id]).await?;
    Ok(row.map(|row| row.sealed))
}

/// The secrets of all live tokens, sealed.
pub async fn all_sealed(conn: &mut Conn) -> Result<Vec<(TokenId, Vec<u8>)>> {
    let sql = "SELECT id, sealed FROM channel_tokens WHERE revoked_at IS NULL";
    let rows: Vec<(Uuid, Vec<u8>)> = conn.rows(sql, args![]).await?;
    Ok(rows
        .into_iter()
        .map(|(id, sealed)| (TokenId(id), sealed))
        .collect())
}

/// Stops a token from working at once; false when there is none that works.
pub async fn revoke(tx: &mut Tx, id: TokenId, now: At) -> Result<bool> {
    let sql = "UPDATE channel_tokens SET revoked_at = $2
               WHERE id = $1 AND revoked_at IS NULL RETURNING channel_id";
    let owner: Option<Owner> = tx.row(sql, args![id, now]).await?;
    if let Some(owner) = &owner {
        announce(tx, ChannelId(owner.channel_id));
    }
    Ok(owner.is_some())
}

/// Notes that a notification came with the token.
pub async fn touch(tx: &mut Tx, id: TokenId, now: At) -> Result<()> {
    let sql = "UPDATE channel_tokens SET last_used_at = $2 WHERE id = $1";
    tx.run(sql, args![id, now]).await?;
    Ok(())
}

fn announce(tx: &mut Tx, id: ChannelId) {
    tx.changed(Change {
        topic: Topic::Channel(id),
        channel: Some(id),
    });
}

impl Row {
    fn token(self) -> Result<Token> {
        Ok(Token {
            id: TokenId(self.id),
            channel_id: ChannelId(self.channel_id),
            hint: self.hint,
            created_at: at("channel_tokens", self.created_at)?,
            last_used_at: at_opt("channel_tokens", self.last_used_at)?,
            revoked_at: at_opt("channel_tokens", self.revoked_at)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::{at, connect};
    use crate::{channels, on_both};

    fn token(channel_id: ChannelId, created: i64) -> Token {
        Token {
            id: TokenId::at(at(created)),
            channel_id,
            hint: "dz…7f".to_owned(),
            created_at: at(created),
            last_used_at: None,
            revoked_at: None,
        }
    }

    on_both! {
        async fn a_token_opens_its_channel_until_it_is_revoked(test: &TestStore) {
            let office = connect(test, "Офис").await;
            let mut first = token(office, 0);
            let second = token(office, 1);
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &first, b"1", b"sealed 1").await.unwrap();
            insert(&mut tx, &second, b"2", b"sealed 2").await.unwrap();
            touch(&mut tx, first.id, at(5)).await.unwrap();
            let found = find(&mut tx, b"1").await.unwrap().unwrap();
            assert_eq!(found.token_id, first.id);
            assert_eq!(found.channel_id, office);
            assert_eq!(found.hash, b"1");
            assert_eq!(found.last_used_at, Some(at(5)));
            assert_eq!(find(&mut tx, b"3").await.unwrap(), None);

            assert!(revoke(&mut tx, first.id, at(6)).await.unwrap());
            assert!(!revoke(&mut tx, first.id, at(7)).await.unwrap());
            assert_eq!(find(&mut tx, b"1").await.unwrap(), None);
            assert!(find(&mut tx, b"2").await.unwrap().is_some());
            let known = |is_live| Some(Once { channel_id: office, is_live });
            assert_eq!(once(&mut tx, b"1").await.unwrap(), known(false));
            assert_eq!(once(&mut tx, b"2").await.unwrap(), known(true));
            assert_eq!(once(&mut tx, b"3").await.unwrap(), None);
            first.last_used_at = Some(at(5));
            first.revoked_at = Some(at(6));
            assert_eq!(list(&mut tx, office).await.unwrap(), [second.clone(), first]);
            assert_eq!(sealed(&mut tx, second.id).await.unwrap().unwrap(), b"sealed 2");
        }

        async fn tokens_stop_with_their_channel(test: &TestStore) {
            let office = connect(test, "Офис").await;
            let depot = connect(test, "Склад").await;
            let mut tx = test.store.begin().await.unwrap();
            insert(&mut tx, &token(office, 0), b"1", b"s").await.unwrap();
            insert(&mut tx, &token(depot, 0), b"2", b"s").await.unwrap();
            channels::delete(&mut tx, office, at(9)).await.unwrap();
            insert(&mut tx, &token(office, 10), b"3", b"s").await.unwrap();
            assert_eq!(find(&mut tx, b"1").await.unwrap(), None);
            assert_eq!(find(&mut tx, b"3").await.unwrap(), None, "a token made after the end");
            assert!(find(&mut tx, b"2").await.unwrap().is_some());
            let tokens = list(&mut tx, office).await.unwrap();
            assert_eq!(tokens[1].revoked_at, Some(at(9)));
        }
    }
}
