//! What is asked and was said of calls, as somebody sees it.

use std::collections::HashMap;

use domain::wrap_up::{Hand, WrapUp};
use domain::write_back::WriteBack;
use domain::{Actor, At, CallId, OutcomeCode};
use jiff::SignedDuration;
use store::{Conn, outcome_codes, wrap_ups, write_backs};

use crate::calls::{CallView, NamedAgent};
use crate::{Desk, Result};

/// More than so many are not counted.
const MOST: i64 = 20;
/// Who comes back to work is not asked of the calls of another day; on the call's page it can still be said.
const ASKED_FOR: SignedDuration = SignedDuration::from_hours(12);

/// What was said of a call, with names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrapUpView {
    /// What is asked or was said.
    pub wrap_up: WrapUp,
    /// The outcome as it is called now.
    pub outcome: Option<OutcomeCode>,
    /// Whose hand settled it.
    pub by: Option<NamedAgent>,
    /// What of it is at the provider.
    pub written: Option<WriteBack>,
}

/// A call of which somebody is asked what came of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The call.
    pub view: CallView,
    /// What can be chosen, in order.
    pub codes: Vec<OutcomeCode>,
    /// The labels of its ticket.
    pub ticket_tags: Vec<String>,
    /// Of how many more they are asked.
    pub more: usize,
}

impl Desk {
    /// Of the calls of which somebody is asked what came of them, the one that waits longest; nothing when there is nothing to choose from.
    pub async fn asked_outcome(&self, actor: &Actor) -> Result<Option<Asked>> {
        if !actor.role.may_call() {
            return Ok(None);
        }
        let mut conn = self.store.read().await?;
        let since = At::from(self.now() - ASKED_FOR);
        let open = wrap_ups::open_of(&mut conn, actor.agent, since, MOST).await?;
        if open.is_empty() {
            return Ok(None);
        }
        let mut codes = outcome_codes::list(&mut conn).await?;
        codes.retain(|code| code.active);
        let ids: Vec<CallId> = open.iter().map(|one| one.call_id).collect();
        let mut calls = store::calls::find_all(&mut conn, &ids).await?;
        calls.retain(|call| actor.reach.covers(Some(call.channel_id)));
        let place = |call: &domain::Call| ids.iter().position(|id| *id == call.id);
        calls.sort_by_key(place);
        let more = calls.len().saturating_sub(1);
        calls.truncate(1);
        let view = crate::calls::views(&mut conn, actor, calls).await?.pop();
        let Some(view) = view.filter(|_| !codes.is_empty()) else {
            return Ok(None);
        };
        let ticket = match view.call.ticket_id {
            Some(id) => store::tickets::find(&mut conn, id).await?,
            None => None,
        };
        Ok(Some(Asked {
            view,
            codes,
            ticket_tags: ticket.map(|ticket| ticket.tags).unwrap_or_default(),
            more,
        }))
    }
}

/// What is asked or was said of these calls.
pub(crate) async fn views(
    conn: &mut Conn,
    calls: &[CallId],
    agents: &HashMap<domain::AgentId, NamedAgent>,
) -> Result<HashMap<CallId, WrapUpView>> {
    let all = wrap_ups::of_calls(conn, calls).await?;
    if all.is_empty() {
        return Ok(HashMap::new());
    }
    let codes = outcome_codes::list(conn).await?;
    let mut written = write_backs::of_calls(conn, calls).await?;
    let mut view = |wrap_up: WrapUp| {
        let id = wrap_up.given().and_then(|given| given.outcome);
        let by = wrap_up.hand().map(|Hand { by, .. }| by);
        WrapUpView {
            outcome: id.and_then(|id| codes.iter().find(|code| code.id == id).cloned()),
            written: written.remove(&wrap_up.call_id),
            by: by.and_then(|by| agents.get(&by).cloned()),
            wrap_up,
        }
    };
    Ok(all.into_iter().map(|(id, one)| (id, view(one))).collect())
}
