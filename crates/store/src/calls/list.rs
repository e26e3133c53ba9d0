//! Lists of calls: narrowed in many ways, the latest begun first, and what stands beside a call in such a list.

use domain::call::{Direction, Outcome, State};
use domain::search::Ask;
use domain::{AgentId, At, Call, CallId, ChannelId, ClientId, OutcomeCodeId, Reach, TicketId};

use super::columns::{Row, SELECT};
use crate::args::{Arg, Args};
use crate::filter::Filter;
use crate::search::{self, Kind, Narrowed};
use crate::{Conn, Cursor, Page, Result, Slice};

/// What a list of calls is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct CallFilter {
    /// The provider's session.
    pub session: Option<i64>,
    /// Which way.
    pub direction: Option<Direction>,
    /// How far.
    pub state: Option<State>,
    /// How ended.
    pub outcome: Option<Outcome>,
    /// What came of it, as its agent has said.
    pub outcome_code: Option<OutcomeCodeId>,
    /// Whose.
    pub agent: Option<AgentId>,
    /// Rang at this agent, whether or not they took it.
    pub rang_at: Option<AgentId>,
    /// With whom.
    pub client: Option<ClientId>,
    /// In which ticket.
    pub ticket: Option<TicketId>,
    /// By which channel.
    pub channel: Option<ChannelId>,
    /// The client's number or ours, E.164.
    pub number: Option<String>,
    /// A part of the client's number in any spelling, or a whole one inside the PBX.
    pub digits: Option<String>,
    /// Our number, E.164.
    pub virtual_number: Option<String>,
    /// Begun at or after.
    pub from: Option<At>,
    /// Begun before.
    pub to: Option<At>,
    /// Talked so many seconds or longer.
    pub talk_from: Option<i64>,
    /// Talked so many seconds or shorter.
    pub talk_to: Option<i64>,
    /// Tagged so at the provider, in whatever case.
    pub tag: Option<String>,
    /// In which this was said.
    pub heard: Option<Ask>,
    /// Any of several things.
    pub any: Option<AnyOf>,
}

/// Calls that are found by one thing or another.
#[derive(Debug, Clone, Default)]
pub struct AnyOf {
    /// Of these clients.
    pub clients: Vec<ClientId>,
    /// These.
    pub calls: Vec<CallId>,
    /// Of this session.
    pub session: Option<i64>,
}

/// So many owners of a part of a number are looked at.
const OWNERS: usize = 200;

/// The latest begun first.
pub async fn list(
    conn: &mut Conn,
    filter: &CallFilter,
    reach: &Reach,
    slice: Slice,
) -> Result<Page<Call>> {
    let mut items = Vec::new();
    for column in sides(filter) {
        let mut clause = filter.clause(conn, reach, column).await?;
        clause.newest_first("c.started_at", "c.id", &slice);
        items.extend(rows(conn, clause, "DESC", slice.limit + 1).await?);
    }
    items.sort_by_key(|call: &Call| std::cmp::Reverse((call.facts.started_at, call.id)));
    items.dedup_by_key(|call| call.id);
    Ok(slice.cut(items, |call| Cursor {
        key: call.facts.started_at.as_microsecond(),
        id: call.id.0,
    }))
}

/// What stands beside a call in a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Neighbours {
    /// The one begun next after it.
    pub newer: Option<CallId>,
    /// The one begun last before it.
    pub older: Option<CallId>,
}

/// What stands before and after this call in a list.
pub async fn neighbours(
    conn: &mut Conn,
    filter: &CallFilter,
    reach: &Reach,
    of: &Call,
) -> Result<Neighbours> {
    let (at, id) = (of.facts.started_at, of.id);
    let mut older = Vec::new();
    let mut newer = Vec::new();
    for column in sides(filter) {
        let values = || -> Vec<Arg> { vec![at.into(), at.into(), id.into()] };
        let mut before = filter.clause(conn, reach, column).await?;
        before.and(
            "c.started_at <= ? AND (c.started_at < ? OR c.id < ?)",
            values(),
        );
        older.extend(rows(conn, before, "DESC", 1).await?);
        let mut after = filter.clause(conn, reach, column).await?;
        after.and(
            "c.started_at >= ? AND (c.started_at > ? OR c.id > ?)",
            values(),
        );
        newer.extend(rows(conn, after, "ASC", 1).await?);
    }
    let place = |call: &Call| (call.facts.started_at, call.id);
    Ok(Neighbours {
        newer: newer
            .iter()
            .min_by_key(|call| place(call))
            .map(|call| call.id),
        older: older
            .iter()
            .max_by_key(|call| place(call))
            .map(|call| call.id),
    })
}

/// The columns a number may stand in: each has an index that keeps the order, and both together would have none.
fn sides(filter: &CallFilter) -> &'static [&'static str] {
    match filter.number {
        Some(_) => &["c.client_number", "c.virtual_number"],
        None => &[""],
    }
}

fn statement(clause: Filter, order: &str, limit: i64) -> (String, Args) {
    let (clause, mut args) = clause.done();
    args.push(Arg::from(limit));
    let sql = format!(
        "{SELECT}{clause} ORDER BY c.started_at {order}, c.id {order} LIMIT ${}",
        args.len()
    );
    (sql, args)
}

async fn rows(conn: &mut Conn, clause: Filter, order: &str, limit: i64) -> Result<Vec<Call>> {
    let (sql, args) = statement(clause, order, limit);
    let rows: Vec<Row> = conn.rows(sql, args).await?;
    rows.into_iter().map(Call::try_from).collect()
}

/// Our numbers that have been called within the reach, at most so many.
pub async fn virtual_numbers(conn: &mut Conn, reach: &Reach, limit: i64) -> Result<Vec<String>> {
    let mut filter = Filter::new();
    filter.and("x.number IS NOT NULL", Vec::new());
    if let Reach::Only(ids) = reach {
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let marks = vec!["?"; ids.len()].join(", ");
        let called = format!(
            "EXISTS (SELECT 1 FROM calls k WHERE k.virtual_number = x.number AND k.channel_id IN ({marks}))"
        );
        filter.and(&called, ids.iter().map(|id| Arg::from(*id)).collect());
    }
    let (clause, mut args) = filter.done();
    args.push(limit.into());
    let sql = format!(
        "WITH RECURSIVE x(number) AS (
             SELECT (SELECT MIN(virtual_number) FROM calls)
             UNION ALL
             SELECT (SELECT MIN(c.virtual_number) FROM calls c WHERE c.virtual_number > x.number)
             FROM x WHERE x.number IS NOT NULL)
         SELECT number FROM x{clause} LIMIT ${}",
        args.len()
    );
    let rows: Vec<(String,)> = conn.rows(sql, args).await?;
    Ok(rows.into_iter().map(|(number,)| number).collect())
}

impl CallFilter {
    async fn clause(&self, conn: &mut Conn, reach: &Reach, number: &str) -> Result<Filter> {
        let mut clause = Filter::new();
        clause.and_some("c.session_id = ?", self.session);
        clause.and_some("c.direction = ?", self.direction.map(Direction::as_str));
        clause.and_some("c.state = ?", self.state.map(State::as_str));
        if self.state.is_some_and(|state| state != State::Finished) {
            // The few that are not over have an index of their own; these words lead to it.
            clause.and("c.state <> 'finished'", Vec::new());
        }
        clause.and_some("c.outcome = ?", self.outcome.map(Outcome::as_str));
        clause.and_some(
            "EXISTS (SELECT 1 FROM wrap_ups w WHERE w.call_id = c.id AND w.outcome_id = ?)",
            self.outcome_code,
        );
        clause.and_some("c.agent_id = ?", self.agent);
        if let Some(agent) = self.rang_at {
            clause.and(
                "c.direction = 'in' AND (c.agent_id = ? OR c.id IN (SELECT r.call_id FROM call_rings r
                     JOIN agents a ON a.operator_id = r.operator_id WHERE a.id = ?))",
                vec![agent.into(), agent.into()],
            );
        }
        clause.and_some("c.client_id = ?", self.client);
        clause.and_some("c.ticket_id = ?", self.ticket);
        clause.and_some("c.channel_id = ?", self.channel);
        clause.and_some(&format!("{number} = ?"), self.number.as_deref());
        clause.and_some("c.virtual_number = ?", self.virtual_number.as_deref());
        clause.and_some("c.started_at >= ?", self.from);
        clause.and_some("c.started_at < ?", self.to);
        clause.and_some("c.talk_seconds >= ?", self.talk_from);
        clause.and_some("c.talk_seconds <= ?", self.talk_to);
        if let Some(digits) = &self.digits {
            let ask = Ask::read(digits);
            let owners = search::find(conn, Kind::Client, &ask, &Reach::All, None, OWNERS).await?;
            let marks = vec!["?"; owners.ids.len()].join(", ");
            let owned = format!("c.client_id IN ({marks}) OR ");
            let owned = if owners.ids.is_empty() { "" } else { &owned };
            let mut values: Vec<Arg> = owners.ids.into_iter().map(Arg::from).collect();
            values.push(digits.as_str().into());
            clause.and(&format!("({owned}c.client_number = ?)"), values);
        }
        if let Some(tag) = &self.tag {
            let tagged = Narrowed::by(conn, Kind::Call, &Ask::tag(tag)).await?;
            tagged.apply(&mut clause, "c.id");
        }
        if let Some(heard) = &self.heard {
            let heard = Narrowed::by(conn, Kind::Call, heard).await?;
            heard.apply(&mut clause, "c.id");
        }
        if let Some(any) = &self.any {
            any.apply(&mut clause);
        }
        clause.within("c.channel_id", reach);
        Ok(clause)
    }
}

impl AnyOf {
    fn apply(&self, clause: &mut Filter) {
        let marks = |count: usize| vec!["?"; count].join(", ");
        let mut any = Vec::new();
        let mut values: Vec<Arg> = Vec::new();
        if !self.clients.is_empty() {
            any.push(format!("c.client_id IN ({})", marks(self.clients.len())));
            values.extend(self.clients.iter().map(|id| Arg::from(*id)));
        }
        if !self.calls.is_empty() {
            any.push(format!("c.id IN ({})", marks(self.calls.len())));
            values.extend(self.calls.iter().map(|id| Arg::from(*id)));
        }
        if let Some(session) = self.session {
            any.push("c.session_id = ?".to_owned());
            values.push(session.into());
        }
        if any.is_empty() {
            return clause.and("1 = 0", Vec::new());
        }
        clause.and(&format!("({})", any.join(" OR ")), values);
    }
}

/// How SQLite means to find the first page of a list.
#[cfg(test)]
pub(super) async fn plan(conn: &mut Conn, filter: &CallFilter) -> String {
    let clause = filter.clause(conn, &Reach::All, "c.client_number").await;
    let (sql, args) = statement(clause.unwrap(), "DESC", 51);
    crate::samples::plan(conn, &sql, args).await
}
