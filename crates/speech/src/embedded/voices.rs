//! The model that tells voices from music, tones and noise.

use whisper_rs::{WhisperVadContext, WhisperVadContextParams};

use crate::channel::Judge;
use crate::model::Files;

/// One for each call: it remembers what it has just heard.
pub(super) struct Voices(WhisperVadContext);

impl Voices {
    pub(super) fn load(files: &Files) -> Result<Self, String> {
        let mut parameters = WhisperVadContextParams::default();
        parameters.set_n_threads(1);
        let path = files.voices.to_string_lossy();
        let context = WhisperVadContext::new(&path, parameters);
        context.map(Self).map_err(|error| {
            format!("the model that tells voices cannot be loaded ({error}): fetch it again")
        })
    }
}

impl Judge for Voices {
    fn likely(&mut self, samples: &[f32]) -> Option<Vec<f32>> {
        self.0.detect_speech(samples).ok()?;
        Some(self.0.probabilities().to_vec())
    }
}
