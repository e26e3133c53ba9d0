//! The call bar: the call somebody is in, the same in each of their tabs.

use domain::call::{Stance, Steered};
use domain::presence::Presence;
use domain::{Actor, Call};

use super::Colleague;
use super::directory::kept;
use crate::calls::{CallView, views};
use crate::{Desk, Result};

/// More calls than this nobody is in at once.
const MOST: i64 = 4;

/// The call that somebody is in.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    /// The call.
    pub view: CallView,
    /// How it stands, when it was steered.
    pub steered: Option<Steered>,
    /// To whom it can be passed on, those who are free first.
    pub colleagues: Vec<Colleague>,
}

impl Desk {
    /// The call that somebody is in now; nothing when they are in none, or have left it to somebody else.
    pub async fn call_bar(&self, actor: &Actor) -> Result<Option<Bar>> {
        if !actor.role.may_call() {
            return Ok(None);
        }
        let mut conn = self.store.read().await?;
        for call in store::calls::live_of(&mut conn, actor.agent, MOST).await? {
            let steered = store::steered::find(&mut conn, call.id).await?;
            let gone = steered
                .as_ref()
                .is_some_and(|steered| steered.stance == Stance::PassedOn);
            if gone || !actor.reach.covers(Some(call.channel_id)) {
                continue;
            }
            drop(conn);
            let colleagues = self.takers(actor, &call).await?;
            let mut conn = self.store.read().await?;
            let view = views(&mut conn, actor, vec![call]).await?.pop();
            return Ok(view.map(|view| Bar {
                view,
                steered,
                colleagues,
            }));
        }
        Ok(None)
    }

    async fn takers(&self, actor: &Actor, call: &Call) -> Result<Vec<Colleague>> {
        let mut conn = self.store.read().await?;
        let channel = store::channels::find(&mut conn, call.channel_id).await?;
        let provider = channel.map(|channel| channel.provider);
        let mut agents = store::agents::list(&mut conn).await?;
        agents.retain(|agent| agent.active && agent.id != actor.agent);
        agents.retain(|agent| agent.telephony.provider == provider);
        let presences = self.presences(&mut conn).await?;
        let calls = store::calls::live_agents(&mut conn).await?;
        let directory = kept(&mut conn, call.channel_id).await?;
        let all = agents.into_iter().filter_map(|agent| {
            let operator = agent.telephony.operator_id.as_ref()?;
            let known = directory.as_ref();
            let known = known.and_then(|all| all.operators.iter().find(|it| it.id == *operator));
            Some(Colleague {
                presence: presences.get(&agent.id).copied().unwrap_or(Presence::Away),
                in_call: calls.contains_key(&agent.id),
                status: known.and_then(|operator| operator.status.clone()),
                id: agent.id,
                name: agent.name,
            })
        });
        let mut all: Vec<Colleague> = all.collect();
        all.sort_by_cached_key(|one| {
            let here = one.presence == Presence::Online;
            (one.in_call, !here, one.name.to_lowercase())
        });
        Ok(all)
    }
}
