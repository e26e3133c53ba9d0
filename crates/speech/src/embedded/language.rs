//! Which language a call is in.

use domain::extension::LANGUAGES;
use whisper_rs::{WhisperState, get_lang_id, get_lang_str};

use super::hearing;
use crate::channel::Stretch;

/// A language is found out by so many stretches, the longest: one of a single word misleads.
const WITNESSES: usize = 2;

/// Nobody needs more of a stretch to tell its language, and it fits into the narrowest window: samples.
const ENOUGH: usize = 192 * 320;

/// The code of the language that the longest stretches are most likely in, of those a desk can be set to: the model knows a
/// hundred, and takes a few words in one for its neighbour.
pub(super) fn find<'a>(
    state: &mut WhisperState,
    said: impl Iterator<Item = &'a Stretch>,
) -> Option<&'static str> {
    let mut said: Vec<&Stretch> = said.collect();
    said.sort_by_key(|stretch| std::cmp::Reverse(stretch.samples.len()));
    let mut sums = [0.0; LANGUAGES.len()];
    for stretch in said.into_iter().take(WITNESSES) {
        let samples = &stretch.samples[..stretch.samples.len().min(ENOUGH)];
        // Listening to the whole window of half a minute would cost as much as twenty words.
        hearing::narrow(state, samples.len())?;
        state.pcm_to_mel(samples, 1).ok()?;
        let (_, likely) = state.lang_detect(0, 1).ok()?;
        add(&mut sums, &likely)?;
        // One that is sure needs no second.
        if sums.iter().any(|sum| *sum > 0.9) {
            break;
        }
    }
    Some(likeliest(&sums))
}

/// Adds how likely each of the desk's languages is, out of how likely each of the model's is.
fn add(sums: &mut [f32; LANGUAGES.len()], likely: &[f32]) -> Option<()> {
    for (sum, code) in sums.iter_mut().zip(LANGUAGES) {
        let place = usize::try_from(get_lang_id(code)?).ok()?;
        *sum += likely.get(place)?;
    }
    Some(())
}

fn likeliest(sums: &[f32; LANGUAGES.len()]) -> &'static str {
    let [first, ..] = LANGUAGES;
    let most = sums.iter().zip(LANGUAGES).max_by(|a, b| a.0.total_cmp(b.0));
    most.map_or(first, |(_, code)| code)
}

/// The code as the model knows it, when it does.
pub(super) fn known(code: &str) -> Option<&'static str> {
    let letters = code.len() <= 3 && code.bytes().all(|letter| letter.is_ascii_lowercase());
    get_lang_id(code).filter(|_| letters).and_then(get_lang_str)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(likely: &[(&str, f32)]) -> &'static str {
        let mut all = vec![0.0; 100];
        for (code, share) in likely {
            all[usize::try_from(get_lang_id(code).unwrap()).unwrap()] = *share;
        }
        let mut sums = [0.0; LANGUAGES.len()];
        add(&mut sums, &all).unwrap();
        likeliest(&sums)
    }

    #[test]
    fn a_neighbour_of_a_language_is_taken_for_that_language() {
        assert_eq!(found(&[("uk", 0.5), ("ru", 0.3), ("en", 0.1)]), "ru");
        assert_eq!(found(&[("cy", 0.6), ("en", 0.2), ("ru", 0.1)]), "en");
    }
}
