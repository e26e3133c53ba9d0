//! Which language a call is in.

use whisper_rs::{WhisperState, get_lang_id, get_lang_str};

use super::hearing;
use crate::channel::Stretch;

/// A language is found out by so many stretches, the longest: one of a single word misleads.
const WITNESSES: usize = 2;

/// Nobody needs more of a stretch to tell its language, and it fits into the narrowest window: samples.
const ENOUGH: usize = 192 * 320;

/// The code of the language that the longest stretches are most likely in.
pub(super) fn find<'a>(
    state: &mut WhisperState,
    said: impl Iterator<Item = &'a Stretch>,
) -> Option<&'static str> {
    let mut said: Vec<&Stretch> = said.collect();
    said.sort_by_key(|stretch| std::cmp::Reverse(stretch.samples.len()));
    let mut sums: Vec<f32> = Vec::new();
    for stretch in said.into_iter().take(WITNESSES) {
        let samples = &stretch.samples[..stretch.samples.len().min(ENOUGH)];
        // Listening to the whole window of half a minute would cost as much as twenty words.
        hearing::narrow(state, samples.len())?;
        state.pcm_to_mel(samples, 1).ok()?;
        let (_, likely) = state.lang_detect(0, 1).ok()?;
        // One that is sure needs no second.
        let sure = likely.iter().any(|one| *one > 0.9);
        sums.resize(likely.len(), 0.0);
        sums.iter_mut()
            .zip(likely)
            .for_each(|(sum, one)| *sum += one);
        if sure {
            break;
        }
    }
    let best = (0..sums.len()).max_by(|a, b| sums[*a].total_cmp(&sums[*b]))?;
    get_lang_str(i32::try_from(best).ok()?)
}

/// The code as the model knows it, when it does.
pub(super) fn known(code: &str) -> Option<&'static str> {
    let letters = code.len() <= 3 && code.bytes().all(|letter| letter.is_ascii_lowercase());
    get_lang_id(code).filter(|_| letters).and_then(get_lang_str)
}
