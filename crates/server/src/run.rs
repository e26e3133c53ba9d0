//! A running desk: listener, hearing, jobs, reconcilers; all end together.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::Router;
use tokio::net::TcpListener;
use tokio::task::JoinSet;
use tokio_util::sync::CancellationToken;

use desk::Desk;
use web::WebOptions;

use crate::open::Opened;
use crate::settings::Settings;

/// How long requests that are being answered may take when the desk stops.
const LAST_ANSWERS: Duration = Duration::from_secs(10);
/// How long work may take that was under way; what is cut off then is done again after the next start.
const LAST_WORK: Duration = Duration::from_secs(5);

/// Opens the listener; fails before anything runs.
pub async fn listen(address: SocketAddr) -> Result<TcpListener> {
    TcpListener::bind(address).await.with_context(|| {
        format!(
            "could not listen on {address}: is the desk running already? choose another `listen`"
        )
    })
}

/// The desk's pages, API and hooks.
pub fn router(desk: &Desk, settings: &Settings, stop: &CancellationToken) -> Router {
    let options = WebOptions {
        trusted_proxies: settings.trusted_proxies.clone(),
        stop: stop.clone(),
        secure_cookies: settings.public_url().starts_with("https:"),
    };
    web::router(desk.clone(), options)
}

/// Runs until `stop`, then lets what is under way end.
pub async fn run(
    opened: Opened,
    listener: TcpListener,
    router: Router,
    stop: CancellationToken,
) -> Result<()> {
    // The first number read in a process loads the numbering plans: better now than at the first call.
    tokio::task::spawn_blocking(|| {
        domain::PhoneNumber::parse("+442079460958", domain::Country::default()).is_ok()
    });
    let mut work = JoinSet::new();
    for task in 0..4 {
        let (desk, stop) = (opened.desk.clone(), stop.clone());
        work.spawn(async move {
            match task {
                0 => desk.hear_until(stop).await,
                1 => desk.work_until(stop).await,
                2 => desk.follow_words_until(stop).await,
                _ => desk.reconcile_until(stop).await,
            }
        });
    }
    let answering = axum::serve(
        listener,
        router.into_make_service_with_connect_info::<SocketAddr>(),
    )
    .with_graceful_shutdown(stop.clone().cancelled_owned());
    tokio::select! {
        ended = answering => ended.context("the listener broke off")?,
        () = after(&stop, LAST_ANSWERS) => tracing::warn!("some requests were still being answered and are cut off"),
    }
    stop.cancel();
    finish(work, LAST_WORK).await;
    opened.close().await;
    tracing::info!("stopped");
    Ok(())
}

async fn after(stop: &CancellationToken, time: Duration) {
    stop.cancelled().await;
    tokio::time::sleep(time).await;
}

/// Lets work end, but not for ever: a PBX that does not answer is no reason not to stop.
async fn finish(mut work: JoinSet<()>, time: Duration) {
    let ending = async { while work.join_next().await.is_some() {} };
    if tokio::time::timeout(time, ending).await.is_err() {
        tracing::warn!("some work was still under way and is cut off");
        work.shutdown().await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn work_that_waits_for_somebody_does_not_hold_the_end() {
        let mut work = JoinSet::new();
        let (ended, mut waiting) = tokio::sync::oneshot::channel::<()>();
        work.spawn(async {});
        work.spawn(async move {
            std::future::pending::<()>().await;
            drop(ended);
        });
        finish(work, LAST_WORK).await;
        let gone = waiting.try_recv();
        assert!(gone.is_err_and(|why| why == tokio::sync::oneshot::error::TryRecvError::Closed));
    }
}
