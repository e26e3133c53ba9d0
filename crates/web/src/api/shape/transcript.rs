//! What was said in a call, outside.

use desk::transcripts::{Reading, SeenLine};
use domain::Actor;
use domain::transcript::{Making, Stage};
use jiff::Timestamp;
use serde::Serialize;
use utoipa::ToSchema;

use crate::pages::no_text;

/// What was said in a call.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct CallTranscript {
    /// `waiting`, `running`, `ready` or `failed`.
    #[schema(example = "ready")]
    state: &'static str,
    /// How far it is, 0 to 100.
    percent: u8,
    /// Why there is none: `gone`, `not_in_time`, `unreadable`, `no_model`, `refused`, `limit_reached`,
    /// `no_key`, `no_component`.
    reason: Option<&'static str>,
    /// The same in words.
    message: Option<String>,
    /// Two letters; empty while nobody knows.
    #[schema(example = "ru")]
    language: String,
    /// The engine and its model; empty until there is a text.
    #[schema(example = "whisper base")]
    engine: String,
    asked_at: Timestamp,
    finished_at: Option<Timestamp>,
    segments: Vec<TranscriptSegment>,
}

/// What one speaker said without a longer pause.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct TranscriptSegment {
    /// Its place, from 0.
    n: u32,
    /// The recording, from 0; times are its own.
    recording: u32,
    /// `agent`, `client` or `unknown`.
    #[schema(example = "agent")]
    speaker: &'static str,
    /// Seconds.
    start: f64,
    /// Seconds.
    end: f64,
    text: String,
    /// Whether something in it is masked for the asker.
    masked: bool,
    /// When somebody corrected it last.
    edited_at: Option<Timestamp>,
    words: Vec<SpokenWord>,
}

/// One word; empty where words are not told apart.
#[derive(Debug, Serialize, ToSchema)]
struct SpokenWord {
    text: String,
    start: f64,
    end: f64,
    /// How sure the engine is, 0 to 1.
    confidence: Option<f32>,
}

pub(crate) fn shape_transcript(reading: Reading, actor: &Actor) -> CallTranscript {
    CallTranscript {
        segments: reading.lines.into_iter().map(shape_segment).collect(),
        ..shape_making(&reading.making, actor)
    }
}

pub(crate) fn shape_making(making: &Making, actor: &Actor) -> CallTranscript {
    let reason = match &making.stage {
        Stage::Failed(why, _) => Some(*why),
        Stage::Waiting(_) | Stage::Running(_) | Stage::Ready => None,
    };
    let t = locale::words(actor.language);
    CallTranscript {
        state: making.stage.as_str(),
        percent: making.stage.percent(),
        reason: reason.map(domain::transcript::NoText::as_str),
        message: reason.map(|why| no_text(why, t)),
        language: making.language.clone(),
        engine: making.engine.clone(),
        asked_at: making.asked_at,
        finished_at: making.finished_at,
        segments: Vec::new(),
    }
}

pub(crate) fn shape_segment(seen: SeenLine) -> TranscriptSegment {
    let said = seen.line;
    let word = |word: domain::transcript::Word| SpokenWord {
        start: seconds(word.start),
        end: seconds(word.end),
        confidence: word.confidence,
        text: word.text,
    };
    TranscriptSegment {
        n: seen.place,
        recording: said.recording,
        speaker: said.speaker.as_str(),
        start: seconds(said.start),
        end: seconds(said.end),
        text: said.text,
        masked: seen.masked,
        edited_at: seen.edited_at,
        words: said.words.into_iter().map(word).collect(),
    }
}

fn seconds(milliseconds: u32) -> f64 {
    f64::from(milliseconds) / 1000.0
}
