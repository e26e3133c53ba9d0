//! A model in memory.

use whisper_rs::{WhisperContext, WhisperContextParameters, WhisperState};

use crate::model::Files;

/// Half of what the model can keep in mind; the other half is for what it hears.
const MOST_IN_MIND: usize = 200;

/// The weights, which any number of calls use at once.
pub(super) struct Weights {
    pub files: Files,
    /// As people call the model.
    pub name: String,
    context: WhisperContext,
}

impl Weights {
    pub(super) fn load(files: Files) -> Result<Self, String> {
        let name = files.name();
        let mut parameters = WhisperContextParameters::default();
        parameters.use_gpu(false);
        let context = WhisperContext::new_with_params(&files.whisper, parameters);
        let context = context.map_err(|error| {
            format!(
                "the model {} cannot be loaded ({error}): fetch it again",
                files.whisper.display()
            )
        })?;
        Ok(Self {
            files,
            name,
            context,
        })
    }

    /// What one call needs for itself.
    pub(super) fn state(&self) -> Result<WhisperState, String> {
        let state = self.context.create_state();
        state.map_err(|error| format!("there is no memory for the model ({error})"))
    }

    /// A text in the model's own words, as many as it can keep in mind.
    pub(super) fn words_of(&self, text: &str) -> Vec<i32> {
        // No text has more words than bytes; the crate must not be told fewer than come.
        let mut words = self
            .context
            .tokenize(text, text.len() + 1)
            .unwrap_or_default();
        words.truncate(MOST_IN_MIND);
        words
    }

    /// Words from this number on are marks of the model and not text.
    pub(super) fn first_mark(&self) -> i32 {
        self.context.token_eot()
    }
}
