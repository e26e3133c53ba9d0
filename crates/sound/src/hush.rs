//! A recording in which some moments are not for everybody: there a quiet tone stands in the place of the voices.

#[cfg(test)]
mod tests;

use std::fs::File;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::ops::Range;
use std::path::Path;
use std::time::Duration;

use crate::blocks::{Block, NoSound, each_block};

/// Two parties; further channels are nobody's.
const MOST_VOICES: usize = 2;
/// The note of the tone, and how loud it is: that it is on purpose must be heard, and no more.
const HERTZ: f64 = 440.0;
const LOUDNESS: f64 = 0.03;
/// Bytes before the sound in a file.
const HEADER: u32 = 44;
/// A file says how long it is in 32 bits; players trust less.
const MOST_BYTES: u64 = 2 << 30;

/// Writes the sound of `from` into `into` as a WAV file of 16-bit samples, without what is heard in these stretches of
/// milliseconds; blocks for at most about `patience`.
pub fn hush(
    from: &Path,
    into: &Path,
    stretches: &[Range<u32>],
    patience: Duration,
) -> Result<(), NoSound> {
    let mut copy = Copy::new(into, stretches)?;
    each_block(from, patience, |block| copy.add(block))?;
    copy.end()
}

struct Copy<'a> {
    file: BufWriter<File>,
    stretches: &'a [Range<u32>],
    /// The rate and the voices of the first block: what follows has to have the same.
    shape: Option<(u32, usize)>,
    frames: u64,
}

impl<'a> Copy<'a> {
    fn new(into: &Path, stretches: &'a [Range<u32>]) -> Result<Self, NoSound> {
        let mut file = BufWriter::new(File::create(into)?);
        file.write_all(&[0; HEADER as usize])?;
        Ok(Self {
            file,
            stretches,
            shape: None,
            frames: 0,
        })
    }

    fn add(&mut self, block: &Block<'_>) -> Result<(), NoSound> {
        let shape = (block.rate, block.channels.min(MOST_VOICES));
        if *self.shape.get_or_insert(shape) != shape {
            let why = "its rate changes in the middle".to_owned();
            return Err(NoSound::Unreadable(why));
        }
        if self.bytes() > MOST_BYTES {
            return Err(NoSound::Unreadable("it is too long".to_owned()));
        }
        for frame in block.samples.chunks_exact(block.channels) {
            let tone = self.is_hushed(block.rate).then(|| self.tone(block.rate));
            for sample in frame.iter().take(MOST_VOICES) {
                let heard = tone.unwrap_or(*sample);
                self.file.write_all(&sixteen_bits(heard).to_le_bytes())?;
            }
            self.frames += 1;
        }
        Ok(())
    }

    fn is_hushed(&self, rate: u32) -> bool {
        let now = self.frames * 1000 / u64::from(rate);
        let mut around = self.stretches.iter();
        around.any(|one| (u64::from(one.start)..u64::from(one.end)).contains(&now))
    }

    #[expect(clippy::cast_possible_truncation, reason = "a sample is no finer")]
    fn tone(&self, rate: u32) -> f32 {
        let at = self.frames as f64 / f64::from(rate);
        ((at * HERTZ * std::f64::consts::TAU).sin() * LOUDNESS) as f32
    }

    fn bytes(&self) -> u64 {
        let voices = self.shape.map_or(1, |(_, voices)| voices as u64);
        self.frames * voices * 2
    }

    /// Says at the beginning what came.
    fn end(mut self) -> Result<(), NoSound> {
        let (rate, voices) = self.shape.unwrap_or((8000, 1));
        let bytes = u32::try_from(self.bytes()).unwrap_or(u32::MAX - HEADER);
        let voices = u16::try_from(voices).unwrap_or(1);
        let mut header = Vec::with_capacity(HEADER as usize);
        header.extend(b"RIFF");
        header.extend((bytes + HEADER - 8).to_le_bytes());
        header.extend(b"WAVEfmt \x10\0\0\0\x01\0");
        header.extend(voices.to_le_bytes());
        header.extend(rate.to_le_bytes());
        header.extend((rate * u32::from(voices) * 2).to_le_bytes());
        header.extend((voices * 2).to_le_bytes());
        header.extend(b"\x10\0data");
        header.extend(bytes.to_le_bytes());
        self.file.seek(SeekFrom::Start(0))?;
        self.file.write_all(&header)?;
        self.file.flush()?;
        Ok(())
    }
}

/// What is no number is silence.
#[expect(clippy::cast_possible_truncation, reason = "within sixteen bits")]
fn sixteen_bits(sample: f32) -> i16 {
    (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16
}
