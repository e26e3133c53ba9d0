//! One voice at the rate that engines of speech listen at, as it comes.

use rubato::audioadapter_buffers::direct::InterleavedSlice;
use rubato::{Fft, FixedSync, Indexing, Resampler};

use crate::decode::Unreadable;

/// Samples a second that every engine here wants.
pub const RATE: u32 = 16_000;
/// Samples that are taken at once: a tenth of a second of a telephone.
const CHUNK: usize = 1024;

/// Turns one channel's samples into [`RATE`] a second.
pub struct Resample {
    /// Nothing: it has that rate already.
    filter: Option<Fft<f32>>,
    rate: u32,
    pending: Vec<f32>,
    taken: u64,
    given: u64,
    /// What the filter gives before the sound begins.
    early: usize,
}

impl Resample {
    /// For sound of this rate.
    ///
    /// # Errors
    /// When no filter can be made for it.
    pub fn from(rate: u32) -> Result<Self, Unreadable> {
        let filter = if rate == RATE {
            None
        } else {
            let made = Fft::new(rate as usize, RATE as usize, CHUNK, 1, FixedSync::Input);
            Some(made.map_err(|_| Unreadable::Rate(rate))?)
        };
        Ok(Self {
            early: filter.as_ref().map_or(0, Resampler::output_delay),
            filter,
            rate,
            pending: Vec::with_capacity(2 * CHUNK),
            taken: 0,
            given: 0,
        })
    }

    /// Takes samples and adds what they become.
    pub fn hear(&mut self, samples: impl Iterator<Item = f32>, out: &mut Vec<f32>) {
        if self.filter.is_none() {
            out.extend(samples);
            return;
        }
        let before = self.pending.len();
        self.pending.extend(samples);
        self.taken += (self.pending.len() - before) as u64;
        let mut at = 0;
        while self.pending.len() - at >= CHUNK {
            self.filter_chunk(at, CHUNK, out);
            at += CHUNK;
        }
        self.pending.drain(..at);
    }

    /// Adds what the filter still holds.
    pub fn end(&mut self, out: &mut Vec<f32>) {
        let all = (self.taken * u64::from(RATE)).div_ceil(u64::from(self.rate));
        // An odd rate has a filter of up to twice its samples, which silence pushes through.
        for _ in 0..2 * self.rate as usize / CHUNK + 4 {
            if self.filter.is_none() || self.given >= all {
                break;
            }
            let left = self.pending.len();
            self.filter_chunk(0, left, out);
            self.pending.clear();
        }
        let too_many = usize::try_from(self.given.saturating_sub(all)).unwrap_or(0);
        out.truncate(out.len() - too_many.min(out.len()));
        self.given = all;
    }

    fn filter_chunk(&mut self, at: usize, length: usize, out: &mut Vec<f32>) {
        let Some(filter) = &mut self.filter else {
            return;
        };
        let part = Indexing::new().partial_len(length);
        let padded;
        let chunk = if length == CHUNK {
            &self.pending[at..at + CHUNK]
        } else {
            padded = [&self.pending[at..at + length], &[0.0; CHUNK][length..]].concat();
            &padded
        };
        let made = InterleavedSlice::new(chunk, 1, CHUNK)
            .ok()
            .and_then(|input| filter.process(&input, Some(&part)).ok());
        // The shapes are ours and fit: the filter has no reason to refuse.
        let made = made.map(|made| made.take_data()).unwrap_or_default();
        let skipped = self.early.min(made.len());
        self.early -= skipped;
        out.extend_from_slice(&made[skipped..]);
        self.given += (made.len() - skipped) as u64;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::cast_precision_loss, reason = "small numbers")]
    fn tone(rate: u32, seconds: f32) -> Vec<f32> {
        (0..(rate as f32 * seconds) as usize)
            .map(|at| (at as f32 * 440.0 * std::f32::consts::TAU / rate as f32).sin() * 0.5)
            .collect()
    }

    fn resampled(rate: u32, sound: &[f32], block: usize) -> Vec<f32> {
        let mut resample = Resample::from(rate).unwrap();
        let mut out = Vec::new();
        for part in sound.chunks(block) {
            resample.hear(part.iter().copied(), &mut out);
        }
        resample.end(&mut out);
        out
    }

    #[test]
    fn every_rate_keeps_length_time_and_loudness() {
        for rate in [8_000, 11_025, 16_000, 22_050, 44_100, 48_000] {
            let out = resampled(rate, &tone(rate, 1.0), 333);
            assert_eq!(out.len(), 16_000, "{rate}");
            let wanted = tone(RATE, 1.0);
            let worst = (1000..15_000).map(|at| (out[at] - wanted[at]).abs());
            // Less than a sample apart.
            let worst = worst.fold(0.0, f32::max);
            assert!(worst < 0.1, "{rate}: {worst}");
        }
    }

    #[test]
    fn the_size_of_blocks_changes_nothing() {
        let sound = tone(8_000, 0.7);
        assert_eq!(resampled(8_000, &sound, 7), resampled(8_000, &sound, 5_000));
    }

    #[test]
    fn nothing_and_a_little_become_nothing_and_a_little() {
        assert!(resampled(8_000, &[], 10).is_empty());
        assert_eq!(resampled(8_000, &[0.1; 10], 10).len(), 20);
    }
}
