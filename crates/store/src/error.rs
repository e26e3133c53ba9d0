//! What can go wrong in storage.

/// Storage could not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database did not answer, or not in time.
    #[error("the database did not answer")]
    Unavailable(#[source] sqlx::Error),
    /// A value that must be unique is there already.
    #[error("`{constraint}` is taken")]
    Taken {
        /// The constraint, or the column where the engine names that.
        constraint: String,
    },
    /// Two transactions wanted the same rows; the same work may go through when tried again.
    #[error("another transaction was in the way")]
    Conflict(#[source] sqlx::Error),
    /// A row that our own rules do not allow.
    #[error("a row of `{table}` cannot be read: {why}")]
    Corrupt {
        /// Which table.
        table: &'static str,
        /// What was wrong.
        why: String,
    },
    /// The database refused a statement.
    #[error("the database refused a statement")]
    Statement(#[source] sqlx::Error),
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// The address names no engine we know.
    #[error("`{0}` is not a database address: use sqlite://PATH or postgres://…")]
    Address(String),
    /// The inbox has stopped.
    #[error("the inbox has stopped")]
    Stopped,
}

impl Error {
    /// A row that our own rules do not allow.
    pub(crate) fn corrupt(table: &'static str, why: impl std::fmt::Display) -> Self {
        Self::Corrupt {
            table,
            why: why.to_string(),
        }
    }

    /// Whether the same call may succeed a little later.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        match self {
            Self::Unavailable(_) | Self::Conflict(_) | Self::Stopped => true,
            Self::Taken { .. }
            | Self::Corrupt { .. }
            | Self::Statement(_)
            | Self::Migrate(_)
            | Self::Address(_) => false,
        }
    }
}

/// PostgreSQL's codes for "try the transaction again": serialization failure, deadlock.
const RETRY_CODES: [&str; 2] = ["40001", "40P01"];
/// SQLite's codes for "somebody else is writing": busy, its snapshot variant, locked.
const BUSY_CODES: [&str; 3] = ["5", "517", "6"];

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        if let sqlx::Error::Database(database) = &error {
            if database.is_unique_violation() {
                let constraint = database
                    .constraint()
                    .unwrap_or_else(|| database.message())
                    .to_owned();
                return Self::Taken { constraint };
            }
            let code = database.code().unwrap_or_default();
            if RETRY_CODES.contains(&code.as_ref()) || BUSY_CODES.contains(&code.as_ref()) {
                return Self::Conflict(error);
            }
            // SQLITE_FULL, SQLITE_IOERR and relatives; PostgreSQL classes 53 (resources), 57 (shutting down), 58 (system).
            let sqlite_io = code
                .parse::<i64>()
                .is_ok_and(|code| matches!(code & 0xff, 10 | 13 | 14));
            let postgres_away = code.len() == 5
                && ["53", "57", "58"]
                    .iter()
                    .any(|class| code.starts_with(class));
            if sqlite_io || postgres_away {
                return Self::Unavailable(error);
            }
            return Self::Statement(error);
        }
        #[expect(
            clippy::wildcard_enum_match_arm,
            reason = "sqlx's list of errors is open"
        )]
        match error {
            sqlx::Error::Io(_)
            | sqlx::Error::Tls(_)
            | sqlx::Error::Protocol(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => Self::Unavailable(error),
            other => Self::Statement(other),
        }
    }
}
