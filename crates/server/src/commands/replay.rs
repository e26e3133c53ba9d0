//! `dozvon replay`: notifications heard again, after a fix.

use anyhow::{Context, Result};

use domain::notification::Verdict;

use crate::cli::Replay;
use crate::open;
use crate::output::say;
use crate::settings::Settings;

/// What is heard again unless all is asked for.
const NOT_HEARD: [Verdict; 2] = [Verdict::Unreadable, Verdict::Failed];

/// Puts notifications back and hears them, here or in the running desk, whichever is first.
pub async fn run(settings: Settings, asked: Replay) -> Result<()> {
    let opened = open::open(&settings).await?;
    let verdicts: &[Verdict] = if asked.all { &Verdict::ALL } else { &NOT_HEARD };
    let put_back = opened
        .desk
        .put_back(asked.channel, verdicts)
        .await
        .context("could not put notifications back")?;
    opened
        .desk
        .hear_all()
        .await
        .context("could not hear the notifications")?;
    say(&format!("{put_back} notifications heard again"));
    opened.close().await;
    Ok(())
}
