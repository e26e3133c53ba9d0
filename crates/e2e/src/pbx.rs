//! The sandbox PBX alone, as `dozvon sandbox` starts it.

use std::path::Path;

use anyhow::Result;
use tokio::process::Command;

use crate::api::Api;
use crate::places;
use crate::program::Program;

/// A running sandbox PBX that makes no calls by itself. Gone when dropped.
pub struct Pbx {
    /// Its panel. Paths start with `/panel`.
    pub panel: Api,
    /// Its address, `host:port`.
    pub address: String,
    /// The key its APIs accept.
    pub api_key: String,
    _program: Program,
}

impl Pbx {
    /// Starts one on the folder.
    ///
    /// # Errors
    /// When it does not get ready.
    pub async fn start(folder: &Path) -> Result<Self> {
        let mut command = Command::new(places::dozvon()?);
        command
            .args(["sandbox", "--listen", "127.0.0.1:0", "--data-dir"])
            .arg(folder);
        let mut program = Program::start(&mut command)?;
        let said =
            |line: &str, name: &str| line.strip_prefix(name).map(|rest| rest.trim().to_owned());
        let url = std::cell::RefCell::new(String::new());
        let api_key = program
            .first(|line| {
                if let Some(found) = said(line, "sandbox PBX") {
                    *url.borrow_mut() = found;
                }
                said(line, "API key")
            })
            .await?;
        let url = url.into_inner();
        Ok(Self {
            panel: Api::new(&url, None)?,
            address: url.trim_start_matches("http://").to_owned(),
            api_key,
            _program: program,
        })
    }
}
