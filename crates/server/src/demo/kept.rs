//! What a demo keeps beside its database, so that it goes on with the same keys.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};

/// Secrets of a demo that nobody else knows.
#[derive(Debug, Serialize, Deserialize)]
pub struct Kept {
    /// An administrator's key of the API.
    pub api_key: String,
    /// Somebody of each role.
    pub sign_ins: Vec<SignIn>,
    /// The channel the PBX is connected to.
    pub channel_id: String,
    /// Its token.
    pub channel_token: String,
}

/// Somebody who can sign in.
#[derive(Debug, Serialize, Deserialize)]
pub struct SignIn {
    /// E-mail.
    pub email: String,
    /// Password.
    pub password: String,
    /// Role.
    pub role: String,
}

const FILE: &str = "demo.json";

impl Kept {
    /// What an earlier start has kept.
    pub fn read(folder: &Path) -> Result<Option<Self>> {
        match std::fs::read_to_string(folder.join(FILE)) {
            Ok(text) => serde_json::from_str(&text)
                .map(Some)
                .context("demo.json is damaged: start over with another --data-dir"),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error).context("could not read demo.json"),
        }
    }

    /// Keeps it for its owner's eyes.
    pub fn write(&self, folder: &Path) -> Result<()> {
        let written = folder.join("demo.json.new");
        let mut file = std::fs::OpenOptions::new()
            .write(true)
            .create(true)
            .truncate(true)
            .mode(0o600)
            .open(&written)
            .context("could not write demo.json")?;
        file.write_all(&serde_json::to_vec_pretty(self)?)?;
        file.sync_all()?;
        std::fs::rename(written, folder.join(FILE)).context("could not put demo.json in its place")
    }
}
