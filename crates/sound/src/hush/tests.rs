//! What may not be heard is not in the file, and the rest is.

use std::path::PathBuf;

use super::*;
use crate::{recognise, wave};

const PATIENCE: Duration = Duration::from_secs(60);

fn stereo() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../sandbox/assets/sounds/en_call_stereo.mp3"
    ))
}

/// The samples of each voice, from second to second.
fn samples(path: &Path) -> Vec<Vec<f32>> {
    let mut seconds: Vec<Vec<f32>> = Vec::new();
    let mut frames = 0;
    each_block(path, PATIENCE, |block| {
        for frame in block.samples.chunks_exact(block.channels) {
            let second = frames / block.rate as usize;
            if seconds.len() <= second {
                seconds.push(Vec::new());
            }
            seconds[second].extend(frame);
            frames += 1;
        }
        Ok(())
    })
    .unwrap();
    seconds
}

#[test]
fn a_stretch_is_a_tone_in_both_voices_and_the_rest_is_as_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let into = folder.path().join("hushed.wav");
    hush(&stereo(), &into, &[5_000..8_000, 20_000..21_000], PATIENCE).unwrap();
    let head = std::fs::read(&into).unwrap();
    assert_eq!(recognise(&head[..12]), Some(domain::SoundKind::Wav));
    let (before, after) = (samples(&stereo()), samples(&into));
    assert_eq!(before.len(), after.len());
    for (second, (before, after)) in before.iter().zip(&after).enumerate() {
        let apart = before
            .iter()
            .zip(after)
            .map(|(one, other)| (one - other).abs());
        let apart = apart.fold(0.0, f32::max);
        let loudest = after.iter().copied().map(f32::abs).fold(0.0, f32::max);
        match second {
            5..8 | 20 => assert!(loudest < 0.031 && loudest > 0.02, "{second}: {loudest}"),
            _ => assert!(apart < 0.001, "{second}: {apart}"),
        }
    }
    let drawn = wave(&into, PATIENCE).unwrap();
    let columns = drawn.voices[0].len();
    let quiet = &drawn.voices[0][columns * 6 / 48..columns * 7 / 48];
    assert!(quiet.iter().all(|column| *column < 9), "{quiet:?}");
}

#[test]
fn what_is_no_sound_leaves_a_sentence() {
    let folder = tempfile::tempdir().unwrap();
    let (from, into) = (folder.path().join("from"), folder.path().join("into"));
    std::fs::write(&from, b"<!doctype html>").unwrap();
    let some = [0..1000, 2000..3000];
    let got = hush(&from, &into, &some, PATIENCE);
    assert!(matches!(got, Err(NoSound::Unreadable(_))), "{got:?}");
    let got = hush(&stereo(), &into, &some, Duration::ZERO);
    assert!(matches!(got, Err(NoSound::TooSlow)), "{got:?}");
}
