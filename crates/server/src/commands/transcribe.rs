//! `dozvon transcribe`: a recording as text, without a desk.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use domain::transcript::format::{self, Format};
use domain::transcript::{Line, NotTranscribed, Part, Speaker, Transcript, Voices, Wishes, lines};

use crate::cli::{Transcribe, TranscriptFormat};
use crate::output::say;
use crate::settings::Settings;
use crate::speech_engine::speech_engine;

/// Prints what is said in the file; with two channels the agent is in the first.
pub async fn run(settings: Settings, asked: Transcribe) -> Result<()> {
    let engine = speech_engine(&settings);
    let wishes = Wishes {
        language: language(&asked, &settings)?,
        voices: Voices::AgentIn(0),
        names: Vec::new(),
        corrections: Vec::new(),
    };
    let file: PathBuf = asked.file;
    let shown = file.display().to_string();
    let listening =
        tokio::task::spawn_blocking(move || engine.transcribe(&file, &wishes, &|_| true));
    let transcript = listening.await.context("listening broke off")?;
    let transcript = transcript.map_err(|why| refused(&shown, why))?;
    say(written(&transcript, asked.format)?.trim_end());
    Ok(())
}

/// What was asked for wins; `auto` finds it out even where the settings name one.
fn language(asked: &Transcribe, settings: &Settings) -> Result<Option<String>> {
    match asked.language.as_deref() {
        None => Ok(settings.speech.language()),
        Some("auto") => Ok(None),
        Some(code)
            if matches!(code.len(), 2 | 3)
                && code.bytes().all(|byte| byte.is_ascii_lowercase()) =>
        {
            Ok(Some(code.to_owned()))
        }
        Some(code) => bail!("`{code}` is not a language: use ru, en or auto"),
    }
}

fn refused(file: &str, why: NotTranscribed) -> anyhow::Error {
    match why {
        NotTranscribed::NoModel => anyhow!(
            "there is no model yet: get it with `dozvon model fetch`, or bring one along with `dozvon model add FILE`"
        ),
        NotTranscribed::Unreadable(why) => anyhow!("could not read {file}: {why}"),
        NotTranscribed::Busy(why) | NotTranscribed::Refused(why) => {
            anyhow!("could not transcribe {file}: {why}")
        }
        NotTranscribed::CalledOff => anyhow!("called off"),
    }
}

fn written(transcript: &Transcript, format: TranscriptFormat) -> Result<String> {
    let subtitles = |format| format::write(&dialogue(transcript), format, named);
    Ok(match format {
        TranscriptFormat::Txt => subtitles(Format::Txt),
        TranscriptFormat::Srt => subtitles(Format::Srt),
        TranscriptFormat::Vtt => subtitles(Format::Vtt),
        TranscriptFormat::Json => serde_json::to_string_pretty(&json(transcript))?,
    })
}

/// The lines as a call's page has them.
fn dialogue(transcript: &Transcript) -> Vec<Line> {
    lines(&[Part {
        recording: 0,
        beside: 0,
        transcript: transcript.clone(),
    }])
}

fn named(speaker: Speaker) -> String {
    speaker.as_str().to_owned()
}

/// As the API has it.
fn json(transcript: &Transcript) -> serde_json::Value {
    let seconds = |milliseconds: u32| f64::from(milliseconds) / 1000.0;
    let words = |line: &Line| -> Vec<serde_json::Value> {
        let words = line.words.iter().map(|word| {
            serde_json::json!({
                "text": word.text,
                "start": seconds(word.start),
                "end": seconds(word.end),
                "confidence": word.confidence,
            })
        });
        words.collect()
    };
    let lines = dialogue(transcript);
    let segments = lines.iter().map(|line| {
        serde_json::json!({
            "speaker": line.speaker,
            "start": seconds(line.start),
            "end": seconds(line.end),
            "text": line.text,
            "words": words(line),
        })
    });
    serde_json::json!({
        "state": "ready",
        "language": transcript.language,
        "engine": transcript.engine,
        "segments": segments.collect::<Vec<_>>(),
    })
}
