//! The desk alone, as `dozvon serve` starts it.

use std::net::TcpListener;
use std::path::Path;
use std::process::ExitStatus;

use anyhow::{Context as _, Result, bail};
use tokio::process::Command;

use crate::api::Api;
use crate::places;
use crate::program::Program;
use crate::until::until;

/// A running desk. Gone when dropped.
pub struct Desk {
    url: String,
    program: Program,
}

impl Desk {
    /// Starts one on the folder and waits until it is ready.
    ///
    /// # Errors
    /// When it does not get ready.
    pub async fn start(folder: &Path) -> Result<Self> {
        Self::start_with(folder, &[]).await
    }

    /// The same with more settings: pairs such as `("DOZVON_DATABASE_URL", "postgres://…")`.
    ///
    /// # Errors
    /// When it does not get ready.
    pub async fn start_with(folder: &Path, settings: &[(&str, &str)]) -> Result<Self> {
        let (listen, metrics) = (free_address()?, free_address()?);
        let mut command = Command::new(places::dozvon()?);
        command
            .args(["serve", "--data-dir"])
            .arg(folder)
            .envs([
                ("DOZVON_LISTEN", &listen),
                ("DOZVON_METRICS_LISTEN", &metrics),
            ])
            .envs(settings.iter().copied());
        let mut program = Program::start(&mut command)?;
        let url = format!("http://{listen}");
        let api = Api::new(&url, None)?;
        let ready = until("the desk is ready", async || {
            if let Some(status) = program.ended()? {
                return Ok(Some(Err(status)));
            }
            Ok(api.answers("/readyz").await?.then_some(Ok(())))
        });
        if let Err(status) = ready.await? {
            bail!("the desk ended before it was ready: {status}");
        }
        Ok(Self { url, program })
    }

    /// A page's address.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}{path}", self.url)
    }

    /// The API with a key.
    ///
    /// # Errors
    /// When no HTTP client can be made.
    pub fn api(&self, key: &str) -> Result<Api> {
        Api::new(&self.url, Some(key))
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

/// An address that was free a moment ago: `serve` does not tell which port it was given.
fn free_address() -> Result<String> {
    let listener = TcpListener::bind("127.0.0.1:0").context("find a free port")?;
    Ok(listener
        .local_addr()
        .context("find a free port")?
        .to_string())
}
