//! Promises found in what agents said: proposed as reminders, accepted or dismissed.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use domain::{AgentId, At, CallId, PromiseId};

use crate::args::args;
use crate::filter::Filter;
use crate::row::{at, word};
use crate::{Conn, Result, Tx};

/// Something an agent has promised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promise {
    /// Its id.
    pub id: PromiseId,
    /// In which call.
    pub call_id: CallId,
    /// In which line: its place.
    pub place: u32,
    /// The words in which it was promised.
    pub phrase: String,
    /// When one should be reminded.
    pub remind_at: At,
    /// What became of the proposal.
    pub state: PromiseState,
}

/// What became of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromiseState {
    /// Nobody has looked at it.
    Proposed,
    /// A reminder was set.
    Accepted,
    /// It is not wanted.
    Dismissed,
}

impl PromiseState {
    /// The name in the database and in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Proposed => "proposed",
            Self::Accepted => "accepted",
            Self::Dismissed => "dismissed",
        }
    }
}

/// No such state.
#[derive(Debug)]
pub struct UnknownState;

impl fmt::Display for UnknownState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a state of a promise")
    }
}

impl FromStr for PromiseState {
    type Err = UnknownState;
    fn from_str(text: &str) -> std::result::Result<Self, UnknownState> {
        let all = [Self::Proposed, Self::Accepted, Self::Dismissed];
        let known = all.into_iter().find(|one| one.as_str() == text);
        known.ok_or(UnknownState)
    }
}

const TABLE: &str = "promises";

/// Proposes one, unless the line has one already.
pub async fn insert(tx: &mut Tx, promise: &Promise, now: At) -> Result<()> {
    let sql = "INSERT INTO promises (id, call_id, place, phrase, remind_at, state, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (call_id, place) DO NOTHING";
    let values = args![
        promise.id,
        promise.call_id,
        i64::from(promise.place),
        promise.phrase.as_str(),
        promise.remind_at,
        promise.state.as_str(),
        now,
    ];
    tx.run(sql, values).await?;
    Ok(())
}

const SELECT: &str = "SELECT id, call_id, place, phrase, remind_at, state FROM promises";

type Row = (Uuid, Uuid, i64, String, i64, String);

/// One of them.
pub async fn find(conn: &mut Conn, id: PromiseId) -> Result<Option<Promise>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE id = $1"), args![id])
        .await?;
    row.map(promise).transpose()
}

/// Those of these calls that nobody has looked at, in the order of the calls.
pub async fn proposed(conn: &mut Conn, calls: &[CallId]) -> Result<Vec<Promise>> {
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and("state = 'proposed'", Vec::new());
    filter.and_some_of("call_id", calls.iter().map(|id| id.0));
    let (clause, args) = filter.done();
    let sql = format!("{SELECT}{clause} ORDER BY call_id, place");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter().map(promise).collect()
}

/// Writes what became of a proposal; whether nobody else was quicker.
pub async fn settle(
    tx: &mut Tx,
    id: PromiseId,
    state: PromiseState,
    (by, now): (AgentId, At),
) -> Result<bool> {
    let sql = "UPDATE promises SET state = $2, settled_by = $3, settled_at = $4 WHERE id = $1 AND state = 'proposed'";
    let values = args![id, state.as_str(), by, now];
    Ok(tx.run(sql, values).await? == 1)
}

fn promise((id, call, place, phrase, remind_at, state): Row) -> Result<Promise> {
    Ok(Promise {
        id: PromiseId(id),
        call_id: CallId(call),
        place: u32::try_from(place).unwrap_or_default(),
        phrase,
        remind_at: at(TABLE, remind_at)?,
        state: word(TABLE, &state)?,
    })
}
