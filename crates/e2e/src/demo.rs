//! The desk with a sandbox PBX, as `dozvon demo` starts it.

use std::path::Path;
use std::process::ExitStatus;

use anyhow::{Context as _, Result};
use serde::Deserialize;
use tempfile::TempDir;
use tokio::process::Command;

use crate::api::Api;
use crate::browser::Browser;
use crate::places;
use crate::program::Program;
use crate::until::until;

/// A running demo with no calls but those the story makes. Gone when dropped.
pub struct Demo {
    /// Where it is and how to get in.
    pub ready: Ready,
    program: Program,
    _folder: Option<TempDir>,
}

/// The one line that `dozvon demo --json` prints.
#[derive(Clone, Debug, Deserialize)]
pub struct Ready {
    /// The desk, without a slash at the end.
    pub desk_url: String,
    /// The sandbox PBX.
    pub sandbox_url: String,
    /// Where the desk is measured.
    pub metrics_url: String,
    /// An administrator's.
    pub api_key: String,
    /// One for each role.
    pub sign_ins: Vec<SignIn>,
    /// The channel that the sandbox is connected to.
    pub channel_id: String,
    /// Its token, which notifications carry.
    pub channel_token: String,
    /// The key that the sandbox's own APIs accept.
    pub sandbox_api_key: String,
    /// The process that holds both.
    pub pid: u32,
}

/// Somebody who can sign in.
#[derive(Clone, Debug, Deserialize)]
pub struct SignIn {
    /// What they type as their name.
    pub email: String,
    /// What they type as their password.
    pub password: String,
    /// `admin`, `supervisor`, `agent` or `internal`.
    pub role: String,
}

impl Demo {
    /// Starts one in a folder of its own, with more arguments for `dozvon demo`.
    ///
    /// # Errors
    /// When it does not get ready.
    pub async fn start(arguments: &[&str]) -> Result<Self> {
        let folder = TempDir::with_prefix("dozvon-demo-").context("make a folder for the demo")?;
        let demo = Self::start_in(folder.path(), arguments).await?;
        Ok(Self {
            _folder: Some(folder),
            ..demo
        })
    }

    /// Starts one in a folder that stays: to go on where another stopped.
    ///
    /// # Errors
    /// When it does not get ready.
    pub async fn start_in(folder: &Path, arguments: &[&str]) -> Result<Self> {
        let mut command = Command::new(places::dozvon()?);
        if let Ok(models) = places::models() {
            command.env("DOZVON_SPEECH__MODELS", models);
        }
        command
            .args(["demo", "--json", "--calls-per-minute", "0"])
            .args(["--listen", "127.0.0.1:0", "--sandbox-listen", "127.0.0.1:0"])
            .arg("--data-dir")
            .arg(folder)
            .args(arguments);
        let mut program = Program::start(&mut command)?;
        let line = program
            .first(|line| Some(line.to_owned()))
            .await
            .context("start the demo")?;
        let ready =
            serde_json::from_str(&line).with_context(|| format!("read the demo's line: {line}"))?;
        Ok(Self {
            ready,
            program,
            _folder: None,
        })
    }

    /// The desk's API with the administrator's key. Paths start with `/api/v1`.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn api(&self) -> Result<Api> {
        Api::new(&self.ready.desk_url, Some(&self.ready.api_key))
    }

    /// The sandbox PBX's panel. Paths start with `/panel`.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn sandbox(&self) -> Result<Api> {
        Api::new(&self.ready.sandbox_url, None)
    }

    /// A page's address on the desk.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.ready.desk_url.trim_end_matches('/'))
    }

    /// Signs in as the one who has the role, by the page.
    ///
    /// # Errors
    /// When the desk does not let them in.
    pub async fn sign_in(&self, browser: &Browser, role: &str) -> Result<()> {
        let found = self
            .ready
            .sign_ins
            .iter()
            .find(|person| person.role == role);
        let person = found.with_context(|| format!("find somebody with the role {role}"))?;
        browser.open(&self.page("/sign_in")).await?;
        browser.fill("input[name=email]", &person.email).await?;
        browser
            .fill("input[name=password]", &person.password)
            .await?;
        browser.press("form button[type=submit]").await?;
        until("the desk has let them in", async || {
            Ok((!browser.current_url().await?.path().starts_with("/sign_in")).then_some(()))
        })
        .await
    }

    /// Asks it to stop and waits: for the status it ends with.
    ///
    /// # Errors
    /// When it does not stop.
    pub async fn stop(self) -> Result<ExitStatus> {
        self.program.stop().await
    }

    /// Ends it as a power cut would.
    ///
    /// # Errors
    /// When it cannot be waited for.
    pub async fn kill(self) -> Result<()> {
        self.program.kill().await
    }
}
