//! A ticket policy is tried out on past calls, by the rule that hearing follows.

use std::collections::VecDeque;

use domain::policy::rehearsal::{Fate, Rehearsal as Play};
use domain::{At, RehearsalId};
use jiff::SignedDuration;
use store::rehearsals::{self, Counts, Difference, Past, Rehearsal};
use store::{Cursor, Slice};

use crate::{Desk, Result};

/// Calls of so long ago are gone through.
const LOOKS_BACK: SignedDuration = SignedDuration::from_hours(30 * 24);
/// Calls gone through at most: the latest.
const MOST_CALLS: i64 = 100_000;
/// Calls between two words about how far it is.
const AT_ONCE: i64 = 5 * Slice::MOST;
/// Differing calls that are listed: the latest.
const MOST_LISTED: usize = 10_000;

/// The two policies side by side.
struct Both {
    present: Play,
    proposed: Play,
    counts: Counts,
    differing: VecDeque<Difference>,
}

impl Desk {
    /// Goes through the calls of the last 30 days; begun again, it counts from the beginning.
    pub(crate) async fn rehearse_policy(&self, id: RehearsalId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let Some(mut rehearsal) = rehearsals::find(&mut conn, id).await? else {
            return Ok(());
        };
        if rehearsal.finished_at.is_some() {
            return Ok(());
        }
        let until = rehearsal.created_at;
        let channel = rehearsal.channel_id;
        let since = rehearsals::beginning(&mut conn, channel, MOST_CALLS).await?;
        rehearsal.since = (until - LOOKS_BACK).max(since.unwrap_or(At::UNIX_EPOCH));
        rehearsal.total = rehearsals::count(&mut conn, channel, rehearsal.since, until).await?;
        rehearsal.done = 0;
        let mut both = Both::of(&rehearsal);
        let mut place = beginning(rehearsal.since);
        loop {
            let some = rehearsals::past(&mut conn, channel, place, until, AT_ONCE).await?;
            let Some(last) = some.last() else {
                break;
            };
            place = last.place();
            some.iter().for_each(|past| both.next(past));
            rehearsal.done += i64::try_from(some.len()).unwrap_or_default();
            rehearsal.counts = both.counts;
            self.save_progress(&rehearsal).await?;
        }
        drop(conn);
        rehearsal.counts = both.counts;
        self.end_rehearsal(rehearsal, both.differing.make_contiguous())
            .await
    }

    async fn save_progress(&self, rehearsal: &Rehearsal) -> Result<()> {
        let mut tx = self.store.begin().await?;
        rehearsals::save(&mut tx, rehearsal).await?;
        Ok(tx.commit().await?)
    }

    async fn end_rehearsal(
        &self,
        mut rehearsal: Rehearsal,
        differing: &[Difference],
    ) -> Result<()> {
        let mut tx = self.store.begin().await?;
        rehearsals::forget_differences(&mut tx, rehearsal.id).await?;
        rehearsals::add_differences(&mut tx, rehearsal.id, differing).await?;
        rehearsal.total = rehearsal.done;
        rehearsal.finished_at = Some(self.now());
        rehearsals::save(&mut tx, &rehearsal).await?;
        Ok(tx.commit().await?)
    }
}

/// Before the first call of that moment.
fn beginning(since: At) -> Cursor {
    Cursor {
        key: since.as_microsecond(),
        id: uuid::Uuid::nil(),
    }
}

impl Both {
    fn of(rehearsal: &Rehearsal) -> Self {
        Self {
            present: Play::of(rehearsal.present.clone()),
            proposed: Play::of(rehearsal.proposed.clone()),
            counts: Counts::default(),
            differing: VecDeque::new(),
        }
    }

    fn next(&mut self, past: &Past) {
        let present = self.present.next(&past.call);
        let proposed = self.proposed.next(&past.call);
        self.counts.present.count(present);
        self.counts.proposed.count(proposed);
        if present != proposed {
            self.note(past, present, proposed);
        }
    }

    fn note(&mut self, past: &Past, present: Fate, proposed: Fate) {
        self.counts.differing += 1;
        if self.differing.len() == MOST_LISTED {
            self.differing.pop_front();
        }
        self.differing.push_back(Difference {
            call: past.id,
            started_at: past.call.facts.started_at,
            present,
            proposed,
        });
    }
}
