//! Sounds without speech, and what the process has used.

use std::io::Write;

/// Samples a second of a telephone.
const RATE: u32 = 8000;
const SECONDS: u32 = 12;

/// Sounds that nobody says, by name.
pub(super) fn tones() -> Vec<(&'static str, Vec<f32>)> {
    let mut seed = 7_u32;
    let mut noise = move || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f32::from(u16::try_from(seed >> 16).unwrap()) / 32_768.0 - 1.0
    };
    let line: Vec<f32> = seconds(|_| noise() * 0.002);
    let loud: Vec<f32> = seconds(|_| noise() * 0.2);
    vec![
        ("silence", seconds(|_| 0.0)),
        ("the noise of a line", line),
        ("loud noise", loud),
        (
            "ringing",
            seconds(|at| if at % 5.0 < 1.0 { tone(at, 425.0) } else { 0.0 }),
        ),
        (
            "busy",
            seconds(|at| {
                if at % 0.7 < 0.35 {
                    tone(at, 425.0)
                } else {
                    0.0
                }
            }),
        ),
        (
            "keys",
            seconds(|at| {
                if at % 0.4 < 0.2 {
                    tone(at, 770.0) + tone(at, 1336.0)
                } else {
                    0.0
                }
            }),
        ),
        (
            "a fax",
            seconds(|at| {
                if at % 3.5 < 0.5 {
                    tone(at, 1100.0)
                } else {
                    tone(at, 2100.0)
                }
            }),
        ),
    ]
}

#[expect(clippy::cast_precision_loss, reason = "a few seconds")]
fn seconds(mut sound: impl FnMut(f32) -> f32) -> Vec<f32> {
    (0..RATE * SECONDS)
        .map(|at| sound(at as f32 / RATE as f32))
        .collect()
}

fn tone(at: f32, hertz: f32) -> f32 {
    (at * hertz * std::f32::consts::TAU).sin() * 0.3
}

/// A file with one channel of it.
#[expect(clippy::cast_possible_truncation, reason = "within sixteen bits")]
pub(super) fn wav(sound: &[f32]) -> tempfile::NamedTempFile {
    let length = u32::try_from(sound.len() * 2).unwrap();
    let mut bytes = b"RIFF".to_vec();
    bytes.extend((36 + length).to_le_bytes());
    bytes.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    bytes.extend(RATE.to_le_bytes());
    bytes.extend((RATE * 2).to_le_bytes());
    bytes.extend(b"\x02\0\x10\0data");
    bytes.extend(length.to_le_bytes());
    for sample in sound {
        bytes.extend(((sample * 32_000.0) as i16).to_le_bytes());
    }
    let mut file = tempfile::Builder::new().suffix(".wav").tempfile().unwrap();
    file.write_all(&bytes).unwrap();
    file
}

/// What this process has computed so far; every test is a process of its own.
pub(super) fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap();
    let (_, after) = stat.rsplit_once(')').unwrap();
    let ticks = after.split_whitespace().nth(11).unwrap();
    ticks.parse::<f64>().unwrap() / 100.0
}

/// The most memory this process has had.
pub(super) fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM:"))
        .unwrap();
    let kilobytes = line.split_whitespace().nth(1).unwrap();
    kilobytes.parse::<u64>().unwrap() / 1024
}
