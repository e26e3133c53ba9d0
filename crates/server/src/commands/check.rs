//! `dozvon check`: settings, key and database looked at without running the desk.

use anyhow::{Context, Result};

use store::EngineKind;

use crate::open;
use crate::output::say;
use crate::settings::Settings;

/// Tells what was found; fails at the first thing that would keep the desk from running.
pub async fn run(settings: Settings) -> Result<()> {
    say(&format!(
        "settings    good; answers on {}, reached at {}",
        settings.listen,
        settings.public_url()
    ));
    let opened = open::open(&settings).await?;
    let engine = match opened.store.kind() {
        EngineKind::Sqlite => "SQLite",
        EngineKind::Postgres => "PostgreSQL",
    };
    opened
        .desk
        .ready()
        .await
        .context("the database does not answer")?;
    say(&format!("database    good; {engine}, tables up to date"));
    let opens = opened
        .desk
        .check_secrets()
        .await
        .context("could not look at the secrets")?;
    say(&format!("secret key  good; opens {opens} sealed secrets"));
    opened
        .desk
        .check_recordings()
        .await
        .context("could not use the storage of recordings: check recordings_url")?;
    say(&format!(
        "recordings  good; kept at {}",
        settings.recordings_url()
    ));
    let waiting = opened
        .desk
        .waiting_notifications()
        .await
        .context("could not look at the notifications")?;
    say(&format!(
        "inbox       {waiting} notifications wait to be heard"
    ));
    opened.close().await;
    Ok(())
}
