//! Sound as a file that every server reads: WAV, one channel, sixteen bits.

use crate::resample::RATE;

const HEADER: u32 = 36;
const BYTES: u32 = 2;

/// The file.
#[expect(clippy::cast_possible_truncation, reason = "clamped to sixteen bits")]
pub(super) fn of(samples: &[f32]) -> Vec<u8> {
    let length = u32::try_from(samples.len()).unwrap_or(u32::MAX / 4) * BYTES;
    let mut wav = Vec::with_capacity(length as usize + 44);
    wav.extend(b"RIFF");
    wav.extend((HEADER + length).to_le_bytes());
    // Plain numbers in one channel.
    wav.extend(b"WAVEfmt \x10\0\0\0\x01\0\x01\0");
    wav.extend(RATE.to_le_bytes());
    wav.extend((RATE * BYTES).to_le_bytes());
    wav.extend(b"\x02\0\x10\0data");
    wav.extend(length.to_le_bytes());
    for sample in samples {
        let whole = (sample.clamp(-1.0, 1.0) * f32::from(i16::MAX)) as i16;
        wav.extend(whole.to_le_bytes());
    }
    wav
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;
    use crate::decode::Sound;

    #[test]
    fn what_is_written_can_be_read() {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(&of(&[0.5; 1600])).unwrap();
        let mut sound = Sound::open(file.path()).unwrap();
        assert_eq!(sound.shape().rate, RATE);
        let block = sound.next_block().unwrap().unwrap();
        assert!((block[0] - 0.5).abs() < 0.001);
    }
}
