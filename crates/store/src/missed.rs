//! Callers who were missed: one row for each of a channel, which follows from their calls.

mod list;
mod row;
mod signs;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use domain::missed::{Caller, Settled, Standing};
use domain::{AgentId, At, ChannelId, ClientId, MissedId};

use crate::args::args;
use crate::filter::Filter;
use crate::later::{Bulk, texts};
use crate::row::to_json;
use crate::{Change, Conn, Result, Topic, Tx};

use row::{Row, SELECT, TABLE};

pub use list::{MissedFilter, count_waiting, counts, list, overdue_candidates};
pub use signs::{missed_calls, signs};

/// A caller who was missed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missed {
    /// Its id.
    pub id: MissedId,
    /// By which channel they called.
    pub channel_id: ChannelId,
    /// Who.
    pub caller: Caller,
    /// The number they called from last, E.164, or one inside the PBX.
    pub number: Option<String>,
    /// What has become of them.
    pub standing: Standing,
    /// What was said by hand.
    pub handled: Option<Handled>,
    /// For which waiting supervisors were told that it takes too long: its first attempt.
    pub told_for: Option<At>,
}

/// What was said by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Handled {
    /// Attempts up to this one are done.
    pub until: At,
    /// Up to which one they were done before: what taking it back leads to.
    pub before: Option<At>,
    /// When it was said.
    pub at: At,
    /// Who said it.
    pub by: AgentId,
}

impl Missed {
    /// The client, if it is one.
    #[must_use]
    pub fn client_id(&self) -> Option<ClientId> {
        match &self.caller {
            Caller::Client(id) => Some(*id),
            Caller::Number(_) => None,
        }
    }

    /// Whether they wait to be called back.
    #[must_use]
    pub fn waits(&self) -> bool {
        self.standing.settled.is_none()
    }

    /// When they stopped waiting.
    #[must_use]
    pub fn closed_at(&self) -> Option<At> {
        match self.standing.settled {
            Some(Settled::Reached { at, .. }) => Some(at),
            Some(Settled::ByHand) => self.handled.map(|handled| handled.at),
            None => None,
        }
    }
}

/// One of them.
pub async fn find(conn: &mut Conn, id: MissedId) -> Result<Option<Missed>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE m.id = $1"), args![id])
        .await?;
    row.map(Missed::try_from).transpose()
}

/// Those of these callers who were ever missed, held until the end of this transaction.
pub async fn hold(tx: &mut Tx, callers: &[(ChannelId, Caller)]) -> Result<Vec<Missed>> {
    if callers.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("m.channel_id", callers.iter().map(|(channel, _)| channel.0));
    filter.and_some_of("m.caller", callers.iter().map(|(_, who)| who.to_string()));
    let (clause, args) = filter.done();
    let sql = format!("{SELECT}{clause} ORDER BY m.id{}", tx.for_update());
    let rows: Vec<Row> = tx.rows(sql, args).await?;
    rows.into_iter().map(Missed::try_from).collect()
}

/// Writes one, new or changed; at the latest before the commit.
pub async fn put(tx: &mut Tx, missed: &Missed) -> Result<()> {
    let standing = &missed.standing;
    let reached = match standing.settled {
        Some(Settled::Reached { call, .. }) => Some(call),
        Some(Settled::ByHand) | None => None,
    };
    let first = standing.first_at().unwrap_or(At::UNIX_EPOCH);
    let args = args![
        missed.id,
        missed.channel_id,
        missed.caller.to_string(),
        missed.client_id(),
        missed.number.as_deref(),
        missed.waits(),
        to_json(TABLE, &standing.attempts)?,
        first,
        standing.last_at().unwrap_or(first),
        missed.closed_at(),
        reached,
        missed.handled.map(|handled| handled.until),
        missed.handled.and_then(|handled| handled.before),
        missed.handled.map(|handled| handled.at),
        missed.handled.map(|handled| handled.by),
        missed.told_for,
    ];
    tx.run_later(&MISSED, args);
    announce(tx, missed.channel_id);
    Ok(())
}

static MISSED: Bulk = Bulk {
    table: TABLE,
    rank: 9,
    key: &[1, 2],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO missed_callers (id, channel_id, caller, client_id, number, waits, attempts, first_at,
                       last_at, closed_at, reached_by, handled_until, handled_before, handled_at, handled_by, told_for)
                   VALUES {rows}
                   ON CONFLICT (channel_id, caller) DO UPDATE SET number = excluded.number, waits = excluded.waits,
                       attempts = excluded.attempts, first_at = excluded.first_at, last_at = excluded.last_at,
                       closed_at = excluded.closed_at, reached_by = excluded.reached_by,
                       handled_until = excluded.handled_until, handled_before = excluded.handled_before,
                       handled_at = excluded.handled_at, handled_by = excluded.handled_by,
                       told_for = excluded.told_for";
        texts(sql, 16)
    }),
};

/// Forgets one: they were not missed after all.
pub async fn remove(tx: &mut Tx, missed: &Missed) -> Result<()> {
    tx.run("DELETE FROM missed_callers WHERE id = $1", args![missed.id])
        .await?;
    announce(tx, missed.channel_id);
    Ok(())
}

fn announce(tx: &mut Tx, channel: ChannelId) {
    tx.changed(Change {
        topic: Topic::Missed,
        channel: Some(channel),
    });
}
