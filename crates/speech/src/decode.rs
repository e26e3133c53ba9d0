//! A recording as sound, block by block: never more of it in memory than a block.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

mod foreign;
mod kind;
mod native;
mod source;
#[cfg(test)]
mod tests;

use foreign::Foreign;
use kind::Kind;
use native::Native;

/// The longest recording that is listened to: nobody talks longer on the phone.
pub const LONGEST_HOURS: u64 = 4;
/// One party or two; what has more is no call.
pub const MOST_CHANNELS: usize = 2;
/// Telephones have 8 kHz, studios 192.
const RATES: std::ops::RangeInclusive<u32> = 4_000..=192_000;

/// Why a file gives no sound.
#[derive(Debug, thiserror::Error)]
pub enum Unreadable {
    /// The file cannot be read.
    #[error("the file cannot be read: {0}")]
    File(#[from] std::io::Error),
    /// Nothing is in it.
    #[error("the file is empty")]
    Empty,
    /// It is not sound, or of a kind that is not known.
    #[error(
        "this is no sound of a known kind: WAV, MP3, OGG, FLAC and M4A can be read, Opus and GSM with ffmpeg"
    )]
    Unknown,
    /// It could be read if ffmpeg were here.
    #[error("{0} can only be read with ffmpeg: install ffmpeg on this machine, then try again")]
    NeedsFfmpeg(&'static str),
    /// It says to be sound and is not.
    #[error("the sound is broken: {0}")]
    Broken(String),
    /// It is no call.
    #[error("the sound has {0} channels, and a call has one or two")]
    Channels(usize),
    /// Nothing that a person could have said has this rate.
    #[error("the sound has {0} samples a second, which cannot be")]
    Rate(u32),
    /// It is too long.
    #[error("the sound is longer than {LONGEST_HOURS} hours")]
    TooLong,
}

/// A recording that is being read.
pub struct Sound {
    source: Source,
    shape: Shape,
    block: Vec<f32>,
    /// The first block is read to know the shape, and waits here.
    waiting: bool,
    frames: u64,
}

enum Source {
    Native(Box<Native>),
    Foreign(Box<Foreign>),
    /// All that can be had has been had.
    Over,
}

/// What all blocks of a recording have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Samples a second in each channel.
    pub rate: u32,
    /// One or two.
    pub channels: usize,
}

impl Sound {
    /// Opens a recording, whatever its name says it is.
    ///
    /// # Errors
    /// When it is no sound, is not a call's, or ffmpeg would be needed and is not here.
    pub fn open(path: &Path) -> Result<Self, Unreadable> {
        let source = match Kind::of(path)? {
            Kind::Foreign(kind) => Source::Foreign(Box::new(Foreign::open(path, kind)?)),
            Kind::Native => Source::Native(Box::new(guarded(|| Native::open(path))?)),
        };
        let mut sound = Self {
            source,
            shape: Shape {
                rate: 0,
                channels: 0,
            },
            block: Vec::new(),
            waiting: true,
            frames: 0,
        };
        let shape = sound
            .read()?
            .ok_or_else(|| Unreadable::Broken("not one piece of it can be read".to_owned()))?;
        if !(1..=MOST_CHANNELS).contains(&shape.channels) {
            return Err(Unreadable::Channels(shape.channels));
        }
        if !RATES.contains(&shape.rate) {
            return Err(Unreadable::Rate(shape.rate));
        }
        sound.shape = shape;
        Ok(sound)
    }

    /// What all its blocks have in common.
    #[must_use]
    pub fn shape(&self) -> Shape {
        self.shape
    }

    /// The next samples, from -1 to 1, the channels in turn; nothing at the end, which a file that was cut off has early.
    ///
    /// # Errors
    /// When it is longer than may be, or its reader broke down.
    pub fn next_block(&mut self) -> Result<Option<&[f32]>, Unreadable> {
        if !std::mem::take(&mut self.waiting) && self.read()? != Some(self.shape) {
            // What goes on in another shape is another recording.
            self.source = Source::Over;
            return Ok(None);
        }
        self.frames += (self.block.len() / self.shape.channels) as u64;
        if self.frames > LONGEST_HOURS * 3600 * u64::from(self.shape.rate) {
            return Err(Unreadable::TooLong);
        }
        Ok(Some(&self.block))
    }

    /// How much of the file has been read, from 0 to 1, where that can be known.
    #[must_use]
    pub fn fraction(&self) -> Option<f32> {
        match &self.source {
            Source::Native(native) => Some(native.fraction()),
            Source::Foreign(_) => None,
            Source::Over => Some(1.0),
        }
    }

    fn read(&mut self) -> Result<Option<Shape>, Unreadable> {
        self.block.clear();
        let block = &mut self.block;
        let shape = match &mut self.source {
            Source::Native(native) => guarded(|| native.read(block)),
            Source::Foreign(foreign) => foreign.read(block),
            Source::Over => Ok(None),
        }?;
        for sample in block {
            *sample = if sample.is_finite() {
                sample.clamp(-1.0, 1.0)
            } else {
                0.0
            };
        }
        Ok(shape)
    }
}

/// A decoder that panics on a made-up file has found it broken.
fn guarded<T>(read: impl FnOnce() -> Result<T, Unreadable>) -> Result<T, Unreadable> {
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(Unreadable::Broken(
            "its parts contradict each other".to_owned(),
        ))
    })
}
