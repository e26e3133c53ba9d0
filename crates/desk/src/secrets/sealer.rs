//! Seals secrets with XChaCha20-Poly1305 under the desk's key.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use rand::RngCore;

const NONCE: usize = 24;

/// The key does not open what another sealed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error(
    "a secret cannot be opened: it was sealed with another key, give the desk its first `secret_key` back"
)]
pub struct WrongKey;

/// Seals and opens secrets. Each stands under a name, so that one cannot be put in another's place.
#[derive(Clone)]
pub struct Sealer(XChaCha20Poly1305);

impl Sealer {
    /// By a key of 32 bytes.
    #[must_use]
    pub fn new(key: &[u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(Key::from_slice(key)))
    }

    /// A new random key.
    #[must_use]
    pub fn new_key() -> [u8; 32] {
        let mut key = [0; 32];
        rand::rng().fill_bytes(&mut key);
        key
    }

    /// Seals a secret under a name.
    pub fn seal(&self, name: &str, secret: &str) -> Result<Vec<u8>, WrongKey> {
        let mut nonce = [0; NONCE];
        rand::rng().fill_bytes(&mut nonce);
        let payload = Payload {
            msg: secret.as_bytes(),
            aad: name.as_bytes(),
        };
        let sealed = self
            .0
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_| WrongKey)?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// Opens what was sealed under this name.
    pub fn open(&self, name: &str, sealed: &[u8]) -> Result<String, WrongKey> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE).ok_or(WrongKey)?;
        let payload = Payload {
            msg: sealed,
            aad: name.as_bytes(),
        };
        let secret = self
            .0
            .decrypt(XNonce::from_slice(nonce), payload)
            .map_err(|_| WrongKey)?;
        String::from_utf8(secret).map_err(|_| WrongKey)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_only_with_its_key_and_under_its_name() {
        let sealer = Sealer::new(&[7; 32]);
        let sealed = sealer.seal("channel:1", "App Secret").unwrap();
        assert_eq!(
            sealer.open("channel:1", &sealed).as_deref(),
            Ok("App Secret")
        );
        assert_eq!(sealer.open("channel:2", &sealed), Err(WrongKey));
        assert_eq!(
            Sealer::new(&[8; 32]).open("channel:1", &sealed),
            Err(WrongKey)
        );
        assert_eq!(sealer.open("channel:1", b"short"), Err(WrongKey));
        assert!(!String::from_utf8_lossy(&sealed).contains("Secret"));
    }

    #[test]
    fn the_same_secret_is_sealed_differently_each_time() {
        let sealer = Sealer::new(&Sealer::new_key());
        assert_ne!(
            sealer.seal("a", "x").unwrap(),
            sealer.seal("a", "x").unwrap()
        );
    }
}
