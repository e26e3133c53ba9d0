//! Desks for tests: each test runs on a fresh SQLite file and in a fresh PostgreSQL schema, with time standing still.
#![expect(
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that gets no desk must fail at once"
)]

mod engine;
mod people;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use domain::{At, FixedClock};
use sound::Shelf;
use store::Store;
use store::inbox::Inbox;
use store::jobs::{self, JobState};
use store::testing::TestStore;
use telephony::outbound::Outbound;

use crate::secrets::Sealer;
use crate::{Desk, Options};

pub use engine::{Engine, said};
pub use people::PASSWORD;

/// The key that secrets of tests are sealed with.
pub const SECRET_KEY: [u8; 32] = [7; 32];

/// When every test begins: 28 March 2026, 13:29:07 UTC.
pub const BEGINNING: i64 = 1_774_704_547;

/// A desk that goes away with this value.
pub struct TestDesk {
    /// The desk.
    pub desk: Desk,
    /// Its clock, which stands until it is moved.
    pub clock: Arc<FixedClock>,
    /// What it stands on.
    pub store: Store,
    kept: TestStore,
}

impl TestDesk {
    /// On a fresh file.
    pub async fn sqlite() -> Self {
        Self::over(TestStore::sqlite().await, Options::default())
    }

    /// In a fresh schema; `None` when PostgreSQL was left out on purpose.
    pub async fn postgres() -> Option<Self> {
        let kept = TestStore::postgres().await?;
        Some(Self::over(kept, Options::default()))
    }

    /// Over this store, with these settings.
    #[must_use]
    pub fn over(kept: TestStore, options: Options) -> Self {
        let store = kept.store.clone();
        let clock = Arc::new(FixedClock::new(moment(0)));
        // The inbox ends by itself with the desk.
        let (inbox, _running) = Inbox::open(store.clone());
        let desk = Desk::new(
            store.clone(),
            inbox,
            Arc::<FixedClock>::clone(&clock),
            Sealer::new(&SECRET_KEY),
            Outbound::new().expect("a client for HTTP"),
            shelf(&kept),
            options,
        );
        Self {
            desk,
            clock,
            store,
            kept,
        }
    }

    /// The same with an engine of speech.
    #[must_use]
    pub fn with_engine(mut self, engine: &Arc<Engine>) -> Self {
        let engine: Arc<Engine> = Arc::clone(engine);
        self.desk = self.desk.with_transcriber(Some(engine));
        self
    }

    /// The same database under another desk with these settings: another node, or the desk after a restart.
    #[must_use]
    pub fn another_desk(&self, options: Options) -> Desk {
        let (inbox, _running) = Inbox::open(self.store.clone());
        Desk::new(
            self.store.clone(),
            inbox,
            Arc::<FixedClock>::clone(&self.clock),
            Sealer::new(&SECRET_KEY),
            Outbound::new().expect("a client for HTTP"),
            shelf(&self.kept),
            options,
        )
    }

    /// A folder that goes away with the desk.
    #[must_use]
    pub fn folder(&self) -> &std::path::Path {
        self.kept.folder()
    }

    /// How many jobs are in this state.
    pub async fn jobs(&self, state: JobState) -> i64 {
        let mut conn = self.store.read().await.expect("a connection");
        let counts = jobs::counts(&mut conn).await.expect("counts of jobs");
        let of_state = counts.iter().filter(|count| count.state == state);
        of_state.map(|count| count.jobs).sum()
    }

    /// Ends the test: whatever was to be done later must have been done.
    pub async fn finish(self) {
        for state in [JobState::Queued, JobState::Running] {
            assert_eq!(self.jobs(state).await, 0, "jobs were left {state}");
        }
        self.store.close().await;
    }
}

/// Recordings of a test lie in its folder.
fn shelf(kept: &TestStore) -> Shelf {
    let folder = kept.folder();
    Shelf::in_folder(&folder.join("recordings"), &folder.join("arriving"))
        .expect("a storage of recordings")
}

/// So many seconds after the beginning of the test.
#[must_use]
pub fn moment(seconds: i64) -> At {
    At::from_second(BEGINNING + seconds).unwrap_or(At::UNIX_EPOCH)
}

/// Writes a test once and runs it on both engines:
/// `on_both! { async fn a_token_opens_its_channel(test: &TestDesk) { … } }`
#[macro_export]
macro_rules! on_both {
    ($(async fn $name:ident($test:ident: &TestDesk) $body:block)*) => {$(
        async fn $name($test: &$crate::testing::TestDesk) $body

        mod $name {
            use super::$name as story;

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_sqlite() {
                let test = $crate::testing::TestDesk::sqlite().await;
                story(&test).await;
                test.finish().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn on_postgres() {
                if let Some(test) = $crate::testing::TestDesk::postgres().await {
                    story(&test).await;
                    test.finish().await;
                }
            }
        }
    )*};
}
