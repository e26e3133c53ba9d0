//! A power cut while a call is transcribed: after the restart its text is there whole, and once.

use std::collections::HashSet;

use anyhow::{Context as _, Result, ensure};
use axum::Router;
use axum::routing::get;
use dozvon_e2e::{Api, Desk, PATIENCE_WITH_SPEECH, admin, furnish, models, until, until_within};
use reqwest::Method;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::net::TcpListener;

const SOUND: &[u8] = include_bytes!("../../sandbox/assets/sounds/ru_call_stereo.mp3");
/// A frame of it lasts 72 ms: so many are eighteen seconds.
const PART: usize = 250 * 288;
const SESSION: i64 = 7_000_000_002;

/// A provider with the beginning of a talk, and with what came after it.
async fn provider() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let host = listener.local_addr()?.to_string();
    let path = |n: u8| format!("/system/media/talk/{SESSION}/{n:032x}");
    let router = Router::new()
        .route(&path(1), get(async || &SOUND[288..288 + PART]))
        .route(&path(2), get(async || &SOUND[288 + PART..288 + 2 * PART]));
    tokio::spawn(async move { axum::serve(listener, router).await });
    Ok(host)
}

async fn the_call(api: &Api) -> Result<Value> {
    let path = format!("/api/v1/calls?session_id={SESSION}");
    let calls = api.get(&path).await?;
    Ok(calls["items"][0].clone())
}

/// Waits until all that was recorded is kept; the call's id.
async fn kept(api: &Api) -> Result<String> {
    until("both recordings are kept", async || {
        let call = the_call(api).await?;
        let all = call["recordings"].as_array().context("recordings")?.clone();
        let kept = all.iter().filter(|one| one["state"] == "kept").count();
        Ok((kept == 2).then(|| call["id"].as_str().unwrap_or_default().to_owned()))
    })
    .await
}

/// Everything about the ticket that says what was said.
async fn texts(api: &Api, ticket: &str) -> Result<Vec<Value>> {
    let timeline = api
        .get(&format!("/api/v1/tickets/{ticket}/timeline"))
        .await?;
    let entries = timeline["items"].as_array().context("entries")?.clone();
    let said = entries
        .into_iter()
        .filter(|one| one["kind"] == "transcript");
    Ok(said.collect())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_power_cut_in_the_middle_of_a_transcript_loses_and_repeats_nothing() -> Result<()> {
    let folder = TempDir::new()?;
    let (host, models) = (provider().await?, models()?);
    let settings = [
        ("DOZVON_PROVIDERS__UIS__MEDIA_HOSTS", host.as_str()),
        ("DOZVON_SPEECH__MODELS", models.as_str()),
    ];
    let desk = Desk::start_with(folder.path(), &settings).await?;
    let (api, token) = furnish(&desk, folder.path(), &settings).await?;
    let on = json!({"enabled": true, "language": "ru"});
    api.ask(Method::PATCH, "/api/v1/extensions/transcription", Some(&on))
        .await?;
    let links: Vec<String> = (1..=2)
        .map(|n| format!("http://{host}/system/media/talk/{SESSION}/{n:032x}"))
        .collect();
    let over = json!({
        "ud_channel_token": token, "call_session_id": SESSION, "notification_mnemonic": "call_session_finished",
        "direction": "in", "contact_phone_number": "79160000003", "is_lost": false, "talk_time_duration": 36,
        "finish_time": "2026-03-28 16:30:03.000", "record_file_links": links,
    });
    api.post("/hooks/uis", &over).await?;
    let id = kept(&api).await?;
    let path = format!("/api/v1/calls/{id}/transcript");
    api.post(&path, &json!({})).await?;
    // One recording is done and the other is being heard.
    until_within(PATIENCE_WITH_SPEECH, "half of it is done", async || {
        let making = api.get(&path).await?;
        ensure!(making["state"] != "ready", "too late for a power cut");
        Ok((making["percent"].as_i64() >= Some(50)).then_some(()))
    })
    .await?;
    desk.kill().await?;

    let desk = Desk::start_with(folder.path(), &settings).await?;
    let api = admin(&desk, folder.path(), &settings).await?;
    // Somebody who saw nothing happen asks once more.
    api.post(&path, &json!({})).await?;
    let read = until_within(PATIENCE_WITH_SPEECH, "the text is there", async || {
        let read = api.get(&path).await?;
        Ok((read["state"] == "ready").then_some(read))
    })
    .await?;
    let segments = read["segments"].as_array().context("segments")?;
    let places: HashSet<String> = segments
        .iter()
        .map(|one| format!("{} {} {}", one["recording"], one["speaker"], one["start"]))
        .collect();
    ensure!(
        places.len() == segments.len(),
        "a line is there twice: {read}"
    );
    let heard: HashSet<_> = segments
        .iter()
        .map(|one| one["recording"].to_string())
        .collect();
    ensure!(heard.len() == 2, "a recording is missing: {read}");
    let call = the_call(&api).await?;
    let ticket = call["ticket_id"].as_str().context("a ticket")?;
    let texts = texts(&api, ticket).await?;
    ensure!(texts.len() == 1, "{texts:#?}");
    let status = desk.stop().await?;
    ensure!(status.success(), "the desk stopped with {status}");
    Ok(())
}
