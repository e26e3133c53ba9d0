//! What a file is, by its first bytes: whatever it is called, and whatever its sender says.

use domain::SoundKind;

/// So many bytes tell it.
pub(crate) const NEEDED: usize = 12;

/// The kind of sound that begins with these bytes; nothing when it is none that the desk keeps.
#[must_use]
pub fn recognise(head: &[u8]) -> Option<SoundKind> {
    let at = |from: usize, mark: &[u8]| head.get(from..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, b"ID3") || is_mpeg_frame(head) {
        Some(SoundKind::Mp3)
    } else if at(0, b"RIFF") && at(8, b"WAVE") {
        Some(SoundKind::Wav)
    } else if at(0, b"OggS") {
        Some(SoundKind::Ogg)
    } else if at(0, b"fLaC") {
        Some(SoundKind::Flac)
    } else if at(4, b"ftyp") {
        Some(SoundKind::M4a)
    } else {
        None
    }
}

/// The header of a frame of MPEG audio, none of whose fields has a forbidden value.
fn is_mpeg_frame(head: &[u8]) -> bool {
    let [first, second, third, ..] = head else {
        return false;
    };
    let sync = *first == 0xff && second & 0xe0 == 0xe0;
    let version = second & 0x18 != 0x08;
    let layer = second & 0x06 != 0;
    let bitrate = third & 0xf0 != 0xf0;
    let rate = third & 0x0c != 0x0c;
    sync && version && layer && bitrate && rate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_is_told_by_its_first_bytes() {
        let cases: [(&[u8], SoundKind); 6] = [
            (b"ID3\x04\0\0\0\0\0\0\0\0", SoundKind::Mp3),
            (b"\xff\xe3\x18\xc4\0\0\0\0\0\0\0\0", SoundKind::Mp3),
            (b"RIFF\x24\0\0\0WAVEfmt ", SoundKind::Wav),
            (b"OggS\0\x02\0\0\0\0\0\0", SoundKind::Ogg),
            (b"fLaC\0\0\0\x22\0\0\0\0", SoundKind::Flac),
            (b"\0\0\0\x20ftypM4A \0", SoundKind::M4a),
        ];
        for (head, kind) in cases {
            assert_eq!(recognise(head), Some(kind), "{head:?}");
        }
    }

    #[test]
    fn pages_archives_and_noise_are_no_sound() {
        let cases: [&[u8]; 8] = [
            b"<!doctype html>",
            b"{\"error\":\"x\"}",
            b"PK\x03\x04aaaaaaaa",
            b"\x1f\x8b\x08\0aaaaaaaa",
            b"RIFF\x24\0\0\0AVI LIST",
            b"\xff\xff\xff\xff\xff\xff",
            b"\xff",
            b"",
        ];
        for head in cases {
            assert_eq!(recognise(head), None, "{head:?}");
        }
    }
}
