//! A file as sound, block by block: what comes from outside is bounded in time, length and voices.

use std::fs::File;
use std::path::Path;
use std::time::{Duration, Instant};

use symphonia::core::codecs::audio::{AudioDecoder, AudioDecoderOptions};
use symphonia::core::errors::Error;
use symphonia::core::formats::probe::Hint;
use symphonia::core::formats::{FormatOptions, FormatReader, TrackType};
use symphonia::core::io::MediaSourceStream;
use symphonia::core::meta::MetadataOptions;

/// What is longer is read up to here.
const LONGEST: Duration = Duration::from_secs(12 * 3600);
/// With more channels than any recorder makes, a file is not what it says.
const MOST_CHANNELS: usize = 32;

/// Why a file gives no sound; it may play all the same.
#[derive(Debug, thiserror::Error)]
pub enum NoSound {
    /// It cannot be read.
    #[error("the recording cannot be read: {0}")]
    Unreadable(String),
    /// It took too long.
    #[error("the recording took too long to read")]
    TooSlow,
    /// What is made of it cannot be written.
    #[error("what was made of the recording cannot be written: {0}")]
    Unwritten(#[from] std::io::Error),
}

/// Some of a sound.
pub(crate) struct Block<'a> {
    /// Samples a second in each channel.
    pub rate: u32,
    /// At least one.
    pub channels: usize,
    /// A sample of each channel after another.
    pub samples: &'a [f32],
}

/// Gives all of a file to `hear`, and how many seconds it was; blocks for at most about `patience`.
pub(crate) fn each_block(
    path: &Path,
    patience: Duration,
    mut hear: impl FnMut(&Block<'_>) -> Result<(), NoSound>,
) -> Result<f64, NoSound> {
    let until = Instant::now().checked_add(patience);
    let (mut source, mut decoder, track) = opened(path)?;
    let mut samples: Vec<f32> = Vec::new();
    let mut lasted = 0.0;
    while lasted < LONGEST.as_secs_f64() {
        if until.is_some_and(|until| Instant::now() >= until) {
            return Err(NoSound::TooSlow);
        }
        let packet = match source.next_packet() {
            Ok(Some(packet)) if packet.track_id == track => packet,
            Ok(Some(_)) => continue,
            // A file that was cut off is heard as far as it goes.
            Ok(None) | Err(_) => break,
        };
        let sound = match decoder.decode(&packet) {
            Ok(sound) => sound,
            Err(Error::DecodeError(_)) => continue,
            Err(_) => break,
        };
        let (rate, channels) = (sound.spec().rate(), sound.spec().channels().count());
        if rate == 0 || channels == 0 || channels > MOST_CHANNELS {
            let why = format!("{channels} channels at {rate} Hz");
            return Err(NoSound::Unreadable(why));
        }
        samples.resize(sound.samples_interleaved(), 0.0);
        sound.copy_to_slice_interleaved(&mut samples);
        lasted += (samples.len() / channels) as f64 / f64::from(rate);
        hear(&Block {
            rate,
            channels,
            samples: &samples,
        })?;
    }
    if lasted > 0.0 {
        Ok(lasted)
    } else {
        Err(NoSound::Unreadable("there is no sound in it".to_owned()))
    }
}

type Parts = (Box<dyn FormatReader>, Box<dyn AudioDecoder>, u32);

fn opened(path: &Path) -> Result<Parts, NoSound> {
    let unreadable = |error: Error| NoSound::Unreadable(error.to_string());
    let file = File::open(path).map_err(|error| NoSound::Unreadable(error.to_string()))?;
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
    let silent = || NoSound::Unreadable("there is no sound in it".to_owned());
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
