//! The kinds of sound that telephone systems make, each whole, mislabelled, cut off and damaged.

use std::path::PathBuf;

use super::*;

/// Kinds that are read here, with the rate they have.
const NATIVE: [(&str, u32); 8] = [
    ("a-law.wav", 8_000),
    ("mu-law.wav", 8_000),
    ("adpcm-ms.wav", 8_000),
    ("adpcm-ima.wav", 8_000),
    ("mp3.mp3", 8_000),
    ("vorbis.ogg", 8_000),
    ("flac.flac", 8_000),
    ("aac.m4a", 8_000),
];
/// Kinds that ffmpeg reads for us.
const FOREIGN: [&str; 4] = ["opus.ogg", "opus.webm", "gsm.wav", "bare.gsm"];
/// Loudness is compared by so many pieces a second.
const PIECES: usize = 20;
/// Coders begin a little late, by so many steps at most; one step is a tenth of a piece.
const LATE: usize = 60;
/// What is the same sound is at least so alike.
const SAME: f32 = 0.9;

fn kind(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/kinds");
    folder.join(name)
}

fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(kind(name)).unwrap()
}

fn samples(path: &Path) -> Result<(Shape, Vec<f32>), Unreadable> {
    let mut sound = Sound::open(path)?;
    let mut samples = Vec::new();
    while let Some(block) = sound.next_block()? {
        samples.extend_from_slice(block);
    }
    Ok((sound.shape(), samples))
}

/// How loud all channels together are, piece by piece, from so many steps after the beginning on.
fn loudness((shape, samples): &(Shape, Vec<f32>), steps: usize) -> Vec<f32> {
    let step = shape.rate as usize / PIECES / 10 * shape.channels;
    let mean = |piece: &[f32]| piece.iter().map(|one| one.abs()).sum::<f32>() / piece.len() as f32;
    let rest = samples.get(steps * step..).unwrap_or_default();
    rest.chunks(10 * step).map(mean).collect()
}

/// From -1 to 1, how alike the loudness of two goes, when the second begins as much later as it does.
fn alike(one: &(Shape, Vec<f32>), other: &(Shape, Vec<f32>)) -> f32 {
    let truth = loudness(one, 0);
    let late = (0..=LATE).map(|steps| correlation(&truth, &loudness(other, steps)));
    late.fold(-1.0, f32::max)
}

fn correlation(one: &[f32], other: &[f32]) -> f32 {
    let count = one.len().min(other.len());
    let (one, other) = (&one[..count], &other[..count]);
    let mean = |all: &[f32]| all.iter().sum::<f32>() / count as f32;
    let (a, b) = (mean(one), mean(other));
    let pairs = || one.iter().zip(other).map(|(x, y)| (x - a, y - b));
    let (mut both, mut first, mut second) = (0.0, 0.0, 0.0);
    for (x, y) in pairs() {
        (both, first, second) = (both + x * y, first + x * x, second + y * y);
    }
    both / (first * second).sqrt().max(f32::EPSILON)
}

#[test]
fn every_kind_is_the_same_sound_whatever_its_name_says() {
    let truth = samples(&kind("flac.flac")).unwrap();
    for (name, rate) in NATIVE {
        let read = all(".dat", &bytes(name)).unwrap();
        assert_eq!((read.0.rate, read.0.channels), (rate, 2), "{name}");
        let seconds = read.1.len() as f32 / 2.0 / rate as f32;
        assert!((1.7..2.5).contains(&seconds), "{name}: {seconds}");
        let alike = alike(&truth, &read);
        assert!(alike > SAME, "{name}: {alike}");
    }
}

#[test]
fn opus_and_gsm_are_read_by_ffmpeg_or_the_sentence_says_to_install_it() {
    let truth = samples(&kind("flac.flac")).unwrap();
    for name in FOREIGN {
        match samples(&kind(name)) {
            Ok(read) => {
                let alike = alike(&truth, &read);
                assert!(alike > SAME, "{name}: {alike}");
            }
            Err(why) => assert!(
                matches!(why, Unreadable::NeedsFfmpeg(_))
                    && why.to_string().contains("install ffmpeg"),
                "{name}: {why}"
            ),
        }
    }
}

#[test]
fn a_file_of_any_kind_that_breaks_off_has_less_of_it_or_a_sentence() {
    for (name, _) in NATIVE {
        let whole = all(".dat", &bytes(name)).unwrap().1.len();
        let cut = bytes(name);
        match all(".dat", &cut[..cut.len() / 2]) {
            Ok((_, read)) => assert!(read.len() < whole, "{name}: {} of {whole}", read.len()),
            Err(why) => assert!(!why.to_string().is_empty(), "{name}"),
        }
    }
}

#[test]
fn damage_in_any_kind_neither_panics_nor_hangs() {
    let mut seed = 7_u32;
    let mut next = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize
    };
    for (name, rate) in NATIVE {
        let good = bytes(name);
        for _ in 0..25 {
            let mut bad = good.clone();
            for _ in 0..20 {
                let place = next() % bad.len();
                bad[place] = (next() & 0xFF) as u8;
            }
            if let Ok((shape, read)) = all(".dat", &bad) {
                assert!(shape.channels <= MOST_CHANNELS, "{name}");
                assert!(read.len() < 60 * rate as usize, "{name}: {}", read.len());
            }
        }
    }
}

#[test]
fn thirty_kilobytes_that_unfold_to_hours_are_read_block_by_block_and_refused() {
    let mut sound = Sound::open(&kind("five-hours-of-silence.flac")).unwrap();
    let end = loop {
        match sound.next_block() {
            Ok(Some(block)) => assert!(block.len() < 1 << 18, "{}", block.len()),
            other => break other.map(|_| ()),
        }
    };
    assert!(matches!(end, Err(Unreadable::TooLong)), "{end:?}");
}
