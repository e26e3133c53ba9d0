//! The exchange: the account's lines, the calls on them, and what was told about them.

mod board;
mod book;
mod live;
mod placing;
mod sessions;
mod steering;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

pub(crate) use board::Board;
pub(crate) use book::{Book, Contact, Duty};
pub(crate) use live::{Command, Live};
pub(crate) use sessions::Sessions;
pub(crate) use steering::Unsteered;

use crate::chance;
use crate::clients::{self, Client};
use crate::error::Error;
use crate::faults::Faults;
use crate::keep::{Settings, Shelf};
use crate::rpc::Limits;
use crate::settings::Notifications;

/// How long a receiver may take to answer a notification.
const PATIENCE: Duration = Duration::from_secs(10);

/// Everything that the sandbox's tasks and pages share.
pub(crate) struct Exchange {
    pub(crate) seed: u64,
    pub(crate) clients: Vec<Client>,
    pub(crate) http: reqwest::Client,
    pub(crate) shelf: Shelf,
    /// Ends every call and every delivery at once.
    pub(crate) stop: CancellationToken,
    /// Everything that is under way.
    pub(crate) tasks: TaskTracker,
    pub(crate) api_key: String,
    pub(crate) limits: Limits,
    pub(crate) sessions: Sessions,
    settings: Mutex<Settings>,
    public_url: Mutex<String>,
    board: Mutex<Board>,
}

impl Exchange {
    pub(crate) async fn open(seed: u64, data_dir: Option<PathBuf>) -> Result<Arc<Self>, Error> {
        let shelf = Shelf::open(data_dir)?;
        let settings = match shelf.settings()? {
            Some(settings) => settings,
            None => Settings {
                api_key: chance::fresh_key(),
                ..Settings::default()
            },
        };
        shelf.keep_settings(&settings).await?;
        let http = reqwest::Client::builder()
            .timeout(PATIENCE)
            .no_proxy()
            .redirect(reqwest::redirect::Policy::none());
        Ok(Arc::new(Self {
            seed,
            clients: clients::gather(seed),
            http: http.build().map_err(Error::Client)?,
            stop: CancellationToken::new(),
            tasks: TaskTracker::new(),
            api_key: settings.api_key.clone(),
            limits: Limits::default(),
            sessions: Sessions::default(),
            settings: Mutex::new(settings),
            public_url: Mutex::new("http://127.0.0.1:8081".to_owned()),
            board: Mutex::new(Board::of(shelf.calls()?)),
            shelf,
        }))
    }

    pub(crate) fn board(&self) -> MutexGuard<'_, Board> {
        self.board.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn settings(&self) -> MutexGuard<'_, Settings> {
        self.settings.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn faults(&self) -> Faults {
        self.settings().faults.clone()
    }

    pub(crate) fn notifications(&self) -> Notifications {
        self.settings().notifications.clone()
    }

    pub(crate) async fn set_notifications(
        &self,
        notifications: Notifications,
    ) -> Result<(), Error> {
        notifications.check()?;
        self.settings().notifications = notifications;
        self.keep_settings().await
    }

    pub(crate) async fn change_faults(&self, changes: &serde_json::Value) -> Result<Faults, Error> {
        let faults = self.faults().changed(changes)?;
        self.settings().faults = faults.clone();
        self.keep_settings().await?;
        Ok(faults)
    }

    async fn keep_settings(&self) -> Result<(), Error> {
        let settings = self.settings().clone();
        self.shelf.keep_settings(&settings).await
    }

    pub(crate) fn set_public_url(&self, url: &str) {
        *self
            .public_url
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = url.trim_end_matches('/').to_owned();
    }

    pub(crate) fn public_url(&self) -> String {
        self.public_url
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Changes the account's book, and keeps it soon.
    pub(crate) fn change_book<T>(self: &Arc<Self>, change: impl FnOnce(&mut Book) -> T) -> T {
        let changed = change(&mut self.settings().book);
        let exchange = Arc::clone(self);
        self.tasks.spawn(async move {
            if let Err(problem) = exchange.keep_settings().await {
                tracing::warn!(%problem, "the sandbox's account could not be kept");
            }
        });
        changed
    }

    pub(crate) fn book(&self) -> Book {
        self.settings().book.clone()
    }

    pub(crate) fn keep_call_soon(self: &Arc<Self>, session: i64) {
        let exchange = Arc::clone(self);
        self.tasks
            .spawn(async move { exchange.keep_call(session).await });
    }

    /// A call's state as it is now, on the shelf; a failure is told but ends nothing.
    pub(crate) async fn keep_call(&self, session: i64) {
        let call = self.board().calls.get(&session).cloned();
        let Some(call) = call else { return };
        if let Err(problem) = self.shelf.keep_call(&call).await {
            tracing::warn!(session, %problem, "a call of the sandbox could not be kept");
        }
    }
}
