//! Recordings whose words are known, through the engine of the settings.

use std::path::{Path, PathBuf};
use std::time::Instant;

use anyhow::{Context, Result, anyhow, bail};
use domain::transcript::{Speaker, Transcriber, Voices, Wishes};
use serde::Serialize;
use speech::errors::Errors;

use crate::cli::{BenchFormat, BenchSpeech};
use crate::output::{say, say_error};
use crate::settings::Settings;
use crate::speech_engine::speech_engine;

/// What one folder of recordings came to.
#[derive(Debug, Serialize)]
struct Row {
    folder: String,
    recordings: usize,
    /// Of sound.
    seconds: f64,
    words: usize,
    word_error_rate: f64,
    /// On this machine, for a second of sound.
    cpu_seconds: f64,
    wall_seconds: f64,
    /// Of this process up to here.
    peak_megabytes: u64,
}

/// `dozvon bench speech`.
pub async fn speech(settings: Settings, asked: BenchSpeech) -> Result<()> {
    let engine = speech_engine(&settings);
    let format = asked.format;
    let measuring = tokio::task::spawn_blocking(move || measure(engine.as_ref(), &asked));
    let rows = measuring.await.context("measuring broke off")??;
    say(&match format {
        BenchFormat::Markdown => markdown(&rows),
        BenchFormat::Json => serde_json::to_string_pretty(&rows)?,
    });
    Ok(())
}

fn measure(engine: &dyn Transcriber, asked: &BenchSpeech) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for folder in sorted(&asked.folder)?.iter().filter(|path| path.is_dir()) {
        say_error(&format!("listening to {}", folder.display()));
        rows.push(row(engine, folder, asked.language.as_deref())?);
    }
    if rows.is_empty() {
        bail!("there is no folder in {}", asked.folder.display());
    }
    Ok(rows)
}

fn row(engine: &dyn Transcriber, folder: &Path, language: Option<&str>) -> Result<Row> {
    let wishes = Wishes {
        language: language.map(str::to_owned),
        voices: Voices::Only(Speaker::Unknown),
        names: Vec::new(),
        corrections: Vec::new(),
    };
    let (mut errors, mut seconds, mut recordings) = (Errors::default(), 0.0, 0);
    let (started, cpu) = (Instant::now(), cpu_seconds()?);
    for file in sorted(folder)? {
        let text = file.with_extension("txt");
        if file == text || !text.is_file() {
            continue;
        }
        let truth = std::fs::read_to_string(&text)
            .with_context(|| format!("could not read {}", text.display()))?;
        let heard = engine
            .transcribe(&file, &wishes, &|_| true)
            .map_err(|why| anyhow!("could not transcribe {}: {why:?}", file.display()))?;
        let words: Vec<&str> = heard.turns.iter().map(|turn| turn.text.as_str()).collect();
        let of = Errors::between(&truth, &words.join(" "), &heard.language);
        tracing::debug!(file = %file.display(), rate = of.rate(), heard = words.join(" "), "heard");
        errors += of;
        seconds += length(&file)?;
        recordings += 1;
    }
    Ok(Row {
        folder: folder
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned(),
        recordings,
        seconds,
        words: errors.said,
        word_error_rate: errors.rate(),
        cpu_seconds: (cpu_seconds()? - cpu) / seconds.max(1.0),
        wall_seconds: started.elapsed().as_secs_f64(),
        peak_megabytes: peak_megabytes()?,
    })
}

fn sorted(folder: &Path) -> Result<Vec<PathBuf>> {
    let failed = || format!("could not look into {}", folder.display());
    let entries = std::fs::read_dir(folder).with_context(failed)?;
    let paths = entries.map(|entry| Ok(entry?.path()));
    let mut paths = paths
        .collect::<std::io::Result<Vec<_>>>()
        .with_context(failed)?;
    paths.sort();
    Ok(paths)
}

#[expect(clippy::cast_precision_loss, reason = "hours of samples are exact")]
fn length(file: &Path) -> Result<f64> {
    let mut sound = speech::decode::Sound::open(file)?;
    let shape = sound.shape();
    let mut samples = 0;
    while let Some(block) = sound.next_block()? {
        samples += block.len();
    }
    Ok(samples as f64 / shape.channels as f64 / f64::from(shape.rate))
}

/// The system counts in hundredths of a second.
const TICKS: f64 = 100.0;
/// Time in this process, counted after the name in brackets.
const USER_TIME: usize = 11;

fn cpu_seconds() -> Result<f64> {
    let stat = std::fs::read_to_string("/proc/self/stat").context("could not see the CPU time")?;
    let after = stat
        .rsplit_once(')')
        .map(|(_, after)| after)
        .unwrap_or_default();
    let ticks = after
        .split_whitespace()
        .nth(USER_TIME)
        .and_then(|ticks| ticks.parse::<f64>().ok());
    Ok(ticks.context("could not see the CPU time")? / TICKS)
}

fn peak_megabytes() -> Result<u64> {
    let status =
        std::fs::read_to_string("/proc/self/status").context("could not see the memory")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok());
    Ok(kilobytes.context("could not see the memory")? / 1024)
}

fn markdown(rows: &[Row]) -> String {
    let mut text = "| recordings | files | sound, s | words | word error rate | CPU s per s | peak memory, MB |\n".to_owned();
    text.push_str("|---|---|---|---|---|---|---|\n");
    for row in rows {
        text.push_str(&format!(
            "| {} | {} | {:.0} | {} | {:.1} % | {:.2} | {} |\n",
            row.folder,
            row.recordings,
            row.seconds,
            row.words,
            row.word_error_rate * 100.0,
            row.cpu_seconds,
            row.peak_megabytes
        ));
    }
    text
}
