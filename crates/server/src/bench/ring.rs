//! How soon a call that rings stands on the screens of those it rings at: from sending its first notification until the
//! browser has the card.

mod browser;
mod report;
mod staff;

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use tokio::task::JoinSet;
use tokio::time::{Instant, interval};
use tokio_util::sync::CancellationToken;

use super::bodies::Bodies;
use super::load;
use super::stand::Stand;
use crate::cli::{BenchFormat, BenchRing};
use crate::output::{say, say_error};
use browser::{Browser, Expected};
use report::Report;

/// How long a call rings.
const RINGS_FOR: Duration = Duration::from_secs(1);
/// A card not seen by then is lost.
const PATIENCE: Duration = Duration::from_secs(10);

/// `dozvon bench ring`.
pub async fn ring(asked: BenchRing) -> Result<()> {
    let folder = tempfile::tempdir().context("could not make a folder for the benchmark")?;
    let stand = Stand::open(folder.path(), asked.database_url.as_deref()).await?;
    say_error(&format!("hiring {} agents", asked.browsers));
    let staff = staff::hire(&stand, asked.browsers, asked.team).await?;
    let stop = CancellationToken::new();
    let hearing = tokio::spawn({
        let (desk, stop) = (stand.desk().clone(), stop.clone());
        async move { desk.hear_until(stop).await }
    });
    let mut browsers = Vec::with_capacity(asked.browsers);
    for cookie in staff.iter().flat_map(|team| &team.members) {
        browsers.push(Browser::open(&stand.pages_url, cookie, &stop).await?);
    }
    say_error(&format!(
        "{} calls a second for {} s ring in {} browsers",
        asked.rate,
        asked.seconds,
        browsers.len()
    ));
    let mut tick = interval(Duration::from_secs_f64(1.0 / asked.rate.max(1) as f64));
    let until = Instant::now() + Duration::from_secs(asked.seconds.max(1));
    let client = Arc::new(reqwest::Client::builder().timeout(PATIENCE).build()?);
    let mut calls = JoinSet::new();
    let mut count = 0_usize;
    while Instant::now() < until {
        tick.tick().await;
        let team = staff.get(count % staff.len());
        let Some(team) = team else { continue };
        let call = Bodies::ringing(count as u64, &team.token, team.operator);
        let rings_at: Vec<Expected> = browsers
            .iter()
            .skip(team.first)
            .take(team.members.len())
            .map(|browser| browser.expects(&call.shown))
            .collect();
        let (client, hook) = (Arc::clone(&client), stand.desk_url.clone());
        calls.spawn(async move {
            let began = Instant::now();
            load::send(&client, &hook, call.begins).await?;
            let mut seen = Vec::with_capacity(rings_at.len());
            for expected in rings_at {
                seen.push(expected.seen(PATIENCE).await.map(|at| at - began));
            }
            // A caller lets it ring for so long: the load is as many calls at once as that makes.
            tokio::time::sleep_until(began + RINGS_FOR).await;
            load::send(&client, &hook, call.ends).await?;
            anyhow::Ok(seen)
        });
        count += 1;
    }
    let (mut times, mut lost) = (Vec::new(), 0);
    while let Some(seen) = calls.join_next().await {
        for time in seen?? {
            match time {
                Some(time) => times.push(time),
                None => lost += 1,
            }
        }
    }
    stop.cancel();
    hearing.await?;
    times.sort_unstable();
    let report = Report::of(&stand, &asked, count, &times, lost);
    stand.close().await;
    say(&match asked.format {
        BenchFormat::Markdown => report.markdown(),
        BenchFormat::Json => serde_json::to_string_pretty(&report)?,
    });
    Ok(())
}
