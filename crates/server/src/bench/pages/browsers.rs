//! Browsers that have a list open, each on a stream of its own: how soon they hear of a new call's ticket, and how soon they have it.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use futures_util::StreamExt;
use serde::Serialize;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};
use tokio_util::sync::CancellationToken;

use crate::bench::load;
use crate::bench::stand::Stand;

/// How soon open browsers heard of a change and had the changed list.
#[derive(Debug, Serialize)]
pub struct Told {
    /// Browsers.
    pub browsers: usize,
    /// Milliseconds from sending the notification until half of them had heard.
    pub p50_ms: f64,
    /// Until the last one had.
    pub last_ms: f64,
    /// Until half of them had fetched a list with the new ticket in it.
    pub fetched_p50_ms: f64,
    /// Until the last one had.
    pub fetched_last_ms: f64,
}

/// The list that they have open.
const LIST: &str = "/tickets";
/// As in the scripts: between two fetches of a page.
const APART: Duration = Duration::from_millis(250);

/// When one browser heard, and when it had the list.
struct Seen {
    heard: Instant,
    fetched: Instant,
}

/// Opens so many streams, lets a client call, and waits until all have the ticket in their list.
pub async fn measure(
    stand: &Stand,
    cookie: &str,
    browsers: usize,
    patience: Duration,
) -> Result<Told> {
    let stop = CancellationToken::new();
    let hearing = tokio::spawn({
        let (desk, stop) = (stand.desk().clone(), stop.clone());
        async move { desk.hear_until(stop).await }
    });
    let (body, shown) = stand.bodies.next_caller();
    let (ready, mut are_ready) = mpsc::channel(browsers);
    let mut open = JoinSet::new();
    for _ in 0..browsers {
        let browser = Browser {
            client: load::client()?,
            root: stand.pages_url.clone(),
            cookie: cookie.to_owned(),
        };
        let (ready, shown) = (ready.clone(), shown.clone());
        open.spawn(async move { browser.wait_for(&shown, ready).await });
    }
    for _ in 0..browsers {
        let opened = timeout(patience, are_ready.recv()).await;
        opened.context("not all browsers could listen")?;
    }
    let began = Instant::now();
    load::send(&load::client()?, &stand.desk_url, body).await?;
    let (mut heard, mut fetched) = (Vec::new(), Vec::new());
    while heard.len() < browsers {
        let next = timeout(patience, open.join_next()).await;
        let next = next.context("not all browsers have the new ticket")?;
        let seen = next.context("a browser went away early")???;
        heard.push(seen.heard.duration_since(began));
        fetched.push(seen.fetched.duration_since(began));
    }
    stop.cancel();
    hearing.await?;
    heard.sort_unstable();
    fetched.sort_unstable();
    Ok(Told {
        browsers,
        p50_ms: load::percentile(&heard, 0.5),
        last_ms: load::percentile(&heard, 1.0),
        fetched_p50_ms: load::percentile(&fetched, 0.5),
        fetched_last_ms: load::percentile(&fetched, 1.0),
    })
}

struct Browser {
    client: reqwest::Client,
    root: String,
    cookie: String,
}

impl Browser {
    /// Listens, and fetches the list each time it hears of tickets, as a page does, until this text stands in it.
    async fn wait_for(&self, shown: &str, ready: mpsc::Sender<()>) -> Result<Seen> {
        let before = self.get(LIST).await?.text().await?;
        ensure!(!before.contains(shown), "{LIST} shows {shown} already");
        let mut pieces = self.get("/events").await?.bytes_stream();
        let (mut open, mut heard) = (false, None);
        while let Some(piece) = pieces.next().await {
            let text = String::from_utf8_lossy(&piece?).into_owned();
            if !open {
                open = true;
                ready.send(()).await?;
            }
            if !text.contains("\"tickets\"") {
                continue;
            }
            let heard = *heard.get_or_insert_with(Instant::now);
            let list = self.get(LIST).await?.text().await?;
            if list.contains(shown) {
                let fetched = Instant::now();
                return Ok(Seen { heard, fetched });
            }
            sleep(APART).await;
        }
        anyhow::bail!("the stream ended before {LIST} showed {shown}")
    }

    async fn get(&self, path: &str) -> Result<reqwest::Response> {
        let asking = self.client.get(format!("{}{path}", self.root));
        let asking = asking.header("Cookie", &self.cookie).header("X-Live", "1");
        let answer = asking.send().await?;
        let status = answer.status();
        ensure!(status.is_success(), "{path} answered {status}");
        Ok(answer)
    }
}
