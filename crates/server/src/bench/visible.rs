//! From the acknowledgement of a call's first notification until the API shows the call.

use std::time::Duration;

use anyhow::{Result, bail};
use serde::Serialize;
use serde_json::Value;
use tokio::task::JoinSet;
use tokio::time::{Instant, interval};
use tokio_util::sync::CancellationToken;

use super::load;
use super::stand::Stand;

/// How soon calls were seen.
#[derive(Debug, Serialize)]
pub struct Visible {
    /// Calls a second.
    pub rate: u64,
    /// Calls.
    pub calls: usize,
    /// Half of them within, milliseconds.
    pub p50_ms: f64,
    /// All but one in a hundred within, milliseconds.
    pub p99_ms: f64,
}

/// Between looks.
const LOOK_EVERY: Duration = Duration::from_millis(3);
/// A call not seen by then is lost.
const PATIENCE: Duration = Duration::from_secs(10);

/// Starts so many calls a second, and looks for each.
pub async fn measure(stand: &Stand, rate: u64, time: Duration) -> Result<Visible> {
    let stop = CancellationToken::new();
    let hearing = tokio::spawn({
        let (desk, stop) = (stand.desk().clone(), stop.clone());
        async move { desk.hear_until(stop).await }
    });
    let client = reqwest::Client::builder().timeout(PATIENCE).build()?;
    let mut tick = interval(Duration::from_secs_f64(1.0 / rate as f64));
    let until = Instant::now() + time;
    let mut looks = JoinSet::new();
    while Instant::now() < until {
        tick.tick().await;
        let (session, body) = stand.bodies.next_start();
        let (client, hook) = (client.clone(), stand.desk_url.clone());
        let (api, key) = (
            format!("{}/calls?session_id={session}", stand.api_url),
            stand.api_key.clone(),
        );
        looks.spawn(async move {
            load::send(&client, &hook, body).await?;
            look(&client, &api, &key).await
        });
    }
    let mut seen = Vec::new();
    while let Some(look) = looks.join_next().await {
        seen.push(look??);
    }
    stop.cancel();
    hearing.await?;
    seen.sort_unstable();
    Ok(Visible {
        rate,
        calls: seen.len(),
        p50_ms: load::percentile(&seen, 0.5),
        p99_ms: load::percentile(&seen, 0.99),
    })
}

async fn look(client: &reqwest::Client, url: &str, key: &str) -> Result<Duration> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let page: Value = client
            .get(url)
            .bearer_auth(key)
            .send()
            .await?
            .error_for_status()?
            .json()
            .await?;
        if page["items"]
            .as_array()
            .is_some_and(|items| !items.is_empty())
        {
            return Ok(began.elapsed());
        }
        tokio::time::sleep(LOOK_EVERY).await;
    }
    bail!("a call was not seen within {} s", PATIENCE.as_secs())
}
