//! Calls, and the events they are derived from.

use std::sync::LazyLock;

use domain::{AgentId, At, Call, CallEvent, CallId, ChannelId, NotificationId, Reach, TicketId};

use crate::args::{Arg, Args, args};
use crate::filter::Filter;
use crate::later::{Bulk, texts};
use crate::row::{at, json, to_json};
use crate::{Change, Conn, Result, Topic, Tx};

mod columns;
mod day;
mod hours;
mod list;
mod live;
mod rang;
use columns::TABLE;
pub(crate) use columns::{Row, SELECT};
pub use day::{Day, day};
pub use hours::{HourPart, hours};
pub use list::{AnyOf, CallFilter, Neighbours, list, neighbours, virtual_numbers};
pub use live::live_agents;
pub use rang::note_rang;

/// One of them.
pub async fn find(conn: &mut Conn, id: CallId) -> Result<Option<Call>> {
    let row: Option<Row> = conn
        .row(format!("{SELECT} WHERE c.id = $1"), args![id])
        .await?;
    row.map(Call::try_from).transpose()
}

/// By the provider's session.
pub async fn by_session(conn: &mut Conn, channel: ChannelId, session: i64) -> Result<Option<Call>> {
    let sql = format!("{SELECT} WHERE c.channel_id = $1 AND c.session_id = $2");
    let row: Option<Row> = conn.row(sql, args![channel, session]).await?;
    row.map(Call::try_from).transpose()
}

/// By the provider's sessions, held until the end of this transaction.
pub async fn hold_by_sessions(
    tx: &mut Tx,
    channel: ChannelId,
    sessions: &[i64],
) -> Result<Vec<Call>> {
    let mut filter = Filter::new();
    filter.and("c.channel_id = ?", vec![channel.into()]);
    filter.and_some_of("c.session_id", sessions.iter().copied());
    let (clause, args) = filter.done();
    let sql = format!("{SELECT}{clause} ORDER BY c.session_id{}", tx.for_update());
    let rows: Vec<Row> = tx.rows(sql, args).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// One of them, held until the end of this transaction.
pub async fn hold(tx: &mut Tx, id: CallId) -> Result<Option<Call>> {
    let sql = format!("{SELECT} WHERE c.id = $1{}", tx.for_update());
    let row: Option<Row> = tx.row(sql, args![id]).await?;
    row.map(Call::try_from).transpose()
}

/// Several at once; those that are not there are left out.
pub async fn find_all(conn: &mut Conn, ids: &[CallId]) -> Result<Vec<Call>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_in("c.id", ids.iter().map(|id| Arg::from(id.0)).collect());
    let (clause, args) = filter.done();
    let rows: Vec<Row> = conn.rows(format!("{SELECT}{clause}"), args).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// Writes a call, new or changed.
pub async fn put(tx: &mut Tx, call: &Call) -> Result<()> {
    let f = &call.facts;
    let args = args![
        call.id,
        call.channel_id,
        call.session_id,
        f.direction.as_str(),
        f.state.as_str(),
        f.outcome.as_str(),
        call.client_id,
        call.ticket_id,
        call.agent_id,
        f.client.as_ref().and_then(|party| party.as_text()),
        f.virtual_number.as_ref().and_then(|party| party.as_text()),
        f.started_at,
        f.finished_at,
        f.talk_seconds,
        to_json(TABLE, f)?,
        to_json(TABLE, &call.decisions)?,
        call.moved_by_hand,
        call.lapsed_at,
        call.last_notified_at,
        call.version
    ];
    tx.run_later(&CALLS, args);
    tx.changed(Change {
        topic: Topic::Call(call.id),
        channel: Some(call.channel_id),
    });
    Ok(())
}

/// The place of the ticket among a call's values.
const TICKET: usize = 7;

static CALLS: Bulk = Bulk {
    table: "calls",
    rank: 0,
    key: &[0],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO calls (id, channel_id, session_id, direction, state, outcome, client_id, ticket_id, agent_id,
                       client_number, virtual_number, started_at, finished_at, talk_seconds, facts, decisions, moved_by_hand,
                       lapsed_at, last_notified_at, version)
                   VALUES {rows}
                   ON CONFLICT (id) DO UPDATE SET direction = excluded.direction, state = excluded.state,
                       outcome = excluded.outcome, client_id = excluded.client_id, ticket_id = excluded.ticket_id,
                       agent_id = excluded.agent_id, client_number = excluded.client_number,
                       virtual_number = excluded.virtual_number, started_at = excluded.started_at,
                       finished_at = excluded.finished_at, talk_seconds = excluded.talk_seconds, facts = excluded.facts,
                       decisions = excluded.decisions, moved_by_hand = excluded.moved_by_hand,
                       lapsed_at = excluded.lapsed_at, last_notified_at = excluded.last_notified_at,
                       version = excluded.version";
        texts(sql, 20)
    }),
};

/// Keeps what a notification says about a call; heard anew, it says it anew.
pub async fn put_event(
    tx: &mut Tx,
    call: CallId,
    notification: NotificationId,
    event: &CallEvent,
) -> Result<()> {
    let event = to_json("call_events", event)?;
    tx.run_later(&EVENTS, args![notification, call, event]);
    Ok(())
}

static EVENTS: Bulk = Bulk {
    table: "call_events",
    rank: 1,
    key: &[0],
    texts: LazyLock::new(|| {
        let sql = "INSERT INTO call_events (notification_id, call_id, event) VALUES {rows}
                   ON CONFLICT (notification_id) DO UPDATE SET call_id = excluded.call_id, event = excluded.event";
        texts(sql, 3)
    }),
};

/// Takes back what a notification said.
pub async fn remove_event(tx: &mut Tx, notification: NotificationId) -> Result<()> {
    tx.run(
        "DELETE FROM call_events WHERE notification_id = $1",
        args![notification],
    )
    .await?;
    Ok(())
}

/// All that notifications have said about these calls.
pub async fn events_of(
    conn: &mut Conn,
    calls: &[CallId],
) -> Result<Vec<(CallId, NotificationId, CallEvent)>> {
    if calls.is_empty() {
        return Ok(Vec::new());
    }
    let mut filter = Filter::new();
    filter.and_some_of("call_id", calls.iter().map(|call| call.0));
    let (clause, args) = filter.done();
    let sql = format!(
        "SELECT call_id, notification_id, event FROM call_events{clause} ORDER BY notification_id"
    );
    let rows: Vec<(uuid::Uuid, uuid::Uuid, String)> = conn.rows(sql, args).await?;
    rows.into_iter()
        .map(|(call, id, event)| {
            let event = json("call_events", &event)?;
            Ok((CallId(call), NotificationId(id), event))
        })
        .collect()
}

/// Calls of a channel that are not over and of which nothing came since.
pub async fn silent_since(
    conn: &mut Conn,
    channel: ChannelId,
    since: At,
    limit: i64,
) -> Result<Vec<Call>> {
    let sql = format!(
        "{SELECT} WHERE c.state <> 'finished' AND c.last_notified_at < $2 AND c.channel_id = $1
         ORDER BY c.last_notified_at LIMIT $3"
    );
    let rows: Vec<Row> = conn.rows(sql, args![channel, since, limit]).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// The agent of the ticket's latest call that has one: whom a ticket nobody has assigned by hand belongs to.
pub async fn latest_agent(conn: &mut Conn, ticket: TicketId) -> Result<Option<AgentId>> {
    let sql = "SELECT c.agent_id FROM calls c JOIN agents a ON a.id = c.agent_id
               WHERE c.ticket_id = $1 AND a.active ORDER BY c.started_at DESC, c.session_id DESC LIMIT 1";
    let row: Option<(uuid::Uuid,)> = conn.row(sql, args![ticket]).await?;
    Ok(row.map(|(id,)| AgentId(id)))
}

/// The same without this call, which is just being written; with the agent when their call began, and its session.
pub async fn latest_agent_but(
    tx: &mut Tx,
    ticket: TicketId,
    call: CallId,
) -> Result<Option<(AgentId, At, i64)>> {
    let sql = "SELECT c.agent_id, c.started_at, c.session_id FROM calls c JOIN agents a ON a.id = c.agent_id
               WHERE c.ticket_id = $1 AND c.id <> $2 AND a.active
               ORDER BY c.started_at DESC, c.session_id DESC LIMIT 1";
    let (of, but) = (Arg::from(ticket), Arg::from(call));
    let is_another = |row: &Args| row.get(TICKET) == Some(&of) && row.first() != Some(&but);
    let values = args![ticket, call];
    let row: Option<(uuid::Uuid, i64, i64)> =
        tx.row_beside(sql, values, &CALLS, is_another).await?;
    row.map(|(id, started, session)| Ok((AgentId(id), at(TABLE, started)?, session)))
        .transpose()
}

/// The calls of a ticket, oldest first.
pub async fn of_ticket(conn: &mut Conn, ticket: TicketId, limit: i64) -> Result<Vec<Call>> {
    let sql = format!("{SELECT} WHERE c.ticket_id = $1 ORDER BY c.started_at, c.id LIMIT $2");
    let rows: Vec<Row> = conn.rows(sql, args![ticket, limit]).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// Calls of this agent that are not over, the latest begun first.
pub async fn live_of(conn: &mut Conn, agent: AgentId, most: i64) -> Result<Vec<Call>> {
    let sql = format!(
        "{SELECT} WHERE c.state <> 'finished' AND c.agent_id = $1
         ORDER BY c.started_at DESC, c.id DESC LIMIT $2"
    );
    let rows: Vec<Row> = conn.rows(sql, args![agent, most]).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// Calls that are not over, the latest begun first.
pub async fn live(conn: &mut Conn, reach: &Reach, most: i64) -> Result<Vec<Call>> {
    let mut clause = Filter::new();
    clause.and("c.state <> 'finished'", Vec::new());
    clause.within("c.channel_id", reach);
    let limit = clause.bind(most.into());
    let (clause, args) = clause.done();
    let sql = format!("{SELECT}{clause} ORDER BY c.started_at DESC, c.id DESC LIMIT ${limit}");
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter().map(Call::try_from).collect()
}

#[cfg(test)]
mod tests;
