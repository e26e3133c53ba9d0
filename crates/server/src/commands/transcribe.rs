//! `dozvon transcribe`: a recording as text, without a desk.

use std::path::PathBuf;

use anyhow::{Context, Result, anyhow, bail};
use domain::transcript::{NotTranscribed, Speaker, Transcript, Turn, Voices, Wishes};

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
    let lines = transcript.turns.iter();
    Ok(match format {
        TranscriptFormat::Txt => lines
            .map(|turn| format!("[{}] {}: {}\n", clock(turn.start), who(turn), turn.text))
            .collect(),
        TranscriptFormat::Srt => lines
            .enumerate()
            .map(|(place, turn)| {
                let (start, end) = (precise(turn.start, ','), precise(turn.end, ','));
                format!(
                    "{}\n{start} --> {end}\n{}: {}\n\n",
                    place + 1,
                    who(turn),
                    turn.text
                )
            })
            .collect(),
        TranscriptFormat::Vtt => {
            let cues = lines.map(|turn| {
                let (start, end) = (precise(turn.start, '.'), precise(turn.end, '.'));
                let text = turn.text.replace('&', "&amp;").replace('<', "&lt;");
                format!("{start} --> {end}\n<v {}>{text}\n\n", who(turn))
            });
            format!("WEBVTT\n\n{}", cues.collect::<String>())
        }
        TranscriptFormat::Json => serde_json::to_string_pretty(&json(transcript))?,
    })
}

/// As the API has it.
fn json(transcript: &Transcript) -> serde_json::Value {
    let seconds = |milliseconds: u32| f64::from(milliseconds) / 1000.0;
    let words = |turn: &Turn| -> Vec<serde_json::Value> {
        let words = turn.words.iter().map(|word| {
            serde_json::json!({
                "text": word.text,
                "start": seconds(word.start),
                "end": seconds(word.end),
                "confidence": word.confidence,
            })
        });
        words.collect()
    };
    let segments = transcript.turns.iter().map(|turn| {
        serde_json::json!({
            "speaker": turn.speaker,
            "start": seconds(turn.start),
            "end": seconds(turn.end),
            "text": turn.text,
            "words": words(turn),
        })
    });
    serde_json::json!({
        "state": "ready",
        "language": transcript.language,
        "engine": transcript.engine,
        "segments": segments.collect::<Vec<_>>(),
    })
}

fn who(turn: &Turn) -> &'static str {
    match turn.speaker {
        Speaker::Agent => "agent",
        Speaker::Client => "client",
        Speaker::Unknown => "unknown",
    }
}

fn clock(milliseconds: u32) -> String {
    let seconds = milliseconds / 1000;
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

fn precise(milliseconds: u32, point: char) -> String {
    let seconds = milliseconds / 1000;
    format!(
        "{:02}:{:02}:{:02}{point}{:03}",
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60,
        milliseconds % 1000
    )
}
