//! Commands of `dozvon`, run to their end.

use std::process::Stdio;

use anyhow::{Context as _, Result};
use tokio::io::AsyncWriteExt as _;
use tokio::process::Command;

use crate::places;

/// What a command left behind.
#[derive(Debug)]
pub struct Ended {
    /// Its exit code.
    pub code: Option<i32>,
    /// What it said.
    pub said: String,
    /// What it complained of.
    pub complained: String,
}

/// Runs `dozvon` with these arguments, settings from the environment and standard input.
///
/// # Errors
/// When it cannot be started.
pub async fn dozvon(arguments: &[&str], settings: &[(&str, &str)], input: &str) -> Result<Ended> {
    let mut child = Command::new(places::dozvon()?)
        .args(arguments)
        .envs(settings.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("start dozvon")?;
    if let Some(mut stdin) = child.stdin.take() {
        // A command that reads nothing may have closed it already.
        let _ = stdin.write_all(input.as_bytes()).await;
    }
    let ended = child.wait_with_output().await.context("wait for dozvon")?;
    Ok(Ended {
        code: ended.status.code(),
        said: String::from_utf8_lossy(&ended.stdout).trim().to_owned(),
        complained: String::from_utf8_lossy(&ended.stderr).trim().to_owned(),
    })
}
