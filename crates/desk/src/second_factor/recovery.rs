//! Recovery codes: for whoever has lost their authenticator; each works once.

use rand::Rng;

use crate::secrets::hash;

/// How many there are.
const HOW_MANY: usize = 10;
/// Groups of a code, and letters of a group: 80 bits, so that a quick hash hides them well enough.
const GROUPS: usize = 4;
const LETTERS: usize = 4;
/// Letters that are not taken for one another.
const ALPHABET: &[u8; 32] = b"abcdefghjkmnpqrstuvwxyz023456789";

/// New codes, as they are shown this once.
pub(super) fn new_codes() -> Vec<String> {
    let mut random = rand::rng();
    let mut group = || -> String {
        let letters = (0..LETTERS).map(|_| ALPHABET[random.random_range(0..ALPHABET.len())]);
        letters.map(char::from).collect()
    };
    let code = |_| (0..GROUPS).map(|_| group()).collect::<Vec<_>>().join("-");
    (0..HOW_MANY).map(code).collect()
}

/// What a code is kept as, however it was typed; nothing when it cannot be one.
pub(super) fn read(typed: &str) -> Option<[u8; 32]> {
    let letters: String = typed
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|letter| letter.to_ascii_lowercase())
        .collect();
    (letters.len() == GROUPS * LETTERS).then(|| hash(&letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let codes = new_codes();
        assert_eq!(codes.len(), HOW_MANY);
        let kept = read(&codes[0]).unwrap();
        assert_eq!(read(&codes[0].to_uppercase().replace('-', " ")), Some(kept));
        assert_ne!(read(&codes[1]), Some(kept));
        assert_eq!(read("123456"), None);
    }
}
