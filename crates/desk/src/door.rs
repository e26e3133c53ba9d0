//! The door: requests that were not let in are counted by sender and reason, and written down together now and then.

#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::channel::{Refused, RefusedBecause};
use domain::{Actor, At, ChannelId};
use jiff::SignedDuration;
use store::{Change, Conn, Topic, Tx, channels, refusals, tokens};

use crate::{Desk, Result, secrets};

/// Senders counted apart between two writings; what more there are is counted together.
const MOST_SENDERS: usize = 500;
/// So many are shown.
const SHOWN: i64 = 20;
/// How long they are kept.
const LAST: SignedDuration = SignedDuration::from_hours(14 * 24);
/// How many are kept.
const MOST_KEPT: i64 = 2000;

/// A request that was not let in.
#[derive(Debug, Clone)]
pub struct Knock {
    /// Who sent it.
    pub address: Option<String>,
    /// The token it came with, if any was found.
    pub token: Option<String>,
    /// Whether it was too large to be looked at.
    pub too_large: bool,
}

/// What was counted and is not written down yet.
#[derive(Default)]
pub(crate) struct Door(Mutex<HashMap<Sender, Counted>>);

#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct Sender {
    address: String,
    token: Option<([u8; 32], String)>,
    too_large: bool,
}

#[derive(Debug, Clone, Copy)]
struct Counted {
    count: i64,
    first_at: At,
    last_at: At,
}

impl Door {
    fn count(&self, knock: &Knock, now: At) {
        let token = knock.token.as_deref();
        let sender = Sender {
            address: knock.address.clone().unwrap_or_default(),
            token: token.map(|token| (secrets::hash(token), secrets::hint(token))),
            too_large: knock.too_large,
        };
        let mut all = self.lock();
        let sender = if all.len() < MOST_SENDERS || all.contains_key(&sender) {
            sender
        } else {
            Sender {
                address: String::new(),
                token: None,
                too_large: knock.too_large,
            }
        };
        let counted = all.entry(sender).or_insert(Counted {
            count: 0,
            first_at: now,
            last_at: now,
        });
        counted.count += 1;
        counted.last_at = counted.last_at.max(now);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Sender, Counted>> {
        // Whoever panicked with it left no more than a wrong count.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Desk {
    /// Counts a request that was not let in. Takes no time: it is written down later.
    pub fn turned_away(&self, knock: &Knock) {
        self.door.count(knock, self.now());
    }

    /// Writes down what was counted since the last time.
    pub async fn write_down_refusals(&self) -> Result<()> {
        let counted = std::mem::take(&mut *self.door.lock());
        if counted.is_empty() {
            return Ok(());
        }
        let mut tx = self.store.begin().await?;
        let at_work = channels::list(&mut tx).await?;
        for (sender, counted) in counted {
            let refused = explain(&mut tx, sender, counted).await?;
            refusals::add(&mut tx, &refused).await?;
            let concerned = at_work
                .iter()
                .map(|channel| channel.id)
                .filter(|id| refused.channel_id.is_none_or(|its| its == *id));
            for channel in concerned {
                announce(&mut tx, channel);
            }
        }
        Ok(tx.commit().await?)
    }

    /// The latest requests that were not let in and may have been meant for this channel.
    pub async fn refusals(&self, actor: &Actor, id: ChannelId) -> Result<Vec<Refused>> {
        self.write_down_refusals().await?;
        let mut conn = self.store.read().await?;
        crate::channels::administered(&mut conn, actor, id).await?;
        Ok(refusals::of_channel(&mut conn, id, SHOWN).await?)
    }

    /// Forgets refusals of long ago.
    pub(crate) async fn forget_refusals(&self, tx: &mut Tx) -> Result<u64> {
        Ok(refusals::forget(tx, self.now() - LAST, MOST_KEPT).await?)
    }
}

/// What was wrong: a token that is live was sent from where the provider is not.
async fn explain(conn: &mut Conn, sender: Sender, counted: Counted) -> Result<Refused> {
    let (because, hint, channel_id) = match sender.token {
        Some((hash, hint)) => match tokens::once(conn, &hash).await? {
            Some(once) if sender.too_large => {
                (RefusedBecause::TooLarge, hint, Some(once.channel_id))
            }
            Some(once) if once.is_live => (RefusedBecause::Elsewhere, hint, Some(once.channel_id)),
            Some(once) => (RefusedBecause::RevokedToken, hint, Some(once.channel_id)),
            None if sender.too_large => (RefusedBecause::TooLarge, hint, None),
            None => (RefusedBecause::UnknownToken, hint, None),
        },
        None if sender.too_large => (RefusedBecause::TooLarge, String::new(), None),
        None => (RefusedBecause::NoToken, String::new(), None),
    };
    Ok(Refused {
        address: sender.address,
        because,
        hint,
        channel_id,
        count: counted.count,
        first_at: counted.first_at,
        last_at: counted.last_at,
    })
}

fn announce(tx: &mut Tx, channel: ChannelId) {
    tx.changed(Change {
        topic: Topic::Channel(channel),
        channel: Some(channel),
    });
}
