//! Sound of every kind, and what only says to be sound.

mod kinds;

use std::io::Write;

use super::*;

/// A WAV file of this shape.
fn wav(rate: u32, channels: u16, samples: &[i16]) -> Vec<u8> {
    let length = u32::try_from(samples.len() * 2).unwrap();
    let mut bytes = Vec::new();
    bytes.extend(b"RIFF");
    bytes.extend((36 + length).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0");
    bytes.extend(channels.to_le_bytes());
    bytes.extend(rate.to_le_bytes());
    bytes.extend((rate * u32::from(channels) * 2).to_le_bytes());
    bytes.extend((channels * 2).to_le_bytes());
    bytes.extend(b"\x10\0data");
    bytes.extend(length.to_le_bytes());
    samples
        .iter()
        .for_each(|sample| bytes.extend(sample.to_le_bytes()));
    bytes
}

fn file(name: &str, bytes: &[u8]) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(name).tempfile().unwrap();
    file.write_all(bytes).unwrap();
    file
}

/// All of a file: its shape and its samples.
fn all(name: &str, bytes: &[u8]) -> Result<(Shape, Vec<f32>), Unreadable> {
    let file = file(name, bytes);
    let mut sound = Sound::open(file.path())?;
    let mut samples = Vec::new();
    while let Some(block) = sound.next_block()? {
        samples.extend_from_slice(block);
    }
    Ok((sound.shape(), samples))
}

fn sentence(name: &str, bytes: &[u8]) -> String {
    all(name, bytes).unwrap_err().to_string()
}

#[test]
fn a_file_is_read_whole_whatever_its_name_says() {
    let samples: Vec<i16> = (0..16_000).map(|at| (at % 100) * 100).collect();
    let (shape, read) = all(".mp3", &wav(8000, 2, &samples)).unwrap();
    assert_eq!((shape.rate, shape.channels), (8000, 2));
    assert_eq!(read.len(), 16_000);
    assert!((read[99] - 9900.0 / 32768.0).abs() < 1e-4);
}

#[test]
fn a_file_that_breaks_off_has_the_sound_up_to_there() {
    let whole = wav(8000, 1, &vec![1000; 16_000]);
    let (_, read) = all(".wav", &whole[..whole.len() / 2]).unwrap();
    assert!((7000..=8100).contains(&read.len()), "{}", read.len());
}

#[test]
fn what_is_no_call_is_refused_with_a_sentence() {
    assert!(sentence(".wav", b"").contains("empty"));
    assert!(sentence(".mp3", b"<html><body>404 Not Found</body></html>").contains("no sound"));
    assert!(sentence(".wav", &[0; 5000]).contains("no sound"));
    assert!(sentence(".wav", &wav(8000, 6, &[0; 600])).contains("6 channels"));
    assert!(sentence(".wav", &wav(100, 1, &[0; 600])).contains("100 samples a second"));
    let many = sentence(".wav", &wav(8000, 200, &[0; 20_000]));
    assert!(
        many.contains("channels") || many.contains("broken"),
        "{many}"
    );
    assert!(!sentence(".wav", &wav(8000, 1, &[])).is_empty());
    let none = Sound::open(Path::new("/there/is/no/such.wav"));
    assert!(none.is_err());
}

#[test]
fn damage_anywhere_neither_panics_nor_hangs() {
    let samples: Vec<i16> = (0..4000_i16).map(|at| (at % 50) * 37 - 900).collect();
    let good = wav(8000, 2, &samples);
    let mut seed = 1_u32;
    for _ in 0..300 {
        let mut bad = good.clone();
        for _ in 0..6 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let place = (seed >> 8) as usize % 64;
            bad[place] = (seed & 0xFF) as u8;
        }
        // Either answer is fine; a call that has no end is not.
        if let Ok((shape, read)) = all(".wav", &bad) {
            assert!(shape.channels <= MOST_CHANNELS && read.len() < 1_000_000);
        }
    }
}

#[test]
fn a_few_bytes_that_stand_for_days_are_too_long() {
    // Four hours and a bit at the lowest rate, all of it a hole in the file.
    let rate = 4000;
    let frames = (LONGEST_HOURS * 3600 + 60) * u64::from(rate);
    let head = wav(rate, 1, &[]);
    let mut file = file(".wav", &head);
    let length = u32::try_from(frames * 2).unwrap();
    file.as_file().set_len(44 + u64::from(length)).unwrap();
    let mut bytes = head;
    bytes.splice(4..8, (36 + length).to_le_bytes());
    bytes.splice(40..44, length.to_le_bytes());
    std::io::Seek::rewind(file.as_file_mut()).unwrap();
    file.write_all(&bytes).unwrap();
    let mut sound = Sound::open(file.path()).unwrap();
    let end = loop {
        match sound.next_block() {
            Ok(Some(block)) => assert!(block.len() < 1 << 20),
            other => break other.map(|_| ()),
        }
    };
    assert!(matches!(end, Err(Unreadable::TooLong)));
}
