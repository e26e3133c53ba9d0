//! How loud a recording is when: drawn once, so that a page need not fetch the sound to show it.

#[cfg(test)]
mod tests;

use std::path::Path;
use std::time::Duration;

use crate::blocks::{Block, NoSound, each_block};

/// Columns of a drawing: more than a wide screen shows.
const COLUMNS: usize = 600;
/// While it is decoded, loudness is noted for so long at a time.
const STEP_MILLISECONDS: usize = 20;
/// Two parties; further channels are nobody's.
const MOST_VOICES: usize = 2;
/// How loud each voice is over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wave {
    /// How long the sound lasts.
    pub milliseconds: u64,
    /// One or two channels; of each at most 600 columns from 0 to 255.
    pub voices: Vec<Vec<u8>>,
}

/// Draws a file; blocks for at most about `patience`.
pub fn wave(path: &Path, patience: Duration) -> Result<Wave, NoSound> {
    let mut notes = Notes::default();
    let lasted = each_block(path, patience, |block| {
        notes.add(block);
        Ok(())
    })?;
    Ok(Wave {
        milliseconds: (lasted * 1000.0).round() as u64,
        voices: notes.voices.iter().map(|voice| columns(voice)).collect(),
    })
}

/// The loudest of each step so far.
#[derive(Default)]
struct Notes {
    voices: Vec<Vec<u8>>,
    /// Samples that the last step has.
    in_step: usize,
}

impl Notes {
    fn add(&mut self, block: &Block<'_>) {
        if self.voices.is_empty() {
            self.voices = vec![Vec::new(); block.channels.min(MOST_VOICES)];
        }
        let a_step = (block.rate as usize * STEP_MILLISECONDS / 1000).max(1);
        for frame in block.samples.chunks_exact(block.channels) {
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
