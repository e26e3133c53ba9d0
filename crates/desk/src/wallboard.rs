//! The board on the wall: who talks, who rings, who waits, and what became of today's calls. For supervisors and administrators.

mod day;
mod hours;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashSet};

use domain::call::{Direction, State};
use domain::{Actor, AgentId, At, ChannelId, Reach};
use jiff::tz::TimeZone;
use store::{Conn, Slice};

use crate::calls::{CallView, views};
use crate::presence::Around;
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result, Thing};

pub use day::Today;
pub use hours::Hour;

/// What the board shows.
#[derive(Debug, Clone)]
pub struct Wallboard {
    /// The channel it is of; nothing: of all.
    pub channel: Option<ChannelId>,
    /// Incoming calls that ring, the longest first.
    pub waiting: Vec<CallView>,
    /// Who is here or in a call, with the call they are in.
    pub people: Vec<OnDuty>,
    /// Calls of operators who are no agents.
    pub others: Vec<CallView>,
    /// What became of today's calls.
    pub today: Today,
    /// Today by the hour, from the first call until now.
    pub hours: Vec<Hour>,
    /// Each channel by itself, with its name.
    pub channels: Vec<ChannelLine>,
}

/// Somebody who is here or in a call.
#[derive(Debug, Clone)]
pub struct OnDuty {
    /// Who.
    pub around: Around,
    /// The call they are in.
    pub call: Option<CallView>,
}

/// One channel in figures.
#[derive(Debug, Clone)]
pub struct ChannelLine {
    /// Which.
    pub id: ChannelId,
    /// Its name.
    pub name: String,
    /// Calls in which they talk.
    pub talking: usize,
    /// Callers who wait to be answered.
    pub waiting: usize,
    /// What became of today's calls.
    pub today: Today,
}

impl Desk {
    /// The board of one channel, or of all.
    pub async fn wallboard(&self, actor: &Actor, channel: Option<ChannelId>) -> Result<Wallboard> {
        supervisors_only(actor)?;
        let around = self.around(actor).await?;
        let mut conn = self.store.read().await?;
        let all = store::channels::list(&mut conn).await?;
        if channel.is_some_and(|id| !all.iter().any(|one| one.id == id)) {
            return Err(Refusal::NotFound(Thing::Channel));
        }
        let live = store::calls::live(&mut conn, &Reach::All, Slice::MOST).await?;
        let live: Vec<_> = live.into_iter().filter(|call| !call.is_test()).collect();
        let live = views(&mut conn, actor, live).await?;
        let days = day::of(&mut conn, self.midnight()).await?;
        let mut channels = Vec::with_capacity(all.len());
        for one in &all {
            let here = live.iter().filter(|view| view.call.channel_id == one.id);
            channels.push(ChannelLine {
                id: one.id,
                name: one.name.clone(),
                talking: here.clone().filter(|view| talks(view)).count(),
                waiting: here.filter(|view| waits(view)).count(),
                today: days.get(&one.id).cloned().unwrap_or_default(),
            });
        }
        let lines = channels.iter();
        let lines = lines.filter(|line| channel.is_none_or(|id| line.id == id));
        let today = lines.fold(Today::default(), |all, line| all.with(&line.today));
        let members = members(&mut conn, channel).await?;
        let hours = hours::of(&mut conn, channel, self.midnight(), self.now()).await?;
        drop(conn);
        let live = live.into_iter();
        let live: Vec<CallView> = live
            .filter(|view| channel.is_none_or(|id| view.call.channel_id == id))
            .collect();
        Ok(Wallboard {
            channel,
            waiting: waiting(&live),
            people: people(around, &live, actor, members.as_ref()),
            others: others(&live),
            today,
            hours,
            channels,
        })
    }

    /// When today began where the desk is.
    fn midnight(&self) -> At {
        let zone = TimeZone::get(&self.options.time_zone).unwrap_or(TimeZone::UTC);
        let now = self.now().to_zoned(zone);
        now.start_of_day()
            .map_or_else(|_| self.now(), |day| day.timestamp())
    }
}

fn talks(view: &CallView) -> bool {
    view.call.facts.state == State::Talking
}

fn waits(view: &CallView) -> bool {
    view.call.facts.state == State::Ringing && view.call.facts.direction == Direction::In
}

fn waiting(live: &[CallView]) -> Vec<CallView> {
    let mut all: Vec<CallView> = live.iter().filter(|view| waits(view)).cloned().collect();
    all.sort_by_key(|view| view.call.facts.started_at);
    all
}

fn others(live: &[CallView]) -> Vec<CallView> {
    let nobodys = live
        .iter()
        .filter(|view| view.agent.is_none() && !waits(view));
    nobodys.cloned().collect()
}

/// Those who work in the channel, and whoever talks in it; the one who looks only when in a call.
fn people(
    around: Vec<Around>,
    live: &[CallView],
    actor: &Actor,
    members: Option<&HashSet<AgentId>>,
) -> Vec<OnDuty> {
    let on_duty = around.into_iter().map(|around| {
        let theirs = live
            .iter()
            .find(|view| view.call.agent_id == Some(around.id));
        OnDuty {
            call: theirs.cloned(),
            around,
        }
    });
    let mut people: Vec<OnDuty> = on_duty
        .filter(|one| {
            let id = one.around.id;
            let concerned = members.is_none_or(|members| members.contains(&id));
            one.call.is_some() || (concerned && id != actor.agent)
        })
        .collect();
    people.sort_by_key(|one| match &one.call {
        Some(view) if talks(view) => 0,
        Some(_) => 1,
        None => 2,
    });
    people
}

/// Who is let into a channel, by themselves or through a group.
async fn members(conn: &mut Conn, channel: Option<ChannelId>) -> Result<Option<HashSet<AgentId>>> {
    let Some(channel) = channel else {
        return Ok(None);
    };
    let access = store::access::of_channel(conn, channel).await?;
    let groups = store::groups::list(conn).await?;
    let groups: BTreeMap<_, _> = groups
        .into_iter()
        .map(|one| (one.id, one.members))
        .collect();
    let through = access
        .groups
        .iter()
        .filter_map(|id| groups.get(id))
        .flatten();
    Ok(Some(access.agents.iter().chain(through).copied().collect()))
}
