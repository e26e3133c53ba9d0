//! An engine of speech for tests: it reads the file it is given and says what it was told to say of it.

use std::collections::VecDeque;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use domain::transcript::{Speaker, Transcript, Turn, Word};
use domain::{NotTranscribed, Transcriber, Wishes};

type Answer = Result<Transcript, NotTranscribed>;

/// What was asked of an engine: the file's bytes, and what to mind.
#[derive(Debug, Clone)]
pub struct Asked {
    /// The file.
    pub sound: Vec<u8>,
    /// What to mind.
    pub wishes: Wishes,
}

/// An engine that gives these answers one after another, and the last one for ever.
#[derive(Debug, Default)]
pub struct Engine {
    answers: Mutex<VecDeque<Answer>>,
    asked: Mutex<Vec<Asked>>,
}

impl Engine {
    /// With these answers.
    #[must_use]
    pub fn answering(answers: impl IntoIterator<Item = Answer>) -> Self {
        Self {
            answers: Mutex::new(answers.into_iter().collect()),
            asked: Mutex::default(),
        }
    }

    /// What it was asked so far.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.clone()
    }
}

impl Transcriber for Engine {
    fn name(&self) -> String {
        "whisper of tests".to_owned()
    }

    fn transcribe(
        &self,
        sound: &Path,
        wishes: &Wishes,
        progress: &(dyn Fn(u8) -> bool + Sync),
    ) -> Answer {
        let sound =
            std::fs::read(sound).map_err(|error| NotTranscribed::Unreadable(error.to_string()))?;
        let mut asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.push(Asked {
            sound,
            wishes: wishes.clone(),
        });
        drop(asked);
        if !progress(50) {
            return Err(NotTranscribed::CalledOff);
        }
        let mut answers = self.answers.lock().unwrap_or_else(PoisonError::into_inner);
        match answers.len() {
            0 => Ok(Transcript::default()),
            1 => answers[0].clone(),
            _ => answers.pop_front().unwrap_or(Ok(Transcript::default())),
        }
    }
}

/// A transcript of these lines: who, from which second on, what. Each word takes a fifth of a second; one in brackets is doubtful.
#[must_use]
pub fn said(lines: &[(Speaker, u32, &str)]) -> Transcript {
    let turn = |(speaker, second, text): &(Speaker, u32, &str)| {
        let start = second * 1000;
        let words = text.split_whitespace().zip(0..);
        let words: Vec<Word> = words
            .map(|(word, place)| Word {
                text: word.trim_matches(['[', ']']).to_owned(),
                start: start + place * 200,
                end: start + place * 200 + 180,
                confidence: Some(if word.starts_with('[') { 0.2 } else { 0.9 }),
            })
            .collect();
        Turn {
            speaker: *speaker,
            start,
            end: words.last().map_or(start, |word| word.end),
            text: text.replace(['[', ']'], ""),
            words,
        }
    };
    Transcript {
        language: "ru".to_owned(),
        engine: "whisper of tests".to_owned(),
        turns: lines.iter().map(turn).collect(),
    }
}
