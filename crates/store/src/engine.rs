//! Opening a database: SQLite with one writer and several readers, or PostgreSQL with a pool for either.

use std::str::FromStr;
use std::time::Duration;

use sqlx::ConnectOptions;
use sqlx::postgres::{PgConnectOptions, PgListener, PgPool, PgPoolOptions};
use sqlx::sqlite::{
    SqliteConnectOptions, SqliteJournalMode, SqlitePool, SqlitePoolOptions, SqliteSynchronous,
};
use tokio::sync::broadcast;

use domain::{At, TicketId};

use crate::change::{Announcer, Change};
use crate::conn::{Conn, Line, Tx};
use crate::{Error, Look, Result, migrations};

/// Where things are kept.
#[derive(Clone)]
pub struct Store {
    engine: Engine,
    announcer: Announcer,
}

#[derive(Clone)]
enum Engine {
    Sqlite {
        writer: SqlitePool,
        readers: SqlitePool,
    },
    Postgres {
        writers: PgPool,
        readers: PgPool,
    },
}

/// Which engine a store stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EngineKind {
    /// One file.
    Sqlite,
    /// A server.
    Postgres,
}

/// How long to wait for a connection before saying that storage cannot take it.
const PATIENCE: Duration = Duration::from_secs(10);
/// Readers beside the writer; more do not help on a few cores.
const SQLITE_READERS: u32 = 4;
/// Connections of one node to read on, and to write on. Whoever reads much waits for others who read, and never holds up what arrives
/// from being kept and heard.
const POSTGRES_READERS: u32 = 8;
const POSTGRES_WRITERS: u32 = 8;
/// Pages of the write-ahead log before it is folded into the file: 16 MiB, so that a burst of calls does not stall on it.
const WAL_PAGES: &str = "4000";
/// Memory for the writer's pages, in negative KiB as SQLite wants it: enough for the upper parts of all indexes, so that
/// keeping a notification seldom reads from the disk.
const WRITER_CACHE: &str = "-24000";

impl Store {
    /// Opens the database at `sqlite://PATH` or `postgres://…` and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Self> {
        let store = Self::connect(url).await?;
        match &store.engine {
            Engine::Sqlite { writer, .. } => migrations::sqlite().run(writer).await,
            Engine::Postgres { writers, .. } => migrations::postgres().run(writers).await,
        }
        .map_err(Error::Migrate)?;
        store.listen_to_nodes().await?;
        Ok(store)
    }

    async fn connect(url: &str) -> Result<Self> {
        if url.starts_with("sqlite:") {
            let options = sqlite_options(url)?;
            let with_cache = options.clone().pragma("cache_size", WRITER_CACHE);
            let writer = sqlite_pool(1).connect_with(with_cache).await?;
            let readers =
                sqlite_pool(SQLITE_READERS).connect_lazy_with(options.pragma("query_only", "1"));
            return Ok(Self {
                engine: Engine::Sqlite { writer, readers },
                announcer: Announcer::new(false),
            });
        }
        if url.starts_with("postgres:") || url.starts_with("postgresql:") {
            let options = PgConnectOptions::from_str(url)
                .map_err(|_| Error::Address("postgres://…".to_owned()))?
                .application_name("dozvon")
                // What is acknowledged is on disk, whatever the server's default says.
                .options([("synchronous_commit", "on")])
                .disable_statement_logging();
            let readers = postgres_pool(POSTGRES_READERS).connect_lazy_with(options.clone());
            let writers = postgres_pool(POSTGRES_WRITERS)
                .connect_with(options)
                .await?;
            return Ok(Self {
                engine: Engine::Postgres { writers, readers },
                announcer: Announcer::new(true),
            });
        }
        Err(Error::Address(
            url.split("://").next().unwrap_or_default().to_owned(),
        ))
    }

    /// Passes on what other nodes change.
    async fn listen_to_nodes(&self) -> Result<()> {
        let Engine::Postgres { readers, .. } = &self.engine else {
            return Ok(());
        };
        let mut listener = PgListener::connect_with(readers).await?;
        listener.listen("dozvon").await?;
        let announcer = self.announcer.clone();
        let closing = readers.clone();
        tokio::spawn(async move {
            while !closing.is_closed() {
                match listener.recv().await {
                    Ok(told) => {
                        announcer.tell(serde_json::from_str(told.payload()).unwrap_or_default())
                    }
                    // The listener connects again by itself at the next call; a closed pool ends it.
                    Err(error) => {
                        tracing::warn!(%error, "lost the database's notifications, connecting again")
                    }
                }
            }
        });
        Ok(())
    }

    /// Which engine this is.
    #[must_use]
    pub fn kind(&self) -> EngineKind {
        match self.engine {
            Engine::Sqlite { .. } => EngineKind::Sqlite,
            Engine::Postgres { .. } => EngineKind::Postgres,
        }
    }

    /// A connection to read on.
    pub async fn read(&self) -> Result<Conn> {
        Ok(Conn::new(match &self.engine {
            Engine::Sqlite { readers, .. } => Line::Sqlite(readers.acquire().await?),
            Engine::Postgres { readers, .. } => Line::Postgres(readers.acquire().await?),
        }))
    }

    /// A connection for one statement that writes: by itself it is a transaction, and needs no other round to the database.
    pub(crate) async fn alone(&self) -> Result<Conn> {
        Ok(Conn::new(match &self.engine {
            Engine::Sqlite { writer, .. } => Line::Sqlite(writer.acquire().await?),
            Engine::Postgres { writers, .. } => Line::Postgres(writers.acquire().await?),
        }))
    }

    /// A transaction to write in. On SQLite it is the only one at that time.
    pub async fn begin(&self) -> Result<Tx> {
        let line = match &self.engine {
            Engine::Sqlite { writer, .. } => {
                Line::SqliteTx(writer.begin_with("BEGIN IMMEDIATE").await?)
            }
            Engine::Postgres { writers, .. } => Line::PostgresTx(writers.begin().await?),
        };
        Ok(Tx::new(line, self.announcer.clone()))
    }

    /// Hears of every committed change from now on.
    #[must_use]
    pub fn changes(&self) -> broadcast::Receiver<Change> {
        self.announcer.listen()
    }

    /// Tells all nodes something that is kept in no table.
    pub async fn announce(&self, change: Change) -> Result<()> {
        if self.announcer.is_by_database() {
            let mut tx = self.begin().await?;
            tx.changed(change);
            return tx.commit().await;
        }
        self.announcer.tell(vec![change]);
        Ok(())
    }

    /// Who looks at a ticket at this moment, as far as this node has heard.
    #[must_use]
    pub fn lookers(&self, ticket: TicketId, now: At) -> Vec<Look> {
        self.announcer.lookers.at(ticket, now)
    }

    /// Ends all connections, after what runs on them.
    pub async fn close(&self) {
        match &self.engine {
            Engine::Sqlite { writer, readers } => {
                readers.close().await;
                writer.close().await;
            }
            Engine::Postgres { writers, readers } => {
                readers.close().await;
                writers.close().await;
            }
        }
    }
}

fn sqlite_options(url: &str) -> Result<SqliteConnectOptions> {
    Ok(SqliteConnectOptions::from_str(url)
        .map_err(|_| Error::Address(url.to_owned()))?
        .create_if_missing(true)
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        // What is acknowledged survives a power cut, not only a crash.
        .synchronous(SqliteSynchronous::Full)
        .busy_timeout(PATIENCE)
        .pragma("wal_autocheckpoint", WAL_PAGES)
        .statement_cache_capacity(300)
        // Each statement of a busy desk is not worth a line.
        .disable_statement_logging())
}

fn postgres_pool(connections: u32) -> PgPoolOptions {
    PgPoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
}

fn sqlite_pool(connections: u32) -> SqlitePoolOptions {
    SqlitePoolOptions::new()
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        .idle_timeout(None)
        .max_lifetime(None)
        .test_before_acquire(false)
}
