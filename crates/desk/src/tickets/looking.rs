//! Who else looks at a ticket or types in it: said again and again by their pages, forgotten when they fall silent.

use std::time::Duration;

use domain::{Actor, TicketId};
use store::{Change, Look, Topic};

use crate::{Desk, Result};

/// How long a word holds: two of those that pages say every fifteen seconds may get lost.
pub const HOLDS: Duration = Duration::from_secs(40);

/// What somebody does at a ticket.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// They look.
    Looking,
    /// They type.
    Typing,
    /// They have gone on to something else.
    Leaving,
}

/// A colleague at a ticket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Looker {
    /// Their name.
    pub name: String,
    /// Whether they type.
    pub typing: bool,
}

impl Desk {
    /// Takes in what the agent's page says they do, and tells the others when that is news.
    pub async fn look(&self, actor: &Actor, id: TicketId, doing: Doing) -> Result<()> {
        let mut conn = self.store.read().await?;
        let ticket = super::reachable(&mut conn, actor, id).await?;
        drop(conn);
        let now = self.now();
        let before = self.store.lookers(id, now);
        let before = before.into_iter().find(|look| look.agent == actor.agent);
        let (typing, holds) = match doing {
            Doing::Looking => (false, HOLDS),
            Doing::Typing => (true, HOLDS),
            Doing::Leaving => (false, Duration::ZERO),
        };
        let was = before.as_ref().map(|look| look.typing);
        let is = (!holds.is_zero()).then_some(typing);
        if was.is_none() && is.is_none() {
            return Ok(());
        }
        let look = Look {
            ticket: id,
            agent: actor.agent,
            typing,
            until: now + holds,
            news: was != is,
        };
        let change = Change {
            topic: Topic::Looking(look),
            channel: ticket.channel_id,
        };
        Ok(self.store.announce(change).await?)
    }

    /// The others at this ticket, those who type first.
    pub async fn lookers(&self, actor: &Actor, id: TicketId) -> Result<Vec<Looker>> {
        let mut conn = self.store.read().await?;
        super::reachable(&mut conn, actor, id).await?;
        let mut looks = self.store.lookers(id, self.now());
        looks.retain(|look| look.agent != actor.agent);
        if looks.is_empty() {
            return Ok(Vec::new());
        }
        let names = crate::calls::named_agents(&mut conn).await?;
        let named = looks.into_iter().filter_map(|look| {
            Some(Looker {
                name: names.get(&look.agent)?.name.clone(),
                typing: look.typing,
            })
        });
        let mut all: Vec<Looker> = named.collect();
        all.sort_by(|a, b| (b.typing, &a.name).cmp(&(a.typing, &b.name)));
        Ok(all)
    }
}
