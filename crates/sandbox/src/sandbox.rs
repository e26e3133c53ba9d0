//! The sandbox as its owner holds it: open it, serve its router, let it run.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use tokio_util::sync::CancellationToken;

use crate::account::{NUMBERS, OPERATORS, Operator, VirtualNumber};
use crate::error::Error;
use crate::exchange::Exchange;
use crate::faults::Faults;
use crate::sentence::said;
use crate::settings::Notifications;
use crate::{panel, record_files, rpc, traffic};

/// How long calls and deliveries may take to notice that the sandbox stops.
const FAREWELL: Duration = Duration::from_secs(3);

/// How a sandbox is opened.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where state is kept; without it everything begins anew each time.
    pub data_dir: Option<PathBuf>,
    /// The same seed gathers the same clients and plays the same calls.
    pub seed: u64,
    /// How many calls flow by themselves; 0 for silence.
    pub calls_per_minute: f64,
    /// How many times faster than real those calls are played; 1 is real time.
    pub speed: f64,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            data_dir: None,
            seed: 1,
            calls_per_minute: 0.0,
            speed: 1.0,
        }
    }
}

/// A PBX that speaks UIS's protocols. A clone is the same PBX.
#[derive(Clone)]
pub struct Sandbox {
    pub(crate) exchange: Arc<Exchange>,
    calls_per_minute: f64,
    speed: f64,
}

impl Sandbox {
    /// Opens the sandbox where it stopped, or a new one.
    pub async fn open(options: Options) -> Result<Self, Error> {
        if !options.calls_per_minute.is_finite() || options.calls_per_minute < 0.0 {
            return Err(Error::Refused(said(
                "calls_per_minute: нужно число от 0.",
                "calls_per_minute is a number from 0.",
            )));
        }
        crate::order::check_speed("speed", options.speed).map_err(Error::Refused)?;
        let exchange = Exchange::open(options.seed, options.data_dir).await?;
        Ok(Self {
            exchange,
            calls_per_minute: options.calls_per_minute,
            speed: options.speed,
        })
    }

    /// The panel, its API, the Call API, the Data API and the recordings.
    pub fn router(&self) -> Router {
        Router::new()
            .merge(panel::routes())
            .merge(rpc::routes())
            .merge(record_files::routes())
            .with_state(Arc::clone(&self.exchange))
    }

    /// Ends the calls of an earlier run, lets background traffic flow, and returns once `stop` is cancelled and
    /// everything under way has let go. Calls placed through the panel are played whether this runs or not.
    pub async fn run(self, stop: CancellationToken) {
        self.exchange.end_unfinished();
        tokio::select! {
            () = stop.cancelled() => {}
            () = traffic::flow(Arc::clone(&self.exchange), self.calls_per_minute, self.speed) => {}
        }
        self.exchange.stop.cancel();
        self.exchange.tasks.close();
        if tokio::time::timeout(FAREWELL, self.exchange.tasks.wait())
            .await
            .is_err()
        {
            tracing::warn!("the sandbox stopped before all its deliveries had ended");
        }
    }

    /// The account's API key: what a desk calls App Secret.
    pub fn api_key(&self) -> &str {
        &self.exchange.api_key
    }

    /// Sets where notifications go and what is in them, as `PUT /panel/notifications` does.
    pub async fn set_notifications(&self, notifications: Notifications) -> Result<(), Error> {
        self.exchange.set_notifications(notifications).await
    }

    /// The notifications as they are set now.
    pub fn notifications(&self) -> Notifications {
        self.exchange.notifications()
    }

    /// The faults as they are set now.
    pub fn faults(&self) -> Faults {
        self.exchange.faults()
    }

    /// What links of recordings begin with; `http://127.0.0.1:8081` until it is set.
    pub fn set_public_url(&self, url: &str) {
        self.exchange.set_public_url(url);
    }

    /// Everybody who works in the account.
    pub fn operators(&self) -> Vec<Operator> {
        OPERATORS.to_vec()
    }

    /// The numbers that clients dial.
    pub fn virtual_numbers(&self) -> Vec<VirtualNumber> {
        NUMBERS.to_vec()
    }
}
