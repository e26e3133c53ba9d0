//! Commands of `dozvon`, run to their end.

use std::process::Stdio;

use anyhow::{Context as _, Result, ensure};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::places;
use crate::until::PATIENCE;

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
    let mut child = start(arguments, settings)?;
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

/// Starts the server in a folder, leaves what it says unread as soon as it has said something, and asks it to stop (SIGTERM);
/// the code it ends with.
///
/// # Errors
/// When it cannot be started, says nothing, or does not end.
pub async fn serve_unread(folder: &str) -> Result<Option<i32>> {
    let serve = ["serve", "--listen", "127.0.0.1:0", "--data-dir", folder];
    let mut child = start(&serve, &[])?;
    drop(child.stdout.take());
    let said = child.stderr.take().context("its standard error")?;
    let mut lines = BufReader::new(said).lines();
    let first = timeout(PATIENCE, lines.next_line()).await;
    first.context("wait until it says something")??;
    drop(lines);
    let pid = child.id().context("it has ended already")?.to_string();
    let told = std::process::Command::new("kill").arg(pid).status()?;
    ensure!(told.success(), "it could not be told to stop");
    let ended = timeout(PATIENCE, child.wait()).await;
    Ok(ended.context("wait until it stops")??.code())
}

fn start(arguments: &[&str], settings: &[(&str, &str)]) -> Result<Child> {
    Command::new(places::dozvon()?)
        .args(arguments)
        .envs(settings.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .kill_on_drop(true)
        .spawn()
        .context("start dozvon")
}
