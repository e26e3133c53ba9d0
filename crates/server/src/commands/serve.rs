//! `dozvon serve`: the desk.

use anyhow::Result;

use crate::cli::Serve;
use crate::settings::Settings;
use crate::{metering, open, run, stop};

/// Runs the desk until it is told to stop.
pub async fn run(mut settings: Settings, asked: Serve) -> Result<()> {
    settings.listen = asked.listen.unwrap_or(settings.listen);
    let stop = stop::on_signal()?;
    let metrics = metering::collect()?;
    let listener = run::listen(settings.listen).await?;
    settings.listen = listener.local_addr()?;
    let opened = open::open(&settings).await?;
    if let Some(address) = settings.metrics_listen {
        let listener = metering::listen(address).await?;
        tokio::spawn(metering::answer(listener, metrics, stop.clone()));
    }
    tracing::info!(address = %settings.listen, url = settings.public_url(), "the desk is ready");
    let router = run::router(&opened.desk, &settings, &stop);
    run::run(opened, listener, router, stop).await
}
