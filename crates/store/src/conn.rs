//! The two handles: a connection to read on, a transaction to write in.

use std::ops::{Deref, DerefMut};

use sqlx::pool::PoolConnection;
use sqlx::{AssertSqlSafe, Postgres, SqlSafeStr, Sqlite, Transaction};

use crate::args::{self, Args};
use crate::change::{Announcer, Change};
use crate::counters::Numbers;
use crate::later::{Bulk, Later};
use crate::row::Columns;
use crate::{EngineKind, Error, Result};

/// A connection to one of the engines.
pub struct Conn {
    line: Line,
    /// What is still to be written; nothing on a connection to read on.
    later: Later,
}

/// What a handle stands on; outside of a transaction each statement is one.
pub(crate) enum Line {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
    SqliteTx(Transaction<'static, Sqlite>),
    PostgresTx(Transaction<'static, Postgres>),
}

macro_rules! on {
    ($line:expr, |$conn:ident, $engine:ident| $body:expr) => {
        match $line {
            Line::Sqlite(line) => {
                use args::sqlite as $engine;
                let $conn = &mut **line;
                $body
            }
            Line::SqliteTx(line) => {
                use args::sqlite as $engine;
                let $conn = &mut **line;
                $body
            }
            Line::Postgres(line) => {
                use args::postgres as $engine;
                let $conn = &mut **line;
                $body
            }
            Line::PostgresTx(line) => {
                use args::postgres as $engine;
                let $conn = &mut **line;
                $body
            }
        }
    };
}

impl Conn {
    pub(crate) fn new(line: Line) -> Self {
        Self {
            line,
            later: Later::default(),
        }
    }

    /// All rows of a query.
    pub(crate) async fn rows<R: Columns>(
        &mut self,
        sql: impl Into<Sql>,
        args: Args,
    ) -> Result<Vec<R>> {
        let sql = sql.into().0;
        self.write_what_it_names(&sql).await?;
        let rows = on!(&mut self.line, |conn, bind| {
            sqlx::query_as_with::<_, R, _>(sql, bind(args)?)
                .fetch_all(conn)
                .await
        });
        rows.map_err(Error::from)
    }

    /// The one row of a query, if there is one.
    pub(crate) async fn row<R: Columns>(
        &mut self,
        sql: impl Into<Sql>,
        args: Args,
    ) -> Result<Option<R>> {
        let sql = sql.into().0;
        self.write_what_it_names(&sql).await?;
        self.fetch_one(sql, args).await
    }

    async fn fetch_one<R: Columns>(&mut self, sql: sqlx::SqlStr, args: Args) -> Result<Option<R>> {
        let row = on!(&mut self.line, |conn, bind| {
            sqlx::query_as_with::<_, R, _>(sql, bind(args)?)
                .fetch_optional(conn)
                .await
        });
        row.map_err(Error::from)
    }

    /// The one row of a query that does not see rows put off of this kind, as long as none of them is such a one.
    pub(crate) async fn row_beside<R: Columns>(
        &mut self,
        sql: &'static str,
        args: Args,
        bulk: &'static Bulk,
        is: impl Fn(&Args) -> bool,
    ) -> Result<Option<R>> {
        if self.later.any(bulk, is) {
            return self.row(sql, args).await;
        }
        self.fetch_one(sql.into_sql_str(), args).await
    }

    /// Which engine this is.
    pub(crate) fn engine(&self) -> EngineKind {
        match self.line {
            Line::Postgres(_) | Line::PostgresTx(_) => EngineKind::Postgres,
            Line::Sqlite(_) | Line::SqliteTx(_) => EngineKind::Sqlite,
        }
    }

    /// Whether this is PostgreSQL.
    pub(crate) fn is_postgres(&self) -> bool {
        self.engine() == EngineKind::Postgres
    }

    /// Whether the database answers.
    pub async fn ping(&mut self) -> Result<()> {
        self.execute("SELECT 1".into_sql_str(), Args::new())
            .await
            .map(drop)
    }

    /// A statement sees all that was put off in the tables it names.
    async fn write_what_it_names(&mut self, sql: &sqlx::SqlStr) -> Result<()> {
        let engine = self.engine();
        for (sql, args) in self.later.statements_before(sql.as_str(), engine) {
            self.execute(sql.into_sql_str(), args).await?;
        }
        Ok(())
    }

    /// Writes all that was put off.
    async fn write_all(&mut self) -> Result<()> {
        let engine = self.engine();
        for (sql, args) in self.later.statements(engine) {
            self.execute(sql.into_sql_str(), args).await?;
        }
        Ok(())
    }

    /// Runs a statement; how many rows it touched.
    pub(crate) async fn execute(&mut self, sql: sqlx::SqlStr, args: Args) -> Result<u64> {
        let done = on!(&mut self.line, |conn, bind| {
            sqlx::query_with(sql, bind(args)?)
                .execute(conn)
                .await
                .map(|done| done.rows_affected())
        });
        done.map_err(Error::from)
    }
}

/// A transaction: what is written in it is there together after [`Tx::commit`], or not at all.
pub struct Tx {
    conn: Conn,
    changes: Vec<Change>,
    announcer: Announcer,
    /// The last number taken of each counter that this transaction has taken numbers of: it holds their rows.
    pub(crate) numbers: Numbers,
}

impl Deref for Tx {
    type Target = Conn;
    fn deref(&self) -> &Conn {
        &self.conn
    }
}

impl DerefMut for Tx {
    fn deref_mut(&mut self) -> &mut Conn {
        &mut self.conn
    }
}

impl Tx {
    pub(crate) fn new(line: Line, announcer: Announcer) -> Self {
        Self {
            conn: Conn::new(line),
            changes: Vec::new(),
            announcer,
            numbers: Numbers::default(),
        }
    }

    /// Runs a statement that gives no rows; how many it touched.
    pub(crate) async fn run(&mut self, sql: impl Into<Sql>, args: Args) -> Result<u64> {
        let sql = sql.into().0;
        self.conn.write_what_it_names(&sql).await?;
        self.conn.execute(sql, args).await
    }

    /// Writes a row, at the latest before the commit: rows of one kind then go to the database together.
    ///
    /// Whatever names the table before that finds the row there. Not for what others refer to by a foreign key in the
    /// same transaction without naming the table.
    pub(crate) fn run_later(&mut self, bulk: &'static Bulk, row: Args) {
        self.conn.later.add(bulk, row);
    }

    /// Tells, once this is committed, that something changed.
    pub fn changed(&mut self, change: Change) {
        if !self.changes.contains(&change) {
            self.changes.push(change);
        }
    }

    /// What makes a SELECT hold its rows until the end: SQLite's one writer holds everything anyway.
    pub(crate) fn for_update(&self) -> &'static str {
        if self.is_postgres() {
            " FOR UPDATE"
        } else {
            ""
        }
    }

    /// Holds this name against other transactions of all nodes until the end of this one.
    ///
    /// SQLite has one writer at a time and needs no lock.
    pub async fn hold(&mut self, name: i64) -> Result<()> {
        self.hold_all(&[name]).await
    }

    /// Holds several, one after another in this order.
    pub async fn hold_all(&mut self, names: &[i64]) -> Result<()> {
        if self.is_postgres() && !names.is_empty() {
            let marks = (1..=names.len()).map(|n| format!("(${n})"));
            let marks: Vec<String> = marks.collect();
            let sql = format!(
                "SELECT pg_advisory_xact_lock(v.column1) FROM (VALUES {}) AS v",
                marks.join(", ")
            );
            let args = names.iter().map(|name| args::Arg::from(*name)).collect();
            self.run(sql, args).await?;
        }
        Ok(())
    }

    /// Makes it all durable, then tells what changed.
    pub async fn commit(mut self) -> Result<()> {
        self.conn.write_all().await?;
        self.write_numbers().await?;
        for payload in self.announcer.payloads(&self.changes) {
            self.run("SELECT pg_notify('dozvon', $1)", args::args![payload])
                .await?;
        }
        match self.conn.line {
            Line::SqliteTx(transaction) => transaction.commit().await?,
            Line::PostgresTx(transaction) => transaction.commit().await?,
            Line::Sqlite(_) | Line::Postgres(_) => {}
        }
        self.announcer.committed(self.changes);
        Ok(())
    }

    /// Takes it all back.
    pub async fn roll_back(self) -> Result<()> {
        match self.conn.line {
            Line::SqliteTx(transaction) => transaction.rollback().await?,
            Line::PostgresTx(transaction) => transaction.rollback().await?,
            Line::Sqlite(_) | Line::Postgres(_) => {}
        }
        Ok(())
    }
}

/// A statement's text: a constant, or put together out of constants and `$n` (values are always bound).
pub(crate) struct Sql(sqlx::SqlStr);

impl From<&'static str> for Sql {
    fn from(text: &'static str) -> Self {
        Self(text.into_sql_str())
    }
}

impl From<String> for Sql {
    fn from(text: String) -> Self {
        Self(AssertSqlSafe(text).into_sql_str())
    }
}
