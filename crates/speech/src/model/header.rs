//! The first numbers of a model's file: whether whisper.cpp can be trusted with it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

/// How every ggml file begins.
const MAGIC: u32 = 0x6767_6d6c;
/// Numbers after it that say how large a Whisper model is.
const NUMBERS: usize = 11;
/// How the file of voices goes on.
const SILERO: &[u8] = b"silero";

/// What a file is.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A Whisper model of this size: `base`.
    Whisper(&'static str),
    /// The model that tells voices.
    Voices,
}

/// Looks at a file; the refusal is a sentence.
pub(super) fn of(path: &Path) -> Result<Kind, String> {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| {
        let length = file.metadata()?.len();
        file.take(256).read_to_end(&mut head)?;
        Ok(length)
    });
    let length = read.map_err(|error| format!("could not read {}: {error}", path.display()))?;
    look(&head, length).ok_or_else(|| {
        format!(
            "{} is not a Whisper model that whisper.cpp reads: use a file such as ggml-small.bin, complete",
            path.display()
        )
    })
}

fn look(head: &[u8], length: u64) -> Option<Kind> {
    let numbers: Vec<u32> = head
        .as_chunks::<4>()
        .0
        .iter()
        .take(NUMBERS + 1)
        .map(|bytes| u32::from_le_bytes(*bytes))
        .collect();
    if *numbers.first()? != MAGIC {
        return None;
    }
    if head.windows(SILERO.len()).any(|part| part == SILERO) {
        return Some(Kind::Voices);
    }
    let [
        _,
        words,
        sound,
        width,
        heads,
        layers,
        text,
        text_width,
        _,
        _,
        mels,
        _,
    ] = numbers[..]
    else {
        return None;
    };
    let size = size(width, layers)?;
    let fits = (51_864..=51_866).contains(&words)
        && (1..=1500).contains(&sound)
        && heads > 0
        && width.is_multiple_of(heads)
        && text == 448
        && text_width == width
        && matches!(mels, 80 | 128);
    // Even at four bits a number there are as many as a layer's matrices need.
    let least = u64::from(layers) * 12 * u64::from(width) * u64::from(width) / 2;
    (fits && length > least).then_some(Kind::Whisper(size))
}

/// The sizes that OpenAI has published, by width and layers.
fn size(width: u32, layers: u32) -> Option<&'static str> {
    match (width, layers) {
        (384, 4) => Some("tiny"),
        (512, 6) => Some("base"),
        (768, 12) => Some("small"),
        (1024, 24) => Some("medium"),
        (1280, 32) => Some("large"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn base() -> Vec<u8> {
        let numbers = [MAGIC, 51_865, 1500, 512, 8, 6, 448, 512, 8, 6, 80, 2007];
        numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
    }

    #[test]
    fn a_model_is_known_by_its_numbers_and_its_length() {
        assert_eq!(look(&base(), 82_000_000), Some(Kind::Whisper("base")));
        assert_eq!(look(&base(), 1_000_000), None, "cut off");
        let mut odd = base();
        odd[4 * 3] = 1;
        assert_eq!(look(&odd, 82_000_000), None);
        assert_eq!(look(b"RIFF", 82_000_000), None);
        assert_eq!(look(b"", 0), None);
    }
}
