//! The alphabet in which GPT-2 writes bytes: each is one printable letter.

use super::NotConverted;

/// Bytes that stand for themselves; the others are numbered from 256 on.
const PRINTABLE: [std::ops::RangeInclusive<u32>; 3] = [33..=126, 161..=172, 174..=255];

/// The bytes of a word of the vocabulary.
pub(super) fn bytes(word: &str) -> Result<Vec<u8>, NotConverted> {
    let unknown = |letter| NotConverted::Input(format!("`{letter}` in the vocabulary is no byte"));
    let letters = word.chars();
    letters
        .map(|letter| byte(u32::from(letter)).ok_or_else(|| unknown(letter)))
        .collect()
}

fn byte(letter: u32) -> Option<u8> {
    let printable = |byte: &u32| PRINTABLE.iter().any(|range| range.contains(byte));
    if printable(&letter) {
        return u8::try_from(letter).ok();
    }
    let place = letter.checked_sub(256)? as usize;
    let byte = (0..256).filter(|byte| !printable(byte)).nth(place)?;
    u8::try_from(byte).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_bytes_again() {
        assert_eq!(bytes("ĠHello").unwrap(), b" Hello");
        assert_eq!(bytes("ÐŁÑĢÐ¸").unwrap(), "При".as_bytes());
        assert!(bytes("Привет").is_err());
    }
}
