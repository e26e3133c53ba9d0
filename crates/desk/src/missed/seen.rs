//! The board as somebody sees it: who waits, for how long in working time, whom they talked with last.

use std::collections::HashMap;

use domain::missed::{Caller, Settled, got_through};
use domain::{Actor, At, Call, CallId, Channel, ChannelId, MissedId};
use store::calls::CallFilter;
use store::missed::{self as kept, Missed, MissedFilter};
use store::{Conn, Page, Slice};

use crate::calls::{CallView, NamedAgent, NamedClient, named_agents, named_clients, views};
use crate::{Desk, Refusal, Result, Thing};

/// Calls of a caller that are looked at for their last talk.
const LATEST_CALLS: i64 = 10;

/// A missed caller with the names of those concerned.
#[derive(Debug, Clone)]
pub struct MissedView {
    /// The row.
    pub missed: Missed,
    /// Who, if it is a client.
    pub client: Option<NamedClient>,
    /// The name of their channel.
    pub channel: String,
    /// How many seconds of working time they have waited, or had when it ended.
    pub waited: i64,
    /// How the waiting stands against what the channel allows.
    pub pace: Pace,
    /// When anybody talked with them last, before.
    pub last_talk: Option<LastTalk>,
    /// Who is calling them back now.
    pub called_back: Option<CalledBack>,
    /// How it ended, if it has.
    pub ended: Option<Ended>,
}

/// How a waiting stands against what the channel allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pace {
    /// In time, or nothing is asked for.
    InTime,
    /// Three quarters of the time are over.
    Soon,
    /// Longer than allowed.
    Late,
}

impl Pace {
    /// The name in the API.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::InTime => "in_time",
            Self::Soon => "soon",
            Self::Late => "late",
        }
    }

    fn of(waited: i64, allowed_minutes: Option<i64>) -> Self {
        match allowed_minutes.map(|minutes| minutes * 60) {
            Some(allowed) if waited >= allowed => Self::Late,
            Some(allowed) if waited * 4 >= allowed * 3 => Self::Soon,
            Some(_) | None => Self::InTime,
        }
    }
}

/// The last talk with somebody.
#[derive(Debug, Clone)]
pub struct LastTalk {
    /// When.
    pub at: At,
    /// With whom.
    pub with: Option<String>,
    /// Seconds.
    pub seconds: Option<i64>,
    /// In which ticket.
    pub ticket: Option<i64>,
}

/// Somebody calls back.
#[derive(Debug, Clone)]
pub struct CalledBack {
    /// In which call.
    pub call: CallId,
    /// Who, as far as it is known.
    pub by: Option<String>,
}

/// How a waiting ended.
#[derive(Debug, Clone)]
pub enum Ended {
    /// Somebody called back and they talked.
    CalledBack(LastTalk),
    /// They called again and were answered.
    CalledAgain(LastTalk),
    /// Somebody said that all is done.
    ByHand(Option<NamedAgent>),
}

impl Desk {
    /// Who waits to be called back, the longest first, or who waits no more, the latest first.
    pub async fn missed(
        &self,
        actor: &Actor,
        filter: &MissedFilter,
        slice: Slice,
    ) -> Result<Page<MissedView>> {
        let mut conn = self.store.read().await?;
        let Page { items, next } = kept::list(&mut conn, filter, &actor.reach, slice).await?;
        Ok(Page {
            items: self.missed_views(&mut conn, actor, items).await?,
            next,
        })
    }

    /// One of them.
    pub async fn one_missed(&self, actor: &Actor, id: MissedId) -> Result<MissedView> {
        let mut conn = self.store.read().await?;
        let row = kept::find(&mut conn, id).await?;
        let row = row.filter(|row| actor.reach.covers(Some(row.channel_id)));
        let row = row.ok_or(Refusal::NotFound(Thing::Missed))?;
        let views = self.missed_views(&mut conn, actor, vec![row]).await?;
        views
            .into_iter()
            .next()
            .ok_or(Refusal::NotFound(Thing::Missed))
    }

    /// How many wait within reach.
    pub async fn count_missed(&self, actor: &Actor, channel: Option<ChannelId>) -> Result<i64> {
        let mut conn = self.store.read().await?;
        Ok(kept::count_waiting(&mut conn, &actor.reach, channel).await?)
    }

    async fn missed_views(
        &self,
        conn: &mut Conn,
        actor: &Actor,
        rows: Vec<Missed>,
    ) -> Result<Vec<MissedView>> {
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        let clients = named_clients(conn, rows.iter().filter_map(Missed::client_id)).await?;
        let channels = store::channels::list_with_deleted(conn).await?;
        let channels: HashMap<ChannelId, Channel> =
            channels.into_iter().map(|one| (one.id, one)).collect();
        let agents = named_agents(conn).await?;
        let live = store::calls::live(conn, &actor.reach, Slice::MOST).await?;
        let live = views(conn, actor, live).await?;
        let mut seen = Vec::with_capacity(rows.len());
        for row in rows {
            let channel = channels.get(&row.channel_id);
            let until = row.closed_at().unwrap_or_else(|| self.now());
            let waited = channel.map_or(0, |channel| waited(channel, &row, until));
            let allowed = channel.and_then(|channel| channel.callback_minutes);
            let calls = calls_of(conn, actor, &row).await?;
            seen.push(MissedView {
                client: row.client_id().and_then(|id| clients.get(&id).cloned()),
                channel: channel.map(|one| one.name.clone()).unwrap_or_default(),
                waited,
                pace: Pace::of(waited, allowed),
                last_talk: last_talk(&calls, &row),
                called_back: called_back(&live, &row),
                ended: ended(&calls, &agents, &row),
                missed: row,
            });
        }
        Ok(seen)
    }
}

/// Working time from the first attempt on.
fn waited(channel: &Channel, row: &Missed, until: At) -> i64 {
    let Some(first) = row.standing.first_at() else {
        return 0;
    };
    let hours = &channel.working_hours;
    hours
        .worked_between(first, until, &channel.zone())
        .as_secs()
}

/// The caller's latest calls, in which a talk may have been.
async fn calls_of(conn: &mut Conn, actor: &Actor, row: &Missed) -> Result<Vec<CallView>> {
    let mut filter = CallFilter {
        channel: Some(row.channel_id),
        ..CallFilter::default()
    };
    match &row.caller {
        Caller::Client(id) => filter.client = Some(*id),
        Caller::Number(number) => filter.number = Some(number.clone()),
    }
    let slice = Slice::first(LATEST_CALLS);
    let mut calls = store::calls::list(conn, &filter, &actor.reach, slice)
        .await?
        .items;
    if let Some(Settled::Reached { call, .. }) = row.standing.settled
        && !calls.iter().any(|one| one.id == call)
    {
        calls.extend(store::calls::find(conn, call).await?);
    }
    calls.retain(got_through);
    views(conn, actor, calls).await
}

fn talk(view: &CallView) -> LastTalk {
    let facts = &view.call.facts;
    let operator = facts.operator.as_ref().and_then(|one| one.name.clone());
    LastTalk {
        at: facts.answered_at.unwrap_or(facts.started_at),
        with: view
            .agent
            .as_ref()
            .map(|agent| agent.name.clone())
            .or(operator),
        seconds: facts.talk_seconds,
        ticket: view.ticket_number,
    }
}

/// The last talk before they were missed.
fn last_talk(calls: &[CallView], row: &Missed) -> Option<LastTalk> {
    let first = row.standing.first_at()?;
    let before = calls.iter().map(talk).filter(|talk| talk.at < first);
    before.max_by_key(|talk| talk.at)
}

fn called_back(live: &[CallView], row: &Missed) -> Option<CalledBack> {
    let theirs = |call: &Call| {
        call.channel_id == row.channel_id
            && call.facts.direction == domain::Direction::Out
            && Caller::of(call).as_ref() == Some(&row.caller)
    };
    let found = live.iter().find(|view| theirs(&view.call));
    found.filter(|_| row.waits()).map(|view| CalledBack {
        call: view.call.id,
        by: talk(view).with,
    })
}

fn ended(
    calls: &[CallView],
    agents: &HashMap<domain::AgentId, NamedAgent>,
    row: &Missed,
) -> Option<Ended> {
    match row.standing.settled? {
        Settled::ByHand => {
            let by = row.handled.map(|handled| handled.by);
            Some(Ended::ByHand(by.and_then(|id| agents.get(&id).cloned())))
        }
        Settled::Reached { call, .. } => {
            let view = calls.iter().find(|view| view.call.id == call)?;
            Some(match view.call.facts.direction {
                domain::Direction::Out => Ended::CalledBack(talk(view)),
                domain::Direction::In => Ended::CalledAgain(talk(view)),
            })
        }
    }
}
