//! Settings that are changed in the desk itself, by name.

use crate::args::args;
use crate::{Conn, Result, Tx};

#[derive(sqlx::FromRow)]
struct Row {
    value: String,
}

/// The value under this name.
pub async fn find(conn: &mut Conn, name: &str) -> Result<Option<String>> {
    let row: Option<Row> = conn
        .row("SELECT value FROM settings WHERE name = $1", args![name])
        .await?;
    Ok(row.map(|row| row.value))
}

/// Puts a value under this name.
pub async fn put(tx: &mut Tx, name: &str, value: &str) -> Result<()> {
    let sql = "INSERT INTO settings (name, value) VALUES ($1, $2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    tx.run(sql, args![name, value]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::on_both;

    on_both! {
        async fn a_setting_keeps_its_last_value(test: &TestStore) {
            let mut tx = test.store.begin().await.unwrap();
            put(&mut tx, "greeting", "здравствуйте").await.unwrap();
            put(&mut tx, "greeting", "алло").await.unwrap();
            tx.commit().await.unwrap();
            let mut conn = test.store.read().await.unwrap();
            assert_eq!(find(&mut conn, "greeting").await.unwrap().as_deref(), Some("алло"));
            assert_eq!(find(&mut conn, "farewell").await.unwrap(), None);
        }

        async fn what_was_not_committed_is_not_there(test: &TestStore) {
            let mut tx = test.store.begin().await.unwrap();
            put(&mut tx, "greeting", "алло").await.unwrap();
            drop(tx);
            let mut tx = test.store.begin().await.unwrap();
            assert_eq!(find(&mut tx, "greeting").await.unwrap(), None);
            tx.roll_back().await.unwrap();
        }
    }
}
