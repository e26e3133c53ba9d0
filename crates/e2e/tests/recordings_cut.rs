//! A power cut while a recording is on its way: after the restart it is there whole, and once.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::routing::get;
use dozvon_e2e::{Api, Desk, admin, furnish, until};
use futures_util::{StreamExt as _, stream};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;

const SOUND: &[u8] = include_bytes!("../../sandbox/assets/sounds/ru_call_stereo.mp3");
const SESSION: i64 = 7_000_000_001;

/// How often the provider was asked.
type Asked = Arc<AtomicUsize>;

/// The first time the provider sends one half and then nothing more; after that all of it.
async fn recording(State(asked): State<Asked>) -> Body {
    if asked.fetch_add(1, Ordering::SeqCst) > 0 {
        return Body::from(SOUND);
    }
    let half = Bytes::from_static(&SOUND[..SOUND.len() / 2]);
    let half = stream::once(async move { Ok::<_, Infallible>(half) });
    Body::from_stream(half.chain(stream::pending()))
}

async fn provider() -> Result<(String, Asked)> {
    let asked = Asked::default();
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let host = listener.local_addr()?.to_string();
    let path = "/system/media/talk/{session}/{hash}";
    let router = Router::new()
        .route(path, get(recording))
        .with_state(Arc::clone(&asked));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok((host, asked))
}

/// The first recording of the one call, when there is one.
async fn the_recording(api: &Api) -> Result<Option<Value>> {
    let calls = api
        .get(&format!("/api/v1/calls?session_id={SESSION}"))
        .await?;
    let all = calls["items"][0]["recordings"].as_array().cloned();
    let all = all.unwrap_or_default();
    ensure!(all.len() <= 1, "{all:?}");
    Ok(all.into_iter().next())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_in_the_middle_of_a_recording_loses_nothing() -> Result<()> {
    let folder = TempDir::new()?;
    let (host, asked) = provider().await?;
    let settings = [("DOZVON_PROVIDERS__UIS__MEDIA_HOSTS", host.as_str())];
    let desk = Desk::start_with(folder.path(), &settings).await?;
    let (api, token) = furnish(&desk, folder.path(), &settings).await?;
    let link = format!("http://{host}/system/media/talk/{SESSION}/{:032x}", 7);
    let over = json!({
        "ud_channel_token": token, "call_session_id": SESSION, "notification_mnemonic": "call_session_finished",
        "direction": "in", "contact_phone_number": "79160000002", "is_lost": false, "talk_time_duration": 45,
        "finish_time": "2026-03-28 16:30:03.000", "record_file_links": [link],
    });
    api.post("/hooks/uis", &over).await?;
    until("half of it has come", async || {
        Ok((asked.load(Ordering::SeqCst) > 0).then_some(()))
    })
    .await?;
    until("it is on its way", async || {
        let one = the_recording(&api).await?.context("a recording")?;
        Ok((one["state"] == "fetching").then_some(()))
    })
    .await?;
    desk.kill().await?;

    let desk = Desk::start_with(folder.path(), &settings).await?;
    let api = admin(&desk, folder.path(), &settings).await?;
    let one = until("the recording is kept", async || {
        let one = the_recording(&api).await?.context("a recording")?;
        Ok((one["state"] == "kept").then_some(one))
    })
    .await?;
    ensure!(one["bytes"] == SOUND.len(), "{one}");
    ensure!(kept_files(&folder)? == 1, "it is there once");
    ensure!(
        asked.load(Ordering::SeqCst) == 2,
        "it was fetched once more, and no oftener"
    );
    let status = desk.stop().await?;
    ensure!(status.success(), "the desk stopped with {status}");
    Ok(())
}

fn kept_files(folder: &TempDir) -> Result<usize> {
    let mut files = 0;
    let mut folders = vec![folder.path().join("recordings")];
    while let Some(next) = folders.pop() {
        for one in std::fs::read_dir(next)? {
            let one = one?;
            match one.file_type()?.is_dir() {
                true => folders.push(one.path()),
                false => files += 1,
            }
        }
    }
    Ok(files)
}
