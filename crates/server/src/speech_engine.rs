//! The engine of speech that the settings name.

use std::sync::Arc;

use domain::transcript::Transcriber;
use secrecy::ExposeSecret;
use speech::embedded::Setup;
use speech::model::Folders;
use speech::{Embedded, OpenAi, remote};

use crate::settings::{Engine, Settings};

/// Where models lie.
#[must_use]
pub fn model_folders(settings: &Settings) -> Folders {
    Folders::new(settings.speech.folder(&settings.data_dir))
}

/// The engine; it loads nothing until it is asked, so that a model may come while the desk runs.
#[must_use]
pub fn speech_engine(settings: &Settings) -> Arc<dyn Transcriber> {
    let own = &settings.speech;
    match own.engine {
        Engine::Embedded => Arc::new(Embedded::new(Setup {
            folders: model_folders(settings),
            model: own.model(),
            language: own.language(),
            workers: own.workers(),
        })),
        Engine::Openai => Arc::new(OpenAi::new(remote::Setup {
            url: own.url.clone(),
            model: own.model(),
            api_key: own.api_key().map(|key| key.expose_secret().to_owned()),
            language: own.language(),
        })),
    }
}
