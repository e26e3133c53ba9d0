//! What agents are asked, and have said, of their calls that are over.

use std::collections::HashMap;
use std::sync::LazyLock;

use uuid::Uuid;

use domain::wrap_up::{Given, Hand, Stands, WrapUp};
use domain::{AgentId, At, Call, CallId, OutcomeCodeId};

use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::later::{Bulk, texts};
use crate::row::{at, json, to_json};
use crate::{Change, Conn, Error, Result, Topic, Tx, steered};

const TABLE: &str = "wrap_ups";
const SELECT: &str =
    "SELECT call_id, agent_id, state, outcome_id, tags, note, opened_at, settled_at, settled_by
    FROM wrap_ups";

#[derive(sqlx::FromRow)]
struct Row {
    call_id: Uuid,
    agent_id: Uuid,
    state: String,
    outcome_id: Option<Uuid>,
    tags: String,
    note: Option<String>,
    opened_at: i64,
    settled_at: Option<i64>,
    settled_by: Option<Uuid>,
}

/// Asks an agent what came of a call. Who was asked before and has not said is asked no more; what was said stays.
pub fn ask(tx: &mut Tx, call: CallId, agent: AgentId, now: At) {
    tx.run_later(&ASKED, args![call, agent, "open", "[]", now]);
    steered::ring(tx, agent);
}

static ASKED: Bulk = Bulk {
    table: TABLE,
    rank: 2,
    key: &[0],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO wrap_ups (call_id, agent_id, state, tags, opened_at) VALUES {rows}
                   ON CONFLICT (call_id) DO UPDATE SET agent_id = excluded.agent_id
                   WHERE wrap_ups.state = 'open'";
        texts(sql, 5)
    }),
};

/// What is asked or was said of a call.
pub async fn find(conn: &mut Conn, call: CallId) -> Result<Option<WrapUp>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE call_id = $1"), args![call])
        .await?;
    row.map(Row::wrap_up).transpose()
}

/// The same of several calls.
pub async fn of_calls(conn: &mut Conn, calls: &[CallId]) -> Result<HashMap<CallId, WrapUp>> {
    if calls.is_empty() {
        return Ok(HashMap::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("call_id", calls.iter().map(|call| Arg::from(*call)));
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    let read = |row: Row| Ok((CallId(row.call_id), row.wrap_up()?));
    rows.into_iter().map(read).collect()
}

/// What an agent has been asked since then and has not said, what waits longest first.
pub async fn open_of(conn: &mut Conn, agent: AgentId, since: At, most: i64) -> Result<Vec<WrapUp>> {
    let sql = format!(
        "{SELECT} WHERE state = 'open' AND agent_id = $1 AND opened_at >= $2 ORDER BY opened_at, call_id LIMIT $3"
    );
    let rows: Vec<Row> = conn.rows(sql, args![agent, since, most]).await?;
    rows.into_iter().map(Row::wrap_up).collect()
}

/// Keeps what was said of a call, or that nothing was.
pub async fn put(tx: &mut Tx, call: &Call, wrap_up: &WrapUp) -> Result<()> {
    let sql = "INSERT INTO wrap_ups (call_id, agent_id, state, outcome_id, tags, note, opened_at, settled_at, settled_by)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
               ON CONFLICT (call_id) DO UPDATE SET state = excluded.state, outcome_id = excluded.outcome_id,
                   tags = excluded.tags, note = excluded.note, settled_at = excluded.settled_at,
                   settled_by = excluded.settled_by";
    let nothing = Given::default();
    let given = wrap_up.given().unwrap_or(&nothing);
    let hand = wrap_up.hand();
    let values = args![
        wrap_up.call_id,
        wrap_up.agent_id,
        state(&wrap_up.stands),
        given.outcome,
        to_json(TABLE, &given.tags)?,
        given.note.as_deref(),
        wrap_up.opened_at,
        hand.map(|hand| hand.at),
        hand.map(|hand| hand.by)
    ];
    tx.run(sql, values).await?;
    tx.changed(Change {
        topic: Topic::Call(call.id),
        channel: Some(call.channel_id),
    });
    steered::ring(tx, wrap_up.agent_id);
    Ok(())
}

fn state(stands: &Stands) -> &'static str {
    match stands {
        Stands::Open => "open",
        Stands::Skipped(_) => "skipped",
        Stands::Given(..) => "given",
    }
}

impl Row {
    fn wrap_up(self) -> Result<WrapUp> {
        let hand = match (self.settled_by, self.settled_at) {
            (Some(by), Some(settled)) => Some(Hand {
                by: AgentId(by),
                at: at(TABLE, settled)?,
            }),
            _ => None,
        };
        let given = Given {
            outcome: self.outcome_id.map(OutcomeCodeId),
            tags: json(TABLE, &self.tags)?,
            note: self.note,
        };
        let stands = match (self.state.as_str(), hand) {
            ("open", None) => Stands::Open,
            ("skipped", Some(hand)) => Stands::Skipped(hand),
            ("given", Some(hand)) => Stands::Given(given, hand),
            (other, _) => {
                return Err(Error::corrupt(
                    TABLE,
                    format!("a wrap-up cannot be {other}"),
                ));
            }
        };
        Ok(WrapUp {
            call_id: CallId(self.call_id),
            agent_id: AgentId(self.agent_id),
            opened_at: at(TABLE, self.opened_at)?,
            stands,
        })
    }
}
