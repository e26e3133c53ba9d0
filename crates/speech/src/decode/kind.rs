//! What a file is by its first bytes: names lie.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::Unreadable;
use super::foreign::Format;

/// Enough to see a header and the first packet of what it holds.
const LOOK: u64 = 4096;
/// Frames of GSM 6.10 have 33 bytes and begin with these four bits.
const GSM_FRAME: u64 = 33;
const GSM_FIRST: u8 = 0xD;

/// Who reads a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// We do.
    Native,
    /// ffmpeg does.
    Foreign(Format),
}

impl Kind {
    pub(super) fn of(path: &Path) -> Result<Self, Unreadable> {
        let file = File::open(path)?;
        let length = file.metadata()?.len();
        let mut head = Vec::new();
        file.take(LOOK).read_to_end(&mut head)?;
        if head.is_empty() {
            return Err(Unreadable::Empty);
        }
        let named_gsm = path
            .extension()
            .is_some_and(|end| end.eq_ignore_ascii_case("gsm"));
        Ok(foreign(&head, length, named_gsm).map_or(Self::Native, Self::Foreign))
    }
}

fn foreign(head: &[u8], length: u64, named_gsm: bool) -> Option<Format> {
    let holds = |part: &[u8]| head.windows(part.len()).any(|bytes| bytes == part);
    if head.starts_with(b"OggS") && holds(b"OpusHead") {
        return Some(Format::OggOpus);
    }
    if head.starts_with(&[0x1A, 0x45, 0xDF, 0xA3]) {
        return Some(Format::WebM);
    }
    if head.starts_with(b"RIFF") && wave_tag(head).is_some_and(|tag| tag == 0x31) {
        return Some(Format::WavGsm);
    }
    // Bare frames have no header: only the name and their measure tell.
    let frames = length > 0 && length.is_multiple_of(GSM_FRAME);
    let first = head.first().is_some_and(|byte| byte >> 4 == GSM_FIRST);
    (named_gsm && frames && first).then_some(Format::Gsm)
}

/// The codec's number in the `fmt ` chunk of a WAV file.
fn wave_tag(head: &[u8]) -> Option<u16> {
    let at = head.windows(4).position(|bytes| bytes == b"fmt ")?;
    let tag = head.get(at + 8..at + 10)?;
    Some(u16::from_le_bytes([tag[0], tag[1]]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_we_cannot_read_is_known_by_its_bytes() {
        let mut wav = b"RIFF\0\0\0\0WAVEfmt \x14\0\0\0".to_vec();
        wav.extend([0x31, 0]);
        assert_eq!(foreign(&wav, 100, false), Some(Format::WavGsm));
        let opus = b"OggS\0\x02\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\x01\x13OpusHead";
        assert_eq!(foreign(opus, 100, false), Some(Format::OggOpus));
        let webm = [0x1A, 0x45, 0xDF, 0xA3, 0, 0];
        assert_eq!(foreign(&webm, 100, false), Some(Format::WebM));
        assert_eq!(foreign(&[0xD5; 33], 66, true), Some(Format::Gsm));
        assert_eq!(foreign(&[0xD5; 33], 67, true), None);
        assert_eq!(foreign(b"ID3", 66, true), None);
    }
}
