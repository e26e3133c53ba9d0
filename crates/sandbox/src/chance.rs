//! The sandbox's one source of randomness: the same seed plays the same day.

use rand::distr::Alphanumeric;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

/// What is left to chance for one call, one day or one crowd of clients.
pub(crate) struct Chance(StdRng);

impl Chance {
    /// Chance that depends on the seed and on what it is for, nothing else.
    pub(crate) fn of(seed: u64, purpose: u64) -> Self {
        Self(StdRng::seed_from_u64(seed.rotate_left(32) ^ purpose))
    }

    /// True in `share` (0 to 1) of the cases.
    pub(crate) fn happens(&mut self, share: f64) -> bool {
        self.0.random_range(0.0..1.0) < share
    }

    /// A whole number from `low` to `high`, both possible.
    pub(crate) fn between(&mut self, low: u64, high: u64) -> u64 {
        if high <= low {
            low
        } else {
            self.0.random_range(low..=high)
        }
    }

    /// One of several; `None` of none.
    pub(crate) fn one_of<'a, T>(&mut self, several: &'a [T]) -> Option<&'a T> {
        if several.is_empty() {
            None
        } else {
            several.get(self.0.random_range(0..several.len()))
        }
    }

    /// One of several, the first far more often than the last.
    pub(crate) fn often_first<'a, T>(&mut self, several: &'a [T]) -> Option<&'a T> {
        let share: f64 = self.0.random_range(0.0..1.0);
        several.get((share * share * several.len() as f64) as usize)
    }

    /// Seconds until something that happens `per_minute` times a minute.
    pub(crate) fn pause(&mut self, per_minute: f64) -> f64 {
        let share: f64 = self.0.random_range(f64::EPSILON..1.0);
        -share.ln() * 60.0 / per_minute
    }
}

/// A new key that nobody can guess.
pub(crate) fn fresh_key() -> String {
    rand::rng()
        .sample_iter(Alphanumeric)
        .take(40)
        .map(char::from)
        .collect()
}
