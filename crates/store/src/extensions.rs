//! Extensions: their settings, one row each.

use serde::Serialize;
use serde::de::DeserializeOwned;

use domain::{AgentId, At};

use crate::args::args;
use crate::row::{json, to_json};
use crate::{Conn, Result, Tx};

const TABLE: &str = "extensions";

/// The settings of an extension and their version; nothing when nobody has set any.
pub async fn find<T: DeserializeOwned>(conn: &mut Conn, name: &str) -> Result<Option<(T, i64)>> {
    let sql = "SELECT settings, version FROM extensions WHERE name = $1";
    let row: Option<(String, i64)> = conn.row(sql, args![name]).await?;
    row.map(|(settings, version)| Ok((json(TABLE, &settings)?, version)))
        .transpose()
}

/// Puts settings in the place of those of this version (0: of none); whether those were still there.
pub async fn put<T: Serialize>(
    tx: &mut Tx,
    name: &str,
    settings: &T,
    (version, by, now): (i64, AgentId, At),
) -> Result<bool> {
    let sql = "INSERT INTO extensions (name, settings, version, changed_by, updated_at) VALUES ($1, $2, $3 + 1, $4, $5)
               ON CONFLICT (name) DO UPDATE SET settings = excluded.settings, version = excluded.version,
                   changed_by = excluded.changed_by, updated_at = excluded.updated_at
               WHERE extensions.version = $3";
    let values = args![name, to_json(TABLE, settings)?, version, by, now];
    Ok(tx.run(sql, values).await? == 1)
}

/// The key of a service that an extension talks to, sealed.
pub async fn key(conn: &mut Conn, name: &str) -> Result<Option<Vec<u8>>> {
    let sql = "SELECT sealed FROM extension_keys WHERE name = $1";
    let row: Option<(Vec<u8>,)> = conn.row(sql, args![name]).await?;
    Ok(row.map(|(sealed,)| sealed))
}

/// Puts a sealed key in the place of the one there was; with nothing there is none.
pub async fn set_key(tx: &mut Tx, name: &str, sealed: Option<Vec<u8>>) -> Result<()> {
    let Some(sealed) = sealed else {
        let sql = "DELETE FROM extension_keys WHERE name = $1";
        tx.run(sql, args![name]).await?;
        return Ok(());
    };
    let sql = "INSERT INTO extension_keys (name, sealed) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET sealed = excluded.sealed";
    tx.run(sql, args![name, sealed]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;

    on_both! {
        async fn settings_are_changed_only_by_who_has_seen_the_last(test: &TestStore) {
            let by = AgentId::at(At::UNIX_EPOCH);
            let mut tx = test.store.begin().await.unwrap();
            assert!(find::<String>(&mut tx, "x").await.unwrap().is_none());
            for (settings, version, done) in [("a", 0, true), ("b", 1, true), ("c", 1, false)] {
                let put = put(&mut tx, "x", &settings, (version, by, At::UNIX_EPOCH)).await.unwrap();
                assert_eq!(put, done, "{settings}");
            }
            let kept = find::<String>(&mut tx, "x").await.unwrap();
            assert_eq!(kept, Some(("b".to_owned(), 2)));
            tx.commit().await.unwrap();
        }
    }
}
