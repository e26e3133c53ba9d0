//! Tokens and keys: 256 random bits as text, kept as a hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use rand::RngCore;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What a secret is for; its first letters tell it when one is found somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A channel's token, in notifications.
    Channel,
    /// A key of the API.
    ApiKey,
    /// A browser's session.
    Session,
    /// An invitation.
    Invitation,
}

impl Kind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Channel => "dzv_",
            Self::ApiKey => "dzk_",
            Self::Session => "dzs_",
            Self::Invitation => "dzi_",
        }
    }
}

/// A new secret: letters, digits, `-` and `_`, so that it needs no escaping in JSON, a form or an address.
#[must_use]
pub fn new_token(kind: Kind) -> String {
    let mut bytes = [0; 32];
    rand::rng().fill_bytes(&mut bytes);
    format!("{}{}", kind.prefix(), URL_SAFE_NO_PAD.encode(bytes))
}

/// What it is found by. It is too random to be guessed from this, so no slow hash is needed.
#[must_use]
pub fn hash(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// Whether two hashes are the same, told in the same time whatever they are.
#[must_use]
pub fn same(one: &[u8], other: &[u8]) -> bool {
    one.ct_eq(other).into()
}

/// Its first and last characters, for people to tell it from others.
#[must_use]
pub fn hint(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    if letters.len() < 16 {
        let tail: String = letters
            .iter()
            .skip(letters.len().saturating_sub(2))
            .collect();
        return format!("…{tail}");
    }
    let head: String = letters.iter().take(8).collect();
    let tail: String = letters.iter().skip(letters.len() - 4).collect();
    format!("{head}…{tail}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_long_different_and_safe_everywhere() {
        let (one, other) = (new_token(Kind::Channel), new_token(Kind::Channel));
        assert_ne!(one, other);
        assert_eq!(one.len(), 47);
        assert!(
            one.bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-')
        );
        assert!(same(&hash(&one), &hash(&one)) && !same(&hash(&one), &hash(&other)));
    }

    #[test]
    fn a_hint_shows_little() {
        assert_eq!(hint("dzv_7Hq2mXw4Rk0bTn9c1e"), "dzv_7Hq2…9c1e");
        assert_eq!(hint("short"), "…rt");
    }
}
