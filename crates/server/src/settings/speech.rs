//! Who turns speech into text.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use url::Url;

/// Who turns speech into text; what is empty is not set.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Speech {
    /// Which engine.
    pub engine: Engine,
    /// The model by its name or path.
    pub model: String,
    /// The folder of models; without it, in the data folder.
    pub models: PathBuf,
    /// Where an engine elsewhere answers, the whole address.
    pub url: String,
    /// What it knows us by.
    pub api_key: SecretString,
    /// Two letters, or `auto`.
    pub language: String,
    /// Calls transcribed at once; 0: one less than there are processors.
    pub workers: usize,
}

/// Which engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Engine {
    /// whisper.cpp in this process.
    #[default]
    Embedded,
    /// A server that speaks the protocol of OpenAI.
    Openai,
}

impl Speech {
    /// The model that is named.
    #[must_use]
    pub fn model(&self) -> Option<String> {
        (!self.model.is_empty()).then(|| self.model.clone())
    }

    /// The language that is set.
    #[must_use]
    pub fn language(&self) -> Option<String> {
        let set = !matches!(self.language.as_str(), "" | "auto");
        set.then(|| self.language.clone())
    }

    /// The key that is set.
    #[must_use]
    pub fn api_key(&self) -> Option<SecretString> {
        let set = !self.api_key.expose_secret().is_empty();
        set.then(|| self.api_key.clone())
    }

    /// Calls that are transcribed at once.
    #[must_use]
    pub fn workers(&self) -> usize {
        match self.workers {
            0 => speech::embedded::Setup::usual_workers(),
            workers => workers,
        }
    }

    /// The folder of models.
    #[must_use]
    pub fn folder(&self, data_dir: &Path) -> PathBuf {
        if self.models.as_os_str().is_empty() {
            data_dir.join("models")
        } else {
            self.models.clone()
        }
    }

    /// Refuses what cannot work.
    pub(super) fn check(&self) -> Result<()> {
        let letters = self.language.bytes().all(|byte| byte.is_ascii_lowercase());
        if self.language().is_some() && !(letters && matches!(self.language.len(), 2 | 3)) {
            bail!(
                "speech.language `{}` is not a language: use ru, en or auto",
                self.language
            );
        }
        if self.engine == Engine::Embedded {
            return Ok(());
        }
        let url = Url::parse(&self.url).ok();
        if !url.is_some_and(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some())
        {
            bail!(
                "speech.url `{}` is not an address of the web, and the engine `openai` needs one: use https://speech.example.ru/v1/audio/transcriptions",
                self.url
            );
        }
        Ok(())
    }
}
