//! Hearing: as fast as it can, and whether it keeps up with a steady stream.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use serde::Serialize;
use tokio::task::JoinSet;
use tokio::time::{Instant, MissedTickBehavior, interval};
use tokio_util::sync::CancellationToken;

use super::load;
use super::stand::Stand;

/// What hearing did.
#[derive(Debug, Serialize)]
pub struct Heard {
    /// Notifications that waited.
    pub notifications: usize,
    /// Heard in a second.
    pub per_second: f64,
}

/// How hearing kept up.
#[derive(Debug, Serialize)]
pub struct Sustained {
    /// Notifications a second that were to be sent.
    pub asked_per_second: u64,
    /// Acknowledged in a second.
    pub acknowledged_per_second: f64,
    /// Seconds it lasted.
    pub seconds: f64,
    /// The most that waited at any look.
    pub most_waiting: i64,
    /// What waited when sending ended.
    pub waiting_at_end: i64,
    /// Slowest of a hundred acknowledgements, milliseconds.
    pub p99_ms: f64,
}

/// Hears all that waits.
pub async fn all(stand: &Stand) -> Result<Heard> {
    let began = Instant::now();
    let notifications = stand.desk().hear_all().await?;
    Ok(Heard {
        notifications,
        per_second: notifications as f64 / began.elapsed().as_secs_f64(),
    })
}

/// Connections that share the sending: callers do not wait for each other.
const SENDERS: u64 = 256;

/// Sends at this rate while the desk hears, and watches what waits.
pub async fn sustain(stand: &Stand, rate: u64, time: Duration) -> Result<Sustained> {
    let stop = CancellationToken::new();
    let hearing = tokio::spawn({
        let (desk, stop) = (stand.desk().clone(), stop.clone());
        async move { desk.hear_until(stop).await }
    });
    let watching = tokio::spawn(watch(stand.store().clone(), stop.clone()));
    let began = Instant::now();
    let mut senders = JoinSet::new();
    for _ in 0..SENDERS {
        senders.spawn(send_steadily(
            stand.desk_url.clone(),
            Arc::clone(&stand.bodies),
            rate as f64 / SENDERS as f64,
            time,
        ));
    }
    let mut latencies = Vec::new();
    while let Some(sent) = senders.join_next().await {
        latencies.extend(sent??);
    }
    let took = began.elapsed();
    let waiting_at_end = store::notifications::waiting(&mut stand.store().read().await?).await?;
    stop.cancel();
    hearing.await?;
    stand.desk().hear_all().await?;
    latencies.sort_unstable();
    Ok(Sustained {
        asked_per_second: rate,
        acknowledged_per_second: latencies.len() as f64 / took.as_secs_f64(),
        seconds: took.as_secs_f64(),
        most_waiting: watching.await??,
        waiting_at_end,
        p99_ms: load::percentile(&latencies, 0.99),
    })
}

/// Sends so often; a late answer is made up for at once.
async fn send_steadily(
    url: String,
    bodies: Arc<super::bodies::Bodies>,
    rate: f64,
    time: Duration,
) -> Result<Vec<Duration>> {
    let client = load::client()?;
    let mut tick = interval(Duration::from_secs_f64(1.0 / rate));
    tick.set_missed_tick_behavior(MissedTickBehavior::Burst);
    let until = Instant::now() + time;
    let mut latencies = Vec::new();
    while Instant::now() < until {
        tick.tick().await;
        let (_, body) = bodies.next();
        latencies.push(load::send(&client, &url, body).await?);
    }
    Ok(latencies)
}

async fn watch(store: store::Store, stop: CancellationToken) -> Result<i64> {
    let mut most = 0;
    let mut tick = interval(Duration::from_millis(500));
    while !stop.is_cancelled() {
        tick.tick().await;
        most = most.max(store::notifications::waiting(&mut store.read().await?).await?);
    }
    Ok(most)
}
