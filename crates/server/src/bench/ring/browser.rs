//! A browser as the desk's scripts are: one stream; what rings is fetched at once, what stands around the page at most once a second.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use futures_util::StreamExt;
use tokio::sync::{Notify, oneshot};
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

/// As in the scripts: between two fetches of what rings, and of what stands around the page.
const RINGS_APART: Duration = Duration::from_millis(100);
const AROUND_APART: Duration = Duration::from_secs(1);
/// As in the scripts: at most so much longer while answers are slow.
const FOR_SLOWNESS: Duration = Duration::from_millis(400);
/// Until the stream is open.
const PATIENCE: Duration = Duration::from_secs(10);

/// A browser with a page open.
pub(super) struct Browser(Arc<Inside>);

/// A card that is to come.
pub(super) struct Expected(oneshot::Receiver<Instant>);

struct Inside {
    client: reqwest::Client,
    root: String,
    cookie: String,
    /// Cards that are to come, by the text they show.
    waits: Mutex<HashMap<String, oneshot::Sender<Instant>>>,
    rings: Notify,
    around: Notify,
}

impl Browser {
    /// Opens it: listens, and fetches what it hears of, until it is told to stop.
    pub(super) async fn open(root: &str, cookie: &str, stop: &CancellationToken) -> Result<Self> {
        let inside = Arc::new(Inside {
            client: reqwest::Client::builder().build()?,
            root: root.to_owned(),
            cookie: cookie.to_owned(),
            waits: Mutex::default(),
            rings: Notify::new(),
            around: Notify::new(),
        });
        let (ready, is_ready) = oneshot::channel();
        let (all, end) = (Arc::clone(&inside), stop.clone());
        tokio::spawn(async move {
            tokio::select! {
                () = end.cancelled() => {}
                heard = all.listen(ready) => report("a stream", heard),
                fetched = all.fetch_rings() => report("a card", fetched),
                fetched = all.fetch_around() => report("the bell", fetched),
            }
        });
        let opened = timeout(PATIENCE, is_ready).await;
        opened.context("a browser could not listen")??;
        Ok(Self(inside))
    }

    /// From now on it waits for a card with this text.
    pub(super) fn expects(&self, shown: &str) -> Expected {
        let (tell, told) = oneshot::channel();
        self.0.waits().insert(shown.to_owned(), tell);
        Expected(told)
    }
}

fn report(what: &str, ended: Result<()>) {
    if let Err(error) = ended {
        tracing::warn!(
            error = &*error as &dyn std::error::Error,
            what,
            "a browser of the benchmark broke off"
        );
    }
}

impl Expected {
    /// When it was there.
    pub(super) async fn seen(self, patience: Duration) -> Option<Instant> {
        timeout(patience, self.0).await.ok()?.ok()
    }
}

impl Inside {
    fn waits(&self) -> MutexGuard<'_, HashMap<String, oneshot::Sender<Instant>>> {
        // Whoever panicked with it has told or not told: both can be gone on from.
        self.waits.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Tells those whose card is there.
    fn tell(&self, card: &str) {
        let now = Instant::now();
        let mut waits = self.waits();
        let there = waits.keys().filter(|shown| card.contains(shown.as_str()));
        let there: Vec<String> = there.cloned().collect();
        for shown in there {
            if let Some(tell) = waits.remove(&shown) {
                // Nobody waits any more when the patience is over.
                let _ = tell.send(now);
            }
        }
    }

    async fn listen(&self, ready: oneshot::Sender<()>) -> Result<()> {
        let answer = self.get("/events").await?;
        let mut pieces = answer.bytes_stream();
        let mut ready = Some(ready);
        while let Some(piece) = pieces.next().await {
            let text = String::from_utf8_lossy(&piece?).into_owned();
            if let Some(ready) = ready.take() {
                let _ = ready.send(());
            }
            if text.contains("\"ring\"") {
                self.rings.notify_one();
            }
            if text.contains("\"tickets\"") || text.contains("\"missed\"") {
                self.around.notify_one();
            }
        }
        Ok(())
    }

    async fn fetch_rings(&self) -> Result<()> {
        loop {
            self.rings.notified().await;
            let card = self.get("/around/ring").await?.text().await?;
            self.tell(&card);
            sleep(RINGS_APART).await;
        }
    }

    async fn fetch_around(&self) -> Result<()> {
        loop {
            self.around.notified().await;
            let asked = Instant::now();
            self.get("/around").await?.bytes().await?;
            let pause = AROUND_APART + (asked.elapsed() * 4).min(FOR_SLOWNESS);
            sleep(pause.mul_f64(rand::random_range(1.0..1.5))).await;
        }
    }

    async fn get(&self, path: &str) -> Result<reqwest::Response> {
        let answer = self
            .client
            .get(format!("{}{path}", self.root))
            .header("Cookie", &self.cookie)
            .send()
            .await?;
        ensure!(
            answer.status().is_success(),
            "{path} answered {}",
            answer.status()
        );
        Ok(answer)
    }
}
