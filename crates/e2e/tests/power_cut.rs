//! A power cut under load: what was acknowledged is there after the restart, heard, and none twice.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::{Context, Result, ensure};
use dozvon_e2e::{Api, Desk, admin, furnish, until};
use reqwest::Client;
use serde_json::json;
use tempfile::TempDir;
use tokio::sync::Mutex;
use tokio::task::JoinSet;

/// Acknowledged before the cut.
const BEFORE_THE_CUT: usize = 400;
/// Senders side by side.
const SENDERS: i64 = 16;

/// Sends calls' starts until the desk is gone; gives the sessions that were acknowledged.
async fn send(
    url: String,
    token: String,
    first: i64,
    acknowledged: Arc<Mutex<BTreeSet<i64>>>,
) -> Result<()> {
    let client = Client::builder().no_proxy().build()?;
    for n in 0.. {
        let session = 7_000_000_000 + first + n * SENDERS;
        let body = json!({
            "ud_channel_token": token, "call_session_id": session, "notification_mnemonic": "in_call_session",
            "direction": "in", "contact_phone_number": format!("7916{:07}", session % 500),
        });
        let Ok(answer) = client.post(&url).json(&body).send().await else {
            break;
        };
        if answer.status().is_success() {
            acknowledged.lock().await.insert(session);
        }
    }
    Ok(())
}

/// The sessions of all calls, each as often as it is there.
async fn sessions(api: &Api) -> Result<Vec<i64>> {
    let (mut found, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = api.get(&format!("/api/v1/calls?limit=200{cursor}")).await?;
        let items = page["items"].as_array().context("items")?;
        found.extend(items.iter().filter_map(|call| call["session_id"].as_i64()));
        let Some(next) = page["next_cursor"].as_str() else {
            return Ok(found);
        };
        cursor = format!("&cursor={next}");
    }
}

async fn a_power_cut_loses_nothing(settings: &[(&str, &str)]) -> Result<()> {
    let folder = TempDir::new()?;
    let desk = Desk::start_with(folder.path(), settings).await?;
    let (_, token) = furnish(&desk, folder.path(), settings).await?;
    let acknowledged = Arc::new(Mutex::new(BTreeSet::new()));
    let mut senders = JoinSet::new();
    for first in 0..SENDERS {
        senders.spawn(send(
            desk.page("/hooks/uis"),
            token.clone(),
            first,
            Arc::clone(&acknowledged),
        ));
    }
    until("enough is acknowledged", async || {
        Ok((acknowledged.lock().await.len() >= BEFORE_THE_CUT).then_some(()))
    })
    .await?;
    desk.kill().await?;
    while let Some(sender) = senders.join_next().await {
        sender??;
    }

    let desk = Desk::start_with(folder.path(), settings).await?;
    let api = admin(&desk, folder.path(), settings).await?;
    let acknowledged = acknowledged.lock().await.clone();
    until("all that was acknowledged is heard", async || {
        let heard: BTreeSet<i64> = sessions(&api).await?.into_iter().collect();
        Ok(acknowledged.is_subset(&heard).then_some(()))
    })
    .await?;
    let all = sessions(&api).await?;
    let once: BTreeSet<i64> = all.iter().copied().collect();
    ensure!(all.len() == once.len(), "a call is there twice");
    let status = desk.stop().await?;
    ensure!(status.success(), "the desk stopped with {status}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_loses_nothing_on_sqlite() -> Result<()> {
    a_power_cut_loses_nothing(&[]).await
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_loses_nothing_on_postgresql() -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "tests have no settings")]
    let address = std::env::var("DOZVON_TEST_POSTGRES")
        .context("run through bin/test, which starts a PostgreSQL")?;
    let joint = if address.contains('?') { '&' } else { '?' };
    let schema = format!("power_cut_{}", std::process::id());
    let url = format!("{address}{joint}options=-c%20search_path%3D{schema}");
    let made = tokio::process::Command::new("psql")
        .args([&address, "-qc", &format!("CREATE SCHEMA {schema}")])
        .status()
        .await?;
    ensure!(made.success(), "psql could not make a schema");
    a_power_cut_loses_nothing(&[("DOZVON_DATABASE_URL", &url)]).await
}
