//! A desk with a long history: calls that were heard one after another, as a provider tells them.

use std::sync::Arc;

use anyhow::{Context, Result};
use bytes::Bytes;
use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use desk::Desk;
use desk::ingest::Incoming;

use super::bodies::Bodies;
use crate::output::say_error;

/// Requests under way at once.
const AT_ONCE: u64 = 64;
/// Calls between two lines of progress.
const TELL_EVERY: u64 = 20_000;
/// Over how many days the calls are spread.
const DAYS: u64 = 365;

/// Fills the desk with `calls` calls of `clients` clients, each client with one ticket.
pub async fn fill(desk: &Desk, bodies: &Arc<Bodies>, clients: u64, calls: u64) -> Result<()> {
    let mut told = 0;
    while told < calls {
        let until = (told + TELL_EVERY).min(calls);
        take(desk, bodies, clients, calls, told..until).await?;
        desk.hear_all().await?;
        told = until;
        say_error(&format!("{told} of {calls} calls"));
    }
    Ok(())
}

async fn take(
    desk: &Desk,
    bodies: &Arc<Bodies>,
    clients: u64,
    calls: u64,
    which: std::ops::Range<u64>,
) -> Result<()> {
    let mut senders = JoinSet::new();
    for first in which.start..which.start + AT_ONCE {
        let (desk, bodies, end) = (desk.clone(), Arc::clone(bodies), which.end);
        senders.spawn(async move {
            let mut n = first;
            while n < end {
                let body = bodies.finished(n, n % clients, moment(desk.now(), n, calls)?);
                desk.take(incoming(body))
                    .await
                    .context("could not keep a call")?;
                n += AT_ONCE;
            }
            anyhow::Ok(())
        });
    }
    while let Some(sent) = senders.join_next().await {
        sent??;
    }
    Ok(())
}

/// The calls of a year, evenly, the last one a minute ago.
fn moment(now: Timestamp, n: u64, calls: u64) -> Result<Timestamp> {
    let year = DAYS * 24 * 60 * 60;
    let before = year - year * n / calls.max(1);
    let before = SignedDuration::from_secs(i64::try_from(before)? + 60);
    Ok(now - before)
}

fn incoming(body: String) -> Incoming {
    Incoming {
        tokens: Vec::new(),
        method: "POST".to_owned(),
        query: String::new(),
        content_type: Some("application/json".to_owned()),
        body: Bytes::from(body),
        address: None,
    }
}
