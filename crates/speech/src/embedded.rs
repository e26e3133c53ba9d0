//! The engine inside: whisper.cpp on this machine's processor, nothing leaves it.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use domain::transcript::{NotTranscribed, Transcriber, Transcript, Wishes};

mod hearing;
mod language;
mod slots;
mod voices;
mod weights;
mod words;

use hearing::Hearing;
use slots::Slots;
use weights::Weights;

use crate::call::Call;
use crate::model::Folders;

/// What the embedded engine is told once.
#[derive(Debug, Clone)]
pub struct Setup {
    /// Where models are looked for.
    pub folders: Folders,
    /// The model by its name or path; nothing: the one that is chosen there.
    pub model: Option<String>,
    /// The language of calls that wish none; nothing: found out in each.
    pub language: Option<String>,
    /// Calls that are transcribed at once, each on one processor.
    pub workers: usize,
}

impl Setup {
    /// One processor is left to the desk.
    #[must_use]
    pub fn usual_workers() -> usize {
        let processors = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        processors.saturating_sub(1).max(1)
    }
}

/// Whisper in this process. Its weights are in memory only while somebody uses them, once for all who do.
pub struct Embedded {
    setup: Setup,
    slots: Slots,
    weights: Mutex<Weak<Weights>>,
}

impl Embedded {
    /// An engine that loads nothing yet: the model may come later.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        // It would write to standard error by itself.
        whisper_rs::install_logging_hooks();
        Self {
            slots: Slots::new(setup.workers),
            setup,
            weights: Mutex::new(Weak::new()),
        }
    }

    /// The weights that somebody uses already, or else from their file.
    fn weights(&self) -> Result<Arc<Weights>, NotTranscribed> {
        let files = self.setup.folders.find(self.setup.model.as_deref());
        let files = files.ok_or(NotTranscribed::NoModel)?;
        let mut shared = self.weights.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(weights) = shared.upgrade().filter(|weights| weights.files == files) {
            return Ok(weights);
        }
        let weights = Arc::new(Weights::load(files).map_err(NotTranscribed::Refused)?);
        *shared = Arc::downgrade(&weights);
        Ok(weights)
    }
}

impl Transcriber for Embedded {
    fn name(&self) -> String {
        let files = self.setup.folders.find(self.setup.model.as_deref());
        files.map_or_else(|| "whisper".to_owned(), |files| files.name())
    }

    fn is_ready(&self) -> bool {
        let files = self.setup.folders.find(self.setup.model.as_deref());
        files.is_some()
    }

    fn transcribe(
        &self,
        sound: &Path,
        wishes: &Wishes,
        progress: &(dyn Fn(u8) -> bool + Sync),
    ) -> Result<Transcript, NotTranscribed> {
        let files = self.setup.folders.find(self.setup.model.as_deref());
        files.ok_or(NotTranscribed::NoModel)?;
        // What is broken is said at once, and not after waiting.
        let call = Call::open(sound, wishes.voices)?;
        let _slot = self
            .slots
            .take(|| progress(0))
            .ok_or(NotTranscribed::CalledOff)?;
        let weights = self.weights()?;
        let language = wishes.language.clone().or(self.setup.language.clone());
        let wishes = Wishes {
            language,
            ..wishes.clone()
        };
        Hearing::new(&weights, &wishes)?.all(call, progress)
    }
}
