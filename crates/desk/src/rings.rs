//! Calls that ring: at whom, who is calling, and what to open. It is told to those concerned, and to nobody else.

mod concerned;
mod opens;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use jiff::SignedDuration;

use domain::call::State;
use domain::{Actor, Call, CallId, Channel, ChannelId, Client, Party, Provider, Role};
use store::Conn;
use store::tickets::Title;

use crate::{Desk, Refusal, Result, Thing};

pub(crate) use concerned::tell;
pub use opens::Opens;

/// A call of which nothing has been heard for so long does not ring any more, whatever was not told.
const RINGS_FOR: SignedDuration = SignedDuration::from_mins(10);
/// Calls that are looked through for those that ring at somebody.
const MOST_LOOKED_AT: i64 = 200;
/// More cards at once nobody reads.
const MOST_SHOWN: usize = 3;

/// The calls that ring at somebody.
#[derive(Debug, Clone, Default)]
pub struct Rings {
    /// The latest begun first.
    pub items: Vec<Ring>,
    /// How many more ring.
    pub more: usize,
    /// Whether they want no word about it.
    pub quiet: bool,
}

/// A call that rings.
#[derive(Debug, Clone)]
pub struct Ring {
    /// The call.
    pub call: Call,
    /// Who is calling.
    pub client: Option<Client>,
    /// Whether the desk knew them before.
    pub known: bool,
    /// Who else has the number.
    pub others: Vec<String>,
    /// The name of the channel.
    pub channel: String,
    /// Where the receiver is lifted.
    pub provider: Provider,
    /// Their latest ticket.
    pub last: Option<Title>,
    /// What is to be opened.
    pub opens: Opens,
}

impl Desk {
    /// The calls that ring at the asker.
    pub async fn rings(&self, actor: &Actor) -> Result<Rings> {
        let mut conn = self.store.read().await?;
        let mine = self.ringing_at(&mut conn, actor).await?;
        if mine.is_empty() {
            return Ok(Rings::default());
        }
        let more = mine.len().saturating_sub(MOST_SHOWN);
        let mut items = Vec::with_capacity(MOST_SHOWN);
        for (call, channel) in mine.into_iter().take(MOST_SHOWN) {
            items.push(ring(&mut conn, actor, call, &channel).await?);
        }
        drop(conn);
        Ok(Rings {
            items,
            more,
            quiet: self.is_quiet(actor).await?,
        })
    }

    /// Takes a ringing call off the asker's screen, in all of their tabs; it goes on ringing elsewhere.
    pub async fn refuse_ring(&self, actor: &Actor, id: CallId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let call = store::calls::find(&mut tx, id).await?;
        call.filter(|call| actor.reach.covers(Some(call.channel_id)))
            .ok_or(Refusal::NotFound(Thing::Call))?;
        store::rings::refuse(&mut tx, id, actor.agent, self.now()).await?;
        Ok(tx.commit().await?)
    }

    async fn ringing_at(&self, conn: &mut Conn, actor: &Actor) -> Result<Vec<(Call, Channel)>> {
        if actor.role == Role::Internal {
            return Ok(Vec::new());
        }
        let since = self.now() - RINGS_FOR;
        let calls = store::rings::ringing(conn, &actor.reach, since, MOST_LOOKED_AT).await?;
        if calls.is_empty() {
            return Ok(Vec::new());
        }
        let ids: Vec<CallId> = calls.iter().map(|call| call.id).collect();
        let refused = store::rings::refused(conn, actor.agent, &ids).await?;
        let mut said: HashMap<CallId, Vec<_>> = HashMap::new();
        for (call, _, event) in store::calls::events_of(conn, &ids).await? {
            said.entry(call).or_default().push(event);
        }
        let channels = store::channels::list(conn).await?;
        let channels: HashMap<ChannelId, Channel> =
            channels.into_iter().map(|one| (one.id, one)).collect();
        let mut mine = Vec::new();
        for call in calls {
            let Some(channel) = channels.get(&call.channel_id) else {
                continue;
            };
            if refused.contains(&call.id) {
                continue;
            }
            let said = said.get(&call.id).map_or(&[][..], Vec::as_slice);
            let operators = concerned::operators(conn, channel, said).await?;
            let at = concerned::at_whom(conn, channel, &call.facts, &operators).await?;
            if at.is_none_or(|agents| agents.contains(&actor.agent)) {
                mine.push((call, channel.clone()));
            }
        }
        Ok(mine)
    }
}

async fn ring(conn: &mut Conn, actor: &Actor, call: Call, channel: &Channel) -> Result<Ring> {
    let client = match call.client_id {
        Some(id) => store::clients::find(conn, id).await?,
        None => None,
    };
    let others = match call.facts.client.as_ref().and_then(Party::phone) {
        Some(number) => store::clients::by_number(conn, number).await?,
        None => Vec::new(),
    };
    let mut names = Vec::new();
    for other in others {
        let id = other.client.id;
        if Some(id) != call.client_id && store::clients::is_within(conn, id, &actor.reach).await? {
            names.push(other.client.name);
        }
    }
    let (last, opens) = opens::find(conn, actor, &call).await?;
    Ok(Ring {
        known: !opens::is_new(&call),
        client,
        others: names,
        channel: channel.name.clone(),
        provider: channel.provider,
        last,
        opens,
        call,
    })
}

/// Whether it rings now: an incoming call that is no test of the channel.
fn rings(call: &Call) -> bool {
    let facts = &call.facts;
    facts.state == State::Ringing && facts.direction == domain::Direction::In && !call.is_test()
}
