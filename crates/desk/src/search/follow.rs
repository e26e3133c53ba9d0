//! The index follows: told of a change it writes the words within a second; what it was not told of it finds by its place.
//!
//! It stands aside for those who hear calls: small transactions with pauses between them, and none where no word differs.

use std::time::{Duration, Instant};

use domain::ClientId;
use jiff::SignedDuration;
use store::search::{self, Kind, Place};
use store::{Conn, EngineKind};
use tokio::sync::broadcast::error::RecvError;
use tokio_util::sync::CancellationToken;
use uuid::Uuid;

use super::dirty::Dirty;
use crate::{Desk, Result};

/// Another version of what words are made of: the index is written anew.
const VERSION: &str = "1";
/// The lock under which one node writes at a time.
const LOCK: i64 = 0x0073_6561_7263_6801;
/// Changes are gathered for so long, so that a call's ticket is written once and not at each of its events.
const GATHER: Duration = Duration::from_millis(150);
/// Things in one transaction.
const BATCH: usize = 100;
/// After a batch the writer is left to others for so many times as long as the batch took.
const REST: u32 = 9;
/// How often to look for what nobody has told: another node's changes while the database's notifications were lost.
const LOOK_AGAIN: Duration = Duration::from_secs(300);
/// A transaction that was begun so long before it was committed bears an older time than what was seen since.
const OVERLAP: SignedDuration = SignedDuration::from_secs(60);
/// Calls go on, and are tagged, for so long after they began.
const CALLS_OVERLAP: SignedDuration = SignedDuration::from_hours(4);
/// After a failure.
const AGAIN: Duration = Duration::from_secs(1);

impl Desk {
    /// Keeps the index true until `stop`.
    pub async fn follow_words_until(&self, stop: CancellationToken) {
        let mut changes = self.store.changes();
        let mut dirty = Dirty::default();
        let mut look = tokio::time::interval(LOOK_AGAIN);
        let mut behind = false;
        while !stop.is_cancelled() {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = look.tick() => behind = true,
                change = changes.recv() => match change {
                    Ok(change) => dirty.note(&change),
                    Err(RecvError::Lagged(_)) => behind = true,
                    Err(RecvError::Closed) => return,
                },
            }
            tokio::select! {
                () = stop.cancelled() => return,
                () = tokio::time::sleep(GATHER) => {}
            }
            while let Ok(change) = changes.try_recv() {
                dirty.note(&change);
            }
            let written = tokio::select! {
                () = stop.cancelled() => return,
                written = self.write_down(&mut dirty, std::mem::take(&mut behind)) => written,
            };
            if let Err(error) = written {
                behind = true;
                look.reset_after(AGAIN);
                tracing::error!(
                    error = &error as &dyn std::error::Error,
                    "could not write the search index, trying again"
                );
            }
        }
    }

    /// Writes down everything that has changed since the last time: afterwards it can be found.
    pub async fn follow_words(&self) -> Result<()> {
        self.catch_up(false).await
    }

    async fn write_down(&self, dirty: &mut Dirty, behind: bool) -> Result<()> {
        if behind {
            // Whatever is noted already is found by its place too.
            *dirty = Dirty::default();
            return self.catch_up(true).await;
        }
        if dirty.is_empty() {
            return Ok(());
        }
        for (kind, ids) in dirty.take() {
            self.write_all(kind, &ids, true).await?;
        }
        Ok(())
    }

    /// Goes on from the place that is remembered; from the beginning when words are made differently now.
    async fn catch_up(&self, gently: bool) -> Result<()> {
        let until = self.now();
        let known = search::known(&mut self.store.read().await?).await?;
        let known = known.filter(|(version, _)| version == VERSION);
        if known.is_none() {
            let mut tx = self.store.begin().await?;
            tx.hold(LOCK).await?;
            search::clear(&mut tx).await?;
            tx.commit().await?;
        }
        let since = |overlap: SignedDuration| {
            let at = known
                .as_ref()
                .and_then(|(_, at)| at.checked_sub(overlap).ok());
            Place::since(at.map_or(i64::MIN, domain::At::as_microsecond))
        };
        for kind in [Kind::Client, Kind::Ticket, Kind::Call] {
            let overlap = match kind {
                Kind::Client | Kind::Ticket => OVERLAP,
                Kind::Call => CALLS_OVERLAP,
            };
            self.follow(kind, since(overlap), known.is_some(), gently)
                .await?;
        }
        self.follow_said(since(OVERLAP), gently).await?;
        let mut tx = self.store.begin().await?;
        search::remember(&mut tx, VERSION, until).await?;
        Ok(tx.commit().await?)
    }

    async fn follow(
        &self,
        kind: Kind,
        mut place: Place,
        with_tickets: bool,
        gently: bool,
    ) -> Result<()> {
        loop {
            let batch = i64::try_from(BATCH).unwrap_or(i64::MAX);
            let mut conn = self.store.read().await?;
            let changed = match kind {
                Kind::Client => search::clients_from(&mut conn, place, batch).await?,
                Kind::Ticket => search::tickets_from(&mut conn, place, batch).await?,
                Kind::Call => search::calls_from(&mut conn, place, batch).await?,
            };
            drop(conn);
            let Some(last) = changed.last() else {
                return Ok(());
            };
            place = *last;
            let ids: Vec<Uuid> = changed.iter().map(|place| place.id).collect();
            self.write_batch(kind, &ids, gently).await?;
            if kind == Kind::Client && with_tickets {
                self.write_tickets_of(&ids, gently).await?;
            }
        }
    }

    /// What was said in a call is often known long after it began.
    async fn follow_said(&self, mut place: Place, gently: bool) -> Result<()> {
        loop {
            let mut conn = self.store.read().await?;
            let batch = i64::try_from(BATCH).unwrap_or(i64::MAX);
            let changed = search::said_from(&mut conn, place, batch).await?;
            drop(conn);
            let Some(last) = changed.last() else {
                return Ok(());
            };
            place = *last;
            let ids: Vec<Uuid> = changed.iter().map(|place| place.id).collect();
            self.write_batch(Kind::Call, &ids, gently).await?;
        }
    }

    async fn write_all(&self, kind: Kind, ids: &[Uuid], gently: bool) -> Result<()> {
        for some in ids.chunks(BATCH) {
            self.write_batch(kind, some, gently).await?;
            if kind == Kind::Client {
                self.write_tickets_of(some, gently).await?;
            }
        }
        Ok(())
    }

    /// Tickets bear their client's name.
    async fn write_tickets_of(&self, clients: &[Uuid], gently: bool) -> Result<()> {
        for client in clients {
            let mut after = Uuid::nil();
            loop {
                let mut conn = self.store.read().await?;
                let batch = i64::try_from(BATCH).unwrap_or(i64::MAX);
                let ids = search::tickets_of(&mut conn, ClientId(*client), after, batch).await?;
                drop(conn);
                let Some(last) = ids.last() else { break };
                after = *last;
                self.write_batch(Kind::Ticket, &ids, gently).await?;
                if ids.len() < BATCH {
                    break;
                }
            }
        }
        Ok(())
    }

    async fn write_batch(&self, kind: Kind, ids: &[Uuid], gently: bool) -> Result<()> {
        let begun = Instant::now();
        if self.write(kind, ids).await? && gently {
            tokio::time::sleep(begun.elapsed() * REST).await;
        }
        Ok(())
    }

    /// Whether anything had to be written.
    async fn write(&self, kind: Kind, ids: &[Uuid]) -> Result<bool> {
        // Read before writing: on SQLite the one writer is not held meanwhile, and there only this task writes words.
        let difference = difference(&mut self.store.read().await?, kind, ids).await?;
        if difference.is_empty() {
            return Ok(false);
        }
        let mut tx = self.store.begin().await?;
        let difference = match self.store.kind() {
            EngineKind::Sqlite => difference,
            EngineKind::Postgres => {
                // Another node may have written meanwhile, or be about to.
                tx.hold(LOCK).await?;
                self::difference(&mut tx, kind, ids).await?
            }
        };
        search::put(&mut tx, &difference).await?;
        tx.commit().await?;
        Ok(true)
    }
}

async fn difference(conn: &mut Conn, kind: Kind, ids: &[Uuid]) -> Result<search::Difference> {
    let papers = search::papers(conn, kind, ids).await?;
    Ok(search::compare(conn, &papers).await?)
}
