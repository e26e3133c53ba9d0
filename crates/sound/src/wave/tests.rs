//! Drawing real sound, and what somebody made to break a decoder.

use std::path::PathBuf;

use super::*;

const PATIENCE: Duration = Duration::from_secs(60);

fn stereo() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../sandbox/assets/sounds/en_call_stereo.mp3"
    ))
}

fn file(content: &[u8]) -> tempfile::NamedTempFile {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(file.path(), content).unwrap();
    file
}

/// A WAV of 16-bit samples at 8000 Hz, whose header says there are so many channels.
fn wav(channels: u16, samples: &[i16]) -> Vec<u8> {
    let size = u32::try_from(samples.len() * 2).unwrap();
    let mut bytes = Vec::new();
    bytes.extend(b"RIFF");
    bytes.extend((36 + size).to_le_bytes());
    bytes.extend(b"WAVEfmt ");
    bytes.extend(16u32.to_le_bytes());
    bytes.extend(1u16.to_le_bytes());
    bytes.extend(channels.to_le_bytes());
    bytes.extend(8000u32.to_le_bytes());
    bytes.extend((8000 * u32::from(channels) * 2).to_le_bytes());
    bytes.extend((channels * 2).to_le_bytes());
    bytes.extend(16u16.to_le_bytes());
    bytes.extend(b"data");
    bytes.extend(size.to_le_bytes());
    bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
    bytes
}

#[test]
fn a_call_of_two_voices_is_drawn_apart() {
    let wave = wave(&stereo(), PATIENCE).unwrap();
    assert!(
        wave.milliseconds.abs_diff(47_700) < 1_000,
        "{}",
        wave.milliseconds
    );
    let [agent, client] = &wave.voices[..] else {
        panic!("{} voices", wave.voices.len())
    };
    assert_eq!((agent.len(), client.len()), (COLUMNS, COLUMNS));
    assert_ne!(agent, client);
    assert!(agent.iter().any(|column| *column > 40));
}

#[test]
fn what_is_loud_at_the_end_is_drawn_at_the_end() {
    let mut samples = vec![0i16; 8000];
    samples.extend(vec![i16::MAX; 8000]);
    let wave = wave(file(&wav(1, &samples)).path(), PATIENCE).unwrap();
    assert_eq!(wave.milliseconds, 2000);
    let voice = &wave.voices[0];
    assert_eq!((voice[0], voice[voice.len() / 4]), (0, 0));
    assert!(voice[voice.len() - 1] >= 254);
}

#[test]
fn a_recording_that_was_cut_off_is_drawn_as_far_as_it_goes() {
    let whole = std::fs::read(stereo()).unwrap();
    let wave = wave(file(&whole[..whole.len() / 3]).path(), PATIENCE).unwrap();
    assert!(
        (10_000..20_000).contains(&wave.milliseconds),
        "{}",
        wave.milliseconds
    );
}

#[test]
fn what_is_broken_empty_or_something_else_is_no_drawing_and_no_panic() {
    let mut garbled = std::fs::read(stereo()).unwrap();
    for byte in garbled.iter_mut().skip(4) {
        *byte = byte.wrapping_mul(31).wrapping_add(17);
    }
    let absurd = wav(200, &[0; 4000]);
    let cases: [&[u8]; 6] = [
        b"",
        b"ID3",
        b"RIFF\xff\xff\xff\xffWAVEfmt \xff\xff\xff\xff",
        b"fLaC\0\0\0\x22\0\0\0\0\0\0\0\0\0\0\xff\xff",
        b"\0\0\0\x08ftypM4A \xff\xff\xff\xffmoov",
        &absurd,
    ];
    for case in cases {
        let refused = wave(file(case).path(), PATIENCE);
        assert!(refused.is_err(), "{refused:?}");
    }
    // Whatever comes of noise with one good header: an end.
    let _ = wave(file(&garbled).path(), PATIENCE);
}

#[test]
fn a_long_silence_is_drawn_in_bounds_or_given_up_in_time() {
    let long = wav(1, &vec![0; 8000 * 600]);
    let file = file(&long);
    let drawn = wave(file.path(), PATIENCE).unwrap();
    assert_eq!(drawn.milliseconds, 600_000);
    assert_eq!(drawn.voices[0].len(), COLUMNS);
    let hurried = wave(file.path(), Duration::ZERO);
    assert!(matches!(hurried, Err(NoSound::TooSlow)), "{hurried:?}");
}
