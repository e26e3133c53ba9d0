//! `dozvon migrate`: the tables brought up to date, as every start does by itself.

use anyhow::Result;

use crate::open;
use crate::output::say;
use crate::settings::Settings;

/// Brings the tables up to date.
pub async fn run(settings: Settings) -> Result<()> {
    let store = open::open_store(&settings).await?;
    store.close().await;
    say("the tables are up to date");
    Ok(())
}
