//! Load: so many connections, each sending the next body as soon as the last is answered.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Result, ensure};
use tokio::task::JoinSet;
use tokio::time::Instant;

use super::bodies::Bodies;

/// What a load has measured.
#[derive(Default)]
pub struct Measured {
    latencies: Vec<Duration>,
    took: Duration,
}

impl Measured {
    /// Answers.
    #[must_use]
    pub fn count(&self) -> usize {
        self.latencies.len()
    }

    /// Answers in a second.
    #[must_use]
    pub fn per_second(&self) -> f64 {
        self.count() as f64 / self.took.as_secs_f64()
    }

    /// The same with what a further load has measured.
    pub fn and(mut self, further: Self) -> Self {
        self.latencies.extend(further.latencies);
        self.latencies.sort_unstable();
        self.took += further.took;
        self
    }

    /// The latency that this share of answers kept within, in milliseconds.
    #[must_use]
    pub fn percentile(&self, share: f64) -> f64 {
        percentile(&self.latencies, share)
    }
}

/// The value that this share of them does not exceed, in milliseconds; they are sorted.
pub fn percentile(sorted: &[Duration], share: f64) -> f64 {
    let last = sorted.len().saturating_sub(1);
    let place = (last as f64 * share).round() as usize;
    sorted
        .get(place)
        .map_or(0.0, |latency| latency.as_secs_f64() * 1000.0)
}

/// A client that keeps one connection.
pub fn client() -> Result<reqwest::Client> {
    Ok(reqwest::Client::builder()
        .pool_max_idle_per_host(1)
        .timeout(Duration::from_secs(30))
        .build()?)
}

/// Loads `url` for this time.
pub async fn run(
    url: &str,
    bodies: &Arc<Bodies>,
    connections: usize,
    time: Duration,
) -> Result<Measured> {
    let began = Instant::now();
    let until = began + time;
    let mut senders = JoinSet::new();
    for _ in 0..connections {
        senders.spawn(send_until(url.to_owned(), Arc::clone(bodies), until));
    }
    let mut latencies = Vec::new();
    while let Some(sent) = senders.join_next().await {
        latencies.extend(sent??);
    }
    let took = began.elapsed();
    latencies.sort_unstable();
    Ok(Measured { latencies, took })
}

async fn send_until(url: String, bodies: Arc<Bodies>, until: Instant) -> Result<Vec<Duration>> {
    let client = client()?;
    let mut latencies = Vec::new();
    while Instant::now() < until {
        let (_, body) = bodies.next();
        latencies.push(send(&client, &url, body).await?);
    }
    Ok(latencies)
}

/// Sends one body and reads the answer to its end.
pub async fn send(client: &reqwest::Client, url: &str, body: String) -> Result<Duration> {
    let began = Instant::now();
    let answer = client
        .post(url)
        .header("Content-Type", "application/json")
        .body(body)
        .send()
        .await?;
    let status = answer.status();
    answer.bytes().await?;
    ensure!(status.is_success(), "the desk answered {status}");
    Ok(began.elapsed())
}
