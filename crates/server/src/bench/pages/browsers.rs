//! Browsers that have a list open, each on a stream of its own: how soon they hear of a new call's ticket.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use futures_util::StreamExt;
use serde::Serialize;
use tokio::sync::mpsc;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout};
use tokio_util::sync::CancellationToken;

use crate::bench::load;
use crate::bench::stand::Stand;

/// How soon open browsers heard of a change.
#[derive(Debug, Serialize)]
pub struct Told {
    /// Browsers.
    pub browsers: usize,
    /// Milliseconds from sending the notification until half of them had heard.
    pub p50_ms: f64,
    /// Until the last one had.
    pub last_ms: f64,
}

/// Opens so many streams, lets a client call, and waits until all have heard of the tickets.
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
    let (ready, mut are_ready) = mpsc::channel(browsers);
    let mut streams = JoinSet::new();
    for _ in 0..browsers {
        let (url, cookie) = (format!("{}/events", stand.pages_url), cookie.to_owned());
        streams.spawn(listen(url, cookie, ready.clone()));
    }
    for _ in 0..browsers {
        let opened = timeout(patience, are_ready.recv()).await;
        opened.context("not all browsers could listen")?;
    }
    let began = Instant::now();
    load::send(
        &load::client()?,
        &stand.desk_url,
        stand.bodies.next_start().1,
    )
    .await?;
    let mut heard = Vec::with_capacity(browsers);
    while heard.len() < browsers {
        let next = timeout(patience, streams.join_next()).await;
        let next = next.context("not all browsers heard of the change")?;
        let at = next.context("a stream ended early")???;
        heard.push(at.duration_since(began));
    }
    stop.cancel();
    hearing.await?;
    heard.sort_unstable();
    Ok(Told {
        browsers,
        p50_ms: load::percentile(&heard, 0.5),
        last_ms: load::percentile(&heard, 1.0),
    })
}

/// When the stream first told of tickets.
async fn listen(url: String, cookie: String, ready: mpsc::Sender<()>) -> Result<Instant> {
    let client = load::client()?;
    let answer = client.get(url).header("Cookie", cookie).send().await?;
    ensure!(
        answer.status().is_success(),
        "the stream answered {}",
        answer.status()
    );
    let mut pieces = answer.bytes_stream();
    let mut text = String::new();
    let mut open = false;
    while let Some(piece) = pieces.next().await {
        text.push_str(&String::from_utf8_lossy(&piece?));
        if !open {
            open = true;
            ready.send(()).await?;
        }
        if text.contains("\"tickets\"") {
            return Ok(Instant::now());
        }
    }
    anyhow::bail!("the stream ended without a word of tickets")
}
