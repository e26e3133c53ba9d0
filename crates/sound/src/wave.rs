//! How loud a recording is when: drawn once, so that a page need not fetch the sound to show it.

#[cfg(test)]
mod tests;

use std::fs::File;
use std::path::Path;
use std::time::{Duration, Instant};

use symphonia::core::audio::GenericAudioBufferRef;
use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::MediaSourceStream;
use symphonia::core::meta::MetadataOptions;

/// Columns of a drawing: more than a wide screen shows.
const COLUMNS: usize = 600;
/// While it is decoded, loudness is noted for so long at a time.
const STEP_MILLISECONDS: usize = 20;
/// What is longer is drawn up to here.
const LONGEST: Duration = Duration::from_secs(12 * 3600);
/// Two parties; further channels are nobody's.
const MOST_VOICES: usize = 2;
/// With more channels than any recorder makes, a file is not what it says.
const MOST_CHANNELS: usize = 32;

/// How loud each voice is over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    /// How long the sound lasts.
    pub milliseconds: u64,
    /// One or two channels; of each at most 600 columns from 0 to 255.
    pub voices: Vec<Vec<u8>>,
}

/// Why there is no drawing; the sound may play all the same.
#[derive(Debug, thiserror::Error)]
pub enum NoWave {
    /// It cannot be read.
    #[error("the recording cannot be read: {0}")]
    Unreadable(String),
    /// It took too long.
    #[error("the recording took too long to read")]
    TooSlow,
}

/// Draws a file; blocks for at most about `patience`.
pub fn wave(path: &Path, patience: Duration) -> Result<Wave, NoWave> {
    let until = Instant::now().checked_add(patience);
    let (mut source, mut decoder, track) = opened(path)?;
    let mut notes = Notes::default();
    let mut samples: Vec<f32> = Vec::new();
    loop {
        if until.is_some_and(|until| Instant::now() >= until) {
            return Err(NoWave::TooSlow);
        }
        let packet = match source.next_packet() {
            Ok(Some(packet)) if packet.track_id == track => packet,
            Ok(Some(_)) => continue,
            // A file that was cut off is drawn as far as it goes.
            Ok(None) | Err(_) => break,
        };
        match decoder.decode(&packet) {
            Ok(sound) => notes.add(&sound, &mut samples)?,
            Err(Error::DecodeError(_)) => {}
            Err(_) => break,
        }
        if notes.lasted >= LONGEST.as_secs_f64() {
            break;
        }
    }
    notes.drawn()
}

type Parts = (Box<dyn FormatReader>, Box<dyn AudioDecoder>, u32);

fn opened(path: &Path) -> Result<Parts, NoWave> {
    let unreadable = |error: Error| NoWave::Unreadable(error.to_string());
    let file = File::open(path).map_err(|error| NoWave::Unreadable(error.to_string()))?;
    let stream = MediaSourceStream::new(Box::new(file), Default::default());
    let source = symphonia::default::get_probe()
        .probe(
            &Hint::new(),
            stream,
            FormatOptions::default(),
            MetadataOptions::default(),
        )
        .map_err(unreadable)?;
    let track = source.default_track(TrackType::Audio);
    let silent = || NoWave::Unreadable("there is no sound in it".to_owned());
    let track = track.ok_or_else(silent)?;
    let id = track.id;
    let parameters = track.codec_params.as_ref().and_then(|all| all.audio());
    let decoder = symphonia::default::get_codecs()
        .make_audio_decoder(
            parameters.ok_or_else(silent)?,
            &AudioDecoderOptions::default(),
        )
        .map_err(unreadable)?;
    Ok((source, decoder, id))
}

/// The loudest of each step so far.
#[derive(Default)]
struct Notes {
    voices: Vec<Vec<u8>>,
    /// Samples that the last step has.
    in_step: usize,
    /// Seconds.
    lasted: f64,
}

impl Notes {
    fn add(
        &mut self,
        sound: &GenericAudioBufferRef<'_>,
        samples: &mut Vec<f32>,
    ) -> Result<(), NoWave> {
        let (rate, channels) = (sound.spec().rate(), sound.spec().channels().count());
        if rate == 0 || channels == 0 || channels > MOST_CHANNELS {
            return Err(NoWave::Unreadable(format!(
                "{channels} channels at {rate} Hz"
            )));
        }
        samples.resize(sound.samples_interleaved(), 0.0);
        sound.copy_to_slice_interleaved(&mut *samples);
        if self.voices.is_empty() {
            self.voices = vec![Vec::new(); channels.min(MOST_VOICES)];
        }
        let a_step = (rate as usize * STEP_MILLISECONDS / 1000).max(1);
        for frame in samples.chunks_exact(channels) {
            if self.in_step == 0 {
                self.voices.iter_mut().for_each(|voice| voice.push(0));
            }
            for (voice, sample) in self.voices.iter_mut().zip(frame) {
                if let Some(loudest) = voice.last_mut() {
                    *loudest = (*loudest).max(level(*sample));
                }
            }
            self.in_step = (self.in_step + 1) % a_step;
        }
        self.lasted += (samples.len() / channels) as f64 / f64::from(rate);
        Ok(())
    }

    fn drawn(self) -> Result<Wave, NoWave> {
        if self.lasted <= 0.0 {
            return Err(NoWave::Unreadable("there is no sound in it".to_owned()));
        }
        Ok(Wave {
            milliseconds: (self.lasted * 1000.0).round() as u64,
            voices: self.voices.iter().map(|voice| columns(voice)).collect(),
        })
    }
}

/// 0 to 255; what is no number is silence.
fn level(sample: f32) -> u8 {
    (sample.abs().min(1.0) * 255.0) as u8
}

/// The mean of the steps that fall into each column.
fn columns(steps: &[u8]) -> Vec<u8> {
    let wanted = COLUMNS.min(steps.len());
    let column = |n: usize| {
        let (from, to) = (n * steps.len() / wanted, (n + 1) * steps.len() / wanted);
        let some = steps.get(from..to).unwrap_or_default();
        let sum: usize = some.iter().map(|step| usize::from(*step)).sum();
        u8::try_from(sum / some.len().max(1)).unwrap_or(u8::MAX)
    };
    (0..wanted).map(column).collect()
}
