//! Stores for tests: each test runs on a fresh SQLite file and in a fresh PostgreSQL schema.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that gets no database must fail at once"
)]

use sqlx::{AssertSqlSafe, Connection, Executor, PgConnection};
use tempfile::TempDir;

use crate::Store;

/// Where bin/test says its PostgreSQL is: the address of a superuser's database, or `none` to leave PostgreSQL out on purpose.
pub const POSTGRES: &str = "DOZVON_TEST_POSTGRES";

/// A store that goes away with this value.
pub struct TestStore {
    /// The store.
    pub store: Store,
    /// Its address, to open it once more.
    pub url: String,
    folder: TempDir,
}

impl TestStore {
    /// A fresh file.
    pub async fn sqlite() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let url = format!("sqlite://{}", folder.path().join("desk.db").display());
        Self {
            store: Store::open(&url).await.expect("a fresh SQLite store"),
            url,
            folder,
        }
    }

    /// A fresh schema; `None` when PostgreSQL was left out on purpose.
    pub async fn postgres() -> Option<Self> {
        #[expect(clippy::disallowed_methods, reason = "tests have no settings")]
        let address = std::env::var(POSTGRES).unwrap_or_else(|_| {
            panic!(
                "{POSTGRES} is not set: run bin/test, or set it to `none` to leave PostgreSQL out"
            )
        });
        if address == "none" {
            return None;
        }
        let folder = tempfile::tempdir().expect("a temporary folder");
        let unique: String = folder
            .path()
            .to_string_lossy()
            .chars()
            .filter(char::is_ascii_alphanumeric)
            .collect();
        let schema = format!("t_{}_{}", std::process::id(), unique.to_lowercase());
        let mut admin = PgConnection::connect(&address)
            .await
            .expect("the PostgreSQL of the tests");
        admin
            .execute(AssertSqlSafe(format!("CREATE SCHEMA {schema}")))
            .await
            .expect("a fresh schema");
        let joint = if address.contains('?') { '&' } else { '?' };
        let url = format!("{address}{joint}options=-c%20search_path%3D{schema}");
        Some(Self {
            store: Store::open(&url).await.expect("a fresh PostgreSQL store"),
            url,
            folder,
        })
    }

    /// A folder that goes away with the store.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }
}

/// Makes a call's row one that cannot be read: what a fault of ours, or of a disk, would leave.
pub async fn spoil_call(store: &Store, call: domain::CallId) {
    let mut tx = store.begin().await.expect("a transaction");
    let sql = "UPDATE calls SET facts = 'spoilt' WHERE id = $1";
    tx.run(sql, crate::args::args![call])
        .await
        .expect("the call's row");
    tx.commit().await.expect("a commit");
}

/// Writes a test once and runs it on both engines:
/// `on_both! { async fn a_token_opens_its_channel(test: &TestStore) { … } }`
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($test:ident: &TestStore) $body:block)*) => {$(
        mod $name {
            use super::*;

            async fn story($test: &$crate::testing::TestStore) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                story(&$crate::testing::TestStore::sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some(test) = $crate::testing::TestStore::postgres().await {
                    story(&test).await;
                }
            }
        }
    )*};
}
