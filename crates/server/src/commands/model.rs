//! `dozvon model`: the models that the embedded engine listens with.

use std::path::PathBuf;

use anyhow::{Context, Result};

use speech::model::{Added, Fetched};

use crate::output::{say, say_error};
use crate::settings::Settings;
use crate::speech_engine::model_folders;

/// `dozvon model fetch`: steps on standard error, the model's place on standard output.
pub async fn fetch(settings: Settings) -> Result<()> {
    let folders = model_folders(&settings);
    let fetched = tokio::task::spawn_blocking(move || speech::model::fetch(&folders, &say_error));
    let fetched = fetched.await.context("fetching broke off")?;
    match fetched.context("could not fetch the model")? {
        Fetched::Already(path) => say(&format!("already there: {}", path.display())),
        Fetched::Now(path) => say(&format!("ready: {}", path.display())),
    }
    Ok(())
}

/// `dozvon model add FILE`.
pub async fn add(settings: Settings, file: PathBuf) -> Result<()> {
    let folders = model_folders(&settings);
    let added = tokio::task::spawn_blocking(move || speech::model::add(&folders, &file));
    let added = added.await.context("adding broke off")?;
    match added.context("could not add the model")? {
        Added::Whisper(path) => {
            say(&format!(
                "calls are transcribed with {} from now on",
                path.display()
            ));
            let named = settings.speech.model();
            if let Some(named) = named.filter(|named| *named != path.display().to_string()) {
                say_error(&format!(
                    "the settings name another model: clear or change speech.model, which is `{named}`"
                ));
            }
        }
        Added::Voices(path) => say(&format!("voices are told with {}", path.display())),
    }
    Ok(())
}
