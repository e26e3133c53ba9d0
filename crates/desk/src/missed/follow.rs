//! Rows of missed callers follow their calls: a batch of calls costs one question, and nothing when nobody was missed.

use std::collections::BTreeMap;

use jiff::SignedDuration;

use domain::missed::{Caller, Settled, Sign, standing};
use domain::{At, Call, ChannelId, ClientId, MissedId};
use store::Tx;
use store::missed::{self as kept, Missed};

use crate::Result;

/// Farther back nobody waits.
const FARTHEST: SignedDuration = SignedDuration::from_hours(90 * 24);
/// A talk is looked for among calls begun so long before it: it may have begun long after its call.
const LONGEST_CALL: SignedDuration = SignedDuration::from_hours(24);

/// A caller of whom a call says something new.
#[derive(Debug, Clone)]
pub(crate) struct Touched {
    channel: ChannelId,
    caller: Caller,
    /// What it says now.
    sign: Option<Sign>,
    /// Whether it has said something else before.
    retracted: bool,
}

impl Touched {
    /// What a call says anew, of whose it was and of whose it is.
    pub(crate) fn by(before: Option<&Call>, now: &Call) -> Vec<Self> {
        let said = |call: &Call| Some((Caller::of(call)?, Sign::of(call)?));
        let (old, new) = (before.and_then(said), said(now));
        if old == new {
            return Vec::new();
        }
        let channel = now.channel_id;
        let mut touched = Vec::new();
        if let Some((caller, _)) = old
            && new.as_ref().is_none_or(|(now, _)| *now != caller)
        {
            touched.push(Self {
                channel,
                caller,
                sign: None,
                retracted: true,
            });
        }
        if let Some((caller, sign)) = new {
            touched.push(Self {
                channel,
                caller,
                sign: Some(sign),
                retracted: before.and_then(Sign::of).is_some(),
            });
        }
        touched
    }

    fn who(&self) -> (ChannelId, Caller) {
        (self.channel, self.caller.clone())
    }

    /// Whether the row has to be looked at again, and since when their calls count for it.
    fn since(&self, row: Option<&Missed>, now: At) -> Option<At> {
        let at = match &self.sign {
            Some(Sign::Missed(attempt)) => attempt.at,
            Some(Sign::Reached { at, .. }) => {
                let row = row?;
                let settled = row.standing.last_at().max(row.closed_at());
                if !row.waits() && !self.retracted && settled.is_some_and(|last| *at > last) {
                    return None;
                }
                *at
            }
            None => row.map(|_| now)?,
        };
        if self.retracted {
            return Some(now - FARTHEST);
        }
        let first = row.and_then(|row| row.standing.first_at());
        Some(first.map_or(at, |first| first.min(at)) - LONGEST_CALL)
    }
}

/// Brings the rows of these callers up to date; to be called when all that was touched is written.
pub(crate) async fn follow(tx: &mut Tx, touched: Vec<Touched>, now: At) -> Result<()> {
    if touched.is_empty() {
        return Ok(());
    }
    let mut by_caller: BTreeMap<(ChannelId, Caller), Vec<Touched>> = BTreeMap::new();
    for one in touched {
        by_caller.entry(one.who()).or_default().push(one);
    }
    let callers: Vec<_> = by_caller.keys().cloned().collect();
    let mut rows = rows(tx, &callers).await?;
    let mut concerned = Vec::new();
    let mut since = now;
    for (who, all) in &by_caller {
        let row = rows.get(who);
        if let Some(from) = all.iter().filter_map(|one| one.since(row, now)).min() {
            since = since.min(from);
            concerned.push(who.clone());
        }
    }
    let mut signs = kept::signs(tx, &concerned, since).await?;
    for who in concerned {
        let (signs, number) = signs.remove(&who).unwrap_or_default();
        let row = rows.remove(&who);
        settle(tx, who, row, signs, number, now).await?;
    }
    Ok(())
}

/// Brings the rows of these clients up to date: calls went from one to another.
pub(crate) async fn follow_clients(tx: &mut Tx, clients: &[ClientId], now: At) -> Result<()> {
    let channels = store::channels::list_with_deleted(tx).await?;
    let callers: Vec<_> = channels
        .iter()
        .flat_map(|channel| clients.iter().map(|id| (channel.id, Caller::Client(*id))))
        .collect();
    let mut rows = rows(tx, &callers).await?;
    let mut signs = kept::signs(tx, &callers, now - FARTHEST).await?;
    for who in callers {
        let (signs, number) = signs.remove(&who).unwrap_or_default();
        let row = rows.remove(&who);
        settle(tx, who, row, signs, number, now).await?;
    }
    Ok(())
}

/// Brings one row up to date after something was said about it by hand.
pub(super) async fn follow_row(tx: &mut Tx, row: Missed, now: At) -> Result<()> {
    let who = (row.channel_id, row.caller.clone());
    let mut signs = kept::signs(tx, std::slice::from_ref(&who), now - FARTHEST).await?;
    let (signs, number) = signs.remove(&who).unwrap_or_default();
    let standing = standing(signs, row.handled.map(|handled| handled.until));
    let changed = Missed {
        standing: standing.unwrap_or_else(|| row.standing.clone()),
        number: number.or_else(|| row.number.clone()),
        ..row
    };
    Ok(kept::put(tx, &changed).await?)
}

async fn rows(
    tx: &mut Tx,
    callers: &[(ChannelId, Caller)],
) -> Result<BTreeMap<(ChannelId, Caller), Missed>> {
    let held = kept::hold(tx, callers).await?;
    let by_caller = |row: Missed| ((row.channel_id, row.caller.clone()), row);
    Ok(held.into_iter().map(by_caller).collect())
}

async fn settle(
    tx: &mut Tx,
    (channel, caller): (ChannelId, Caller),
    row: Option<Missed>,
    signs: Vec<Sign>,
    number: Option<String>,
    now: At,
) -> Result<()> {
    let handled = row.as_ref().and_then(|row| row.handled);
    let found = standing(signs, handled.map(|handled| handled.until));
    match (row, found) {
        (None, None) => Ok(()),
        // Those who were missed long ago and waited for nothing since keep their row.
        (Some(row), None) if row.standing.settled == Some(Settled::ByHand) => {
            drop(row);
            Ok(())
        }
        (Some(row), None) => Ok(kept::remove(tx, &row).await?),
        (Some(row), Some(standing)) => {
            let number = number.or_else(|| row.number.clone());
            if row.standing == standing && row.number == number {
                return Ok(());
            }
            let changed = Missed {
                standing,
                number,
                ..row
            };
            Ok(kept::put(tx, &changed).await?)
        }
        (None, Some(standing)) => {
            let new = Missed {
                id: MissedId::at(now),
                channel_id: channel,
                caller,
                number,
                standing,
                handled: None,
                told_for: None,
            };
            Ok(kept::put(tx, &new).await?)
        }
    }
}
