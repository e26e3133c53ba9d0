//! What an administrator sees of the jobs.

use super::{COLUMNS, Job, JobState, Row};
use crate::args::args;
use crate::filter::Filter;
use crate::page::{Cursor, Page, Slice};
use crate::row::word;
use crate::{Conn, Result};

/// How many jobs of a kind are in a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Count {
    /// The kind.
    pub kind: String,
    /// The state.
    pub state: JobState,
    /// How many.
    pub jobs: i64,
}

#[derive(sqlx::FromRow)]
struct CountRow {
    kind: String,
    state: String,
    jobs: i64,
}

/// Jobs in a state, the newest first.
pub async fn list(conn: &mut Conn, state: JobState, slice: Slice) -> Result<Page<Job>> {
    let mut filter = Filter::new();
    filter.and("state = ?", args![state.as_str()]);
    filter.newest_first("created_at", "id", &slice);
    let (clause, mut values) = filter.done();
    values.push((slice.limit + 1).into());
    let limit = values.len();
    let sql = format!(
        "SELECT {COLUMNS} FROM jobs{clause} ORDER BY created_at DESC, id DESC LIMIT ${limit}"
    );
    let rows: Vec<Row> = conn.rows(sql, values).await?;
    let jobs: Result<Vec<Job>> = rows.into_iter().map(Row::job).collect();
    Ok(slice.cut(jobs?, |job| Cursor {
        key: job.created_at.as_microsecond(),
        id: job.id.0,
    }))
}

/// How many jobs there are of each kind in each state; none are left out.
pub async fn counts(conn: &mut Conn) -> Result<Vec<Count>> {
    let sql = "SELECT kind, state, COUNT(*) AS jobs FROM jobs
               GROUP BY kind, state ORDER BY kind, state";
    let rows: Vec<CountRow> = conn.rows(sql, args![]).await?;
    rows.into_iter()
        .map(|row| {
            Ok(Count {
                kind: row.kind,
                state: word("jobs", &row.state)?,
                jobs: row.jobs,
            })
        })
        .collect()
}
