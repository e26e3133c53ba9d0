//! What a ticket's calls have come to: the fate of the last one, and since when its client waits to be called back.

use std::collections::HashMap;
use std::sync::LazyLock;

use uuid::Uuid;

use domain::call::{Direction, Outcome, State};
use domain::{At, TicketId};

use super::columns::TABLE;
use crate::args::{Arg, args};
use crate::filter::Filter;
use crate::later::{Bulk, texts};
use crate::row::at_opt;
use crate::{Conn, Error, Result, Tx};

/// What a ticket's calls have come to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Standing {
    /// The call begun last.
    pub last_call: Option<LastCall>,
    /// Since when the client waits to be called back.
    pub waiting_since: Option<At>,
}

/// The fate of a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LastCall {
    /// Which way.
    pub direction: Direction,
    /// How far.
    pub state: State,
    /// How ended.
    pub outcome: Outcome,
    /// When it began.
    pub at: At,
}

/// Several at once, when all else of the transaction is written: nothing that hears calls reads it.
static FOLLOW: Bulk = Bulk {
    table: "ticket_standings",
    rank: u8::MAX,
    key: &[0],
    texts: LazyLock::new(|| texts(FOLLOW_CALLS, 1)),
};

const FOLLOW_CALLS: &str = "UPDATE tickets SET
    last_call = (SELECT c.direction || '_' || CASE c.state WHEN 'finished' THEN c.outcome ELSE c.state END
        FROM calls c WHERE c.ticket_id = tickets.id ORDER BY c.started_at DESC, c.id DESC LIMIT 1),
    last_call_at = (SELECT MAX(c.started_at) FROM calls c WHERE c.ticket_id = tickets.id),
    waiting_since = (SELECT MIN(c.started_at) FROM calls c
        WHERE c.ticket_id = tickets.id AND c.direction = 'in' AND c.state = 'finished' AND c.outcome IN ('missed', 'failed')
            AND c.started_at > COALESCE(tickets.settled_until, 0)
            AND c.started_at > COALESCE((SELECT MAX(d.started_at) FROM calls d
                WHERE d.ticket_id = tickets.id AND (d.state = 'talking' OR d.outcome = 'talked')), 0))
    WHERE id IN ({rows})";

/// Writes what a ticket's calls have come to, after one of them came, changed or went elsewhere; before the commit.
///
/// Somebody who was missed waits until somebody talks with them or the ticket is solved.
pub async fn follow_calls(tx: &mut Tx, ticket: TicketId) -> Result<()> {
    tx.run_later(&FOLLOW, args![ticket]);
    Ok(())
}

/// Who was missed until then waits no longer: the ticket was solved, and is opened again by something new.
pub async fn settle_until(tx: &mut Tx, ticket: TicketId, until: At) -> Result<()> {
    let sql = "UPDATE tickets SET settled_until = $2 WHERE id = $1";
    tx.run(sql, args![ticket, until]).await?;
    follow_calls(tx, ticket).await
}

/// What the calls of each of these have come to.
pub async fn standings(
    conn: &mut Conn,
    tickets: &[TicketId],
) -> Result<HashMap<TicketId, Standing>> {
    type Row = (Uuid, Option<String>, Option<i64>, Option<i64>);
    let mut filter = Filter::new();
    filter.and_in("id", tickets.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let sql = format!("SELECT id, last_call, last_call_at, waiting_since FROM tickets{clause}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    let read = rows.into_iter().map(|(id, fate, begun, since)| {
        let last_call = match (fate, at_opt(TABLE, begun)?) {
            (Some(fate), Some(at)) => Some(last_call(&fate, at)?),
            (None, _) | (_, None) => None,
        };
        let standing = Standing {
            last_call,
            waiting_since: at_opt(TABLE, since)?,
        };
        Ok((TicketId(id), standing))
    });
    read.collect()
}

/// `in_missed`, `out_talking`.
fn last_call(fate: &str, at: At) -> Result<LastCall> {
    let unknown = || Error::corrupt(TABLE, format!("`{fate}` is no call's fate"));
    let (direction, end) = fate.split_once('_').ok_or_else(unknown)?;
    let direction = match direction {
        "in" => Direction::In,
        "out" => Direction::Out,
        _ => return Err(unknown()),
    };
    let (state, outcome) = match end {
        "ringing" => (State::Ringing, Outcome::Unknown),
        "talking" => (State::Talking, Outcome::Unknown),
        "talked" => (State::Finished, Outcome::Talked),
        "missed" => (State::Finished, Outcome::Missed),
        "failed" => (State::Finished, Outcome::Failed),
        "unknown" => (State::Finished, Outcome::Unknown),
        _ => return Err(unknown()),
    };
    Ok(LastCall {
        direction,
        state,
        outcome,
        at,
    })
}
