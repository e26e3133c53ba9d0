//! `dozvon sandbox`: the sandbox PBX alone.

use anyhow::{Context, Result};

use crate::cli::{Place, Sandbox};
use crate::output::say;
use crate::{run, stop};

/// Runs the sandbox until it is told to stop.
pub async fn run(place: Place, asked: Sandbox) -> Result<()> {
    let stop = stop::on_signal()?;
    let listener = run::listen(asked.listen).await?;
    let url = format!("http://{}", listener.local_addr()?);
    let options = sandbox::Options {
        data_dir: place.data_dir,
        seed: asked.seed,
        calls_per_minute: asked.calls_per_minute,
        speed: 1.0,
    };
    let pbx = sandbox::Sandbox::open(options)
        .await
        .context("could not open the sandbox PBX")?;
    pbx.set_public_url(&url);
    say(&format!(
        "sandbox PBX  {url}\nAPI key      {}",
        pbx.api_key()
    ));
    let running = tokio::spawn(pbx.clone().run(stop.clone()));
    axum::serve(listener, pbx.router())
        .with_graceful_shutdown(stop.clone().cancelled_owned())
        .await?;
    stop.cancel();
    running.await.context("the sandbox broke off")?;
    Ok(())
}
