//! Passwords: argon2id, off the threads that answer requests.

use argon2::Argon2;
use argon2::password_hash::rand_core::OsRng;
use argon2::password_hash::{PasswordHash, PasswordHasher, PasswordVerifier, SaltString};

use crate::{Refusal, Result};

/// The shortest password, in characters.
pub const SHORTEST_PASSWORD: usize = 10;

/// Hashes a password; takes some tens of milliseconds on a thread of its own.
pub async fn hash_password(password: String) -> Result<String> {
    off_the_runtime(move || {
        let salt = SaltString::generate(&mut OsRng);
        Argon2::default()
            .hash_password(password.as_bytes(), &salt)
            .map(|hash| hash.to_string())
            .ok()
    })
    .await?
    .ok_or(Refusal::Inside("a password could not be hashed"))
}

/// Whether a password belongs to a hash. Without a hash it takes the same time and says no.
pub async fn password_matches(password: String, hash: Option<String>) -> Result<bool> {
    off_the_runtime(move || {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| NOBODYS.to_owned());
        let parsed = PasswordHash::new(&hash);
        let matches = parsed.is_ok_and(|hash| {
            Argon2::default()
                .verify_password(password.as_bytes(), &hash)
                .is_ok()
        });
        matches && known
    })
    .await
}

/// Hash of a password that nobody has: what an unknown address is compared with.
const NOBODYS: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5IGF0IGFsbA$TtJu6N5Lh4xwS3bC5dO0Y8m1rVq0n0vYzv1Zx1cF0Qk";

async fn off_the_runtime<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Refusal::Inside("a password could not be checked"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_matches_its_own_hash_only() {
        let hash = hash_password("длинный пароль".to_owned()).await.unwrap();
        assert!(
            password_matches("длинный пароль".to_owned(), Some(hash.clone()))
                .await
                .unwrap()
        );
        assert!(
            !password_matches("другой пароль".to_owned(), Some(hash))
                .await
                .unwrap()
        );
        assert!(
            !password_matches("длинный пароль".to_owned(), None)
                .await
                .unwrap()
        );
    }

    #[test]
    fn the_hash_for_nobody_costs_what_a_real_one_costs() {
        let parsed = PasswordHash::new(NOBODYS).unwrap();
        assert_eq!(
            parsed.params.get_decimal("m"),
            Some(Argon2::default().params().m_cost())
        );
    }
}
