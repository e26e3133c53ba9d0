//! The desk itself: what its verbs stand on.

use std::ops::Deref;
use std::sync::Arc;

use domain::{At, Clock, Transcriber};
use sound::Shelf;
use store::Store;
use store::inbox::Inbox;
use telephony::outbound::Outbound;
use telephony::pbx::Switchboard;
use tokio::sync::Notify;

use crate::Options;
use crate::door::Door;
use crate::ingest::KnownTokens;
use crate::presence::Attendance;
use crate::routing::KnownPhones;
use crate::secrets::Sealer;
use crate::sign_in::Gate;

/// The desk. Cheap to clone, which every request does; all clones are the same desk.
#[derive(Clone)]
pub struct Desk(Arc<Parts>);

/// What a desk stands on.
#[derive(Clone)]
pub struct Parts {
    pub(crate) store: Store,
    pub(crate) inbox: Inbox,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) sealer: Sealer,
    pub(crate) outbound: Outbound,
    pub(crate) shelf: Shelf,
    pub(crate) options: Arc<Options>,
    pub(crate) gate: Arc<Gate>,
    pub(crate) bell: Arc<Notify>,
    pub(crate) tokens: Arc<KnownTokens>,
    pub(crate) attendance: Arc<Attendance>,
    pub(crate) door: Arc<Door>,
    pub(crate) switchboard: Arc<Switchboard>,
    pub(crate) phones: Arc<KnownPhones>,
    pub(crate) transcriber: Option<Arc<dyn Transcriber>>,
}

impl Deref for Desk {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl Desk {
    /// A desk over a store.
    #[must_use]
    pub fn new(
        store: Store,
        inbox: Inbox,
        clock: Arc<dyn Clock>,
        sealer: Sealer,
        outbound: Outbound,
        shelf: Shelf,
        options: Options,
    ) -> Self {
        Self(Arc::new(Parts {
            store,
            inbox,
            clock,
            sealer,
            switchboard: Arc::new(Switchboard::new(outbound.clone())),
            outbound,
            shelf,
            options: Arc::new(options),
            gate: Arc::new(Gate::default()),
            bell: Arc::new(Notify::new()),
            tokens: Arc::default(),
            attendance: Arc::default(),
            door: Arc::default(),
            phones: Arc::default(),
            transcriber: None,
        }))
    }

    /// The same desk with an engine of speech.
    #[must_use]
    pub fn with_transcriber(mut self, transcriber: Option<Arc<dyn Transcriber>>) -> Self {
        Arc::make_mut(&mut self.0).transcriber = transcriber;
        self
    }

    /// The same desk that takes notifications and keeps none: what keeping costs is measured against it.
    #[must_use]
    pub fn keeping_nothing(mut self) -> Self {
        Arc::make_mut(&mut self.0).inbox = Inbox::keeping_nothing();
        self
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> At {
        self.clock.now()
    }

    /// Its settings.
    #[must_use]
    pub fn options(&self) -> &Options {
        &self.options
    }

    /// Whether other nodes may serve the same people.
    pub(crate) fn has_other_nodes(&self) -> bool {
        match self.store.kind() {
            store::EngineKind::Sqlite => false,
            store::EngineKind::Postgres => true,
        }
    }

    /// Whether the database answers.
    pub async fn ready(&self) -> crate::Result<()> {
        self.store.read().await?.ping().await?;
        Ok(())
    }
}
