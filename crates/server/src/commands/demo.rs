//! `dozvon demo`: the desk and a sandbox PBX in one process, connected, with calls flowing.

use std::net::SocketAddr;
use std::path::PathBuf;

use anyhow::{Context, Result};
use axum::Router;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use url::Url;

use sandbox::Sandbox;

use crate::cli::{Demo, Place};
use crate::demo::{Kept, ready, settle};
use crate::settings::Settings;
use crate::{metering, open, run, stop};

/// Where a demo is kept when no folder is named.
const FOLDER: &str = "./data/demo";

/// Runs both until told to stop.
pub async fn run(mut settings: Settings, place: Place, asked: Demo) -> Result<()> {
    let stop = stop::on_signal()?;
    let metrics = metering::collect()?;
    settings.data_dir = place.data_dir.unwrap_or_else(|| PathBuf::from(FOLDER));
    let desk_listener = run::listen(asked.listen).await?;
    let pbx_listener = run::listen(asked.sandbox_listen).await?;
    let metrics_listener = metering::listen(SocketAddr::from(([127, 0, 0, 1], 0))).await?;
    let pbx_address = pbx_listener.local_addr()?;
    settings.listen = desk_listener.local_addr()?;
    settings.public_url = None;
    settings.database_url = None;
    settings.recordings_url = None;
    settings.secret_key_file = None;
    let api = |name: &str| Url::parse(&format!("http://{pbx_address}/{name}"));
    let uis = &mut settings.providers.uis;
    uis.media_hosts.push(pbx_address.to_string());
    uis.call_api_url = Some(api("call-api/v4.0")?);
    uis.data_api_url = Some(api("data-api/v2.0")?);

    let opened = open::open(&settings).await?;
    let pbx = open_pbx(&settings, &asked, pbx_address).await?;
    let kept = settle(&opened.desk, &pbx, &settings.data_dir).await?;
    let metrics_url = format!("http://{}/metrics", metrics_listener.local_addr()?);
    tokio::spawn(metering::answer(metrics_listener, metrics, stop.clone()));
    let calls = asked.calls_per_minute > 0.0;
    let playing = tokio::spawn(play(pbx.clone(), pbx_listener, pbx.router(), stop.clone()));
    tell(
        &asked,
        &settings,
        &pbx,
        &kept.kept,
        pbx_address,
        &metrics_url,
    );
    if kept.fresh && calls {
        tokio::spawn(crate::demo::first_calls(format!("http://{pbx_address}")));
    }
    if calls {
        let desk = opened.desk.clone();
        tokio::spawn(crate::demo::colleagues(desk, kept.kept, stop.clone()));
    }
    let router = run::router(&opened.desk, &settings, &stop);
    let ran = run::run(opened, desk_listener, router, stop.clone()).await;
    stop.cancel();
    playing.await.context("the sandbox broke off")??;
    ran
}

async fn open_pbx(settings: &Settings, asked: &Demo, address: SocketAddr) -> Result<Sandbox> {
    let options = sandbox::Options {
        data_dir: Some(settings.data_dir.join("sandbox")),
        seed: 1,
        calls_per_minute: asked.calls_per_minute,
        speed: 1.0,
    };
    let pbx = Sandbox::open(options)
        .await
        .context("could not open the sandbox PBX")?;
    pbx.set_public_url(&format!("http://{address}"));
    Ok(pbx)
}

async fn play(
    pbx: Sandbox,
    listener: TcpListener,
    router: Router,
    stop: CancellationToken,
) -> Result<()> {
    let running = tokio::spawn(pbx.run(stop.clone()));
    axum::serve(listener, router)
        .with_graceful_shutdown(stop.cancelled_owned())
        .await?;
    running.await.context("the sandbox's calls broke off")
}

fn tell(
    asked: &Demo,
    settings: &Settings,
    pbx: &Sandbox,
    kept: &Kept,
    pbx_address: SocketAddr,
    metrics_url: &str,
) {
    let ready = ready(settings, pbx, kept, pbx_address, metrics_url);
    if asked.json {
        ready.as_json()
    } else {
        ready.as_text()
    }
}
