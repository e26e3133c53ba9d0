//! An engine elsewhere: any server that answers as OpenAI does to `POST /v1/audio/transcriptions`.

use std::path::Path;

use domain::transcript::{NotTranscribed, Transcriber, Transcript, Turn, Wishes};

mod answer;
mod ask;
mod parts;
#[cfg(test)]
mod tests;
mod wav;

use answer::Answer;
use ask::{Asker, Question};
use parts::{Part, Parts};

use crate::text;

/// What the engine elsewhere is told once.
#[derive(Clone)]
pub struct Setup {
    /// The whole address, as servers differ in it.
    pub url: String,
    /// What the server calls the model; some have only one and want none.
    pub model: Option<String>,
    /// What it knows us by; a server of one's own may want none.
    pub api_key: Option<String>,
    /// The language of calls that wish none; nothing: the server finds out.
    pub language: Option<String>,
}

/// A server that transcribes. One request for each channel, several for a long one.
pub struct OpenAi {
    setup: Setup,
}

impl OpenAi {
    /// An engine that asks this server.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        Self { setup }
    }

    fn hear(
        &self,
        asker: &Asker,
        part: &Part,
        language: Option<&str>,
        prompt: &str,
        goes_on: &dyn Fn() -> bool,
    ) -> Result<Answer, NotTranscribed> {
        let question = Question {
            wav: wav::of(&part.samples),
            seconds: part.samples.len() as u64 / u64::from(crate::resample::RATE),
            model: self.setup.model.as_deref(),
            language,
            prompt,
        };
        asker.ask(&question, goes_on)
    }
}

impl Transcriber for OpenAi {
    fn name(&self) -> String {
        self.setup
            .model
            .clone()
            .unwrap_or_else(|| "openai".to_owned())
    }

    fn transcribe(
        &self,
        sound: &Path,
        wishes: &Wishes,
        progress: &(dyn Fn(u8) -> bool + Sync),
    ) -> Result<Transcript, NotTranscribed> {
        // Made where it may block, and gone with this call.
        let asker = Asker::new(&self.setup.url, self.setup.api_key.clone());
        let asker = asker.map_err(NotTranscribed::Refused)?;
        let mut parts = Parts::open(sound, wishes.voices)?;
        let prompt = text::prompt(&wishes.names);
        let mut language = wishes.language.clone().or(self.setup.language.clone());
        let mut turns: Vec<Turn> = Vec::new();
        let percent = |parts: &Parts| parts.percent();
        while let Some(part) = parts.next()? {
            let at = percent(&parts);
            if !progress(at) {
                return Err(NotTranscribed::CalledOff);
            }
            let answer = self.hear(&asker, &part, language.as_deref(), &prompt, &|| {
                progress(at)
            })?;
            // What the first part is in, the others are.
            language = language.or_else(|| answer.language.clone());
            turns.extend(answer.turns(&part, &wishes.corrections));
        }
        if !progress(100) {
            return Err(NotTranscribed::CalledOff);
        }
        let turns = text::in_turns(turns);
        let spoken = language.filter(|_| !turns.is_empty());
        Ok(Transcript {
            language: spoken.unwrap_or_default(),
            engine: self.name(),
            turns,
        })
    }
}
