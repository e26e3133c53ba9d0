//! Tokens that were good a moment ago, so that a burst of notifications does not ask the database for each.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::At;
use store::tokens::Found;

/// How long a token is believed without asking. This desk forgets a revoked token at once; another node within this time.
const BELIEVED: jiff::SignedDuration = jiff::SignedDuration::from_secs(1);
/// Channels have few tokens; more than so many are not held.
const MOST: usize = 1000;

/// Good tokens by their hash.
#[derive(Default)]
pub(crate) struct KnownTokens(Mutex<Known>);

#[derive(Default)]
struct Known {
    by_hash: HashMap<[u8; 32], (Found, At)>,
    /// Grows whenever all is forgotten: what was asked before that is not believed after.
    forgotten: u64,
}

impl KnownTokens {
    /// The token, if it was good a moment ago; else what to give to [`Self::learn`] once the database has been asked.
    pub(super) fn find(&self, hash: &[u8; 32], now: At) -> Result<Found, u64> {
        let known = self.lock();
        match known.by_hash.get(hash) {
            Some((found, at)) if now.duration_since(*at) < BELIEVED => Ok(found.clone()),
            _ => Err(known.forgotten),
        }
    }

    /// Believes a token that the database has just called good.
    pub(super) fn learn(&self, hash: [u8; 32], found: Found, asked: u64, now: At) {
        let mut known = self.lock();
        if known.forgotten == asked {
            if known.by_hash.len() >= MOST {
                known.by_hash.clear();
            }
            known.by_hash.insert(hash, (found, now));
        }
    }

    /// Believes nothing any more: a token was revoked.
    pub(crate) fn forget(&self) {
        let mut known = self.lock();
        known.forgotten += 1;
        known.by_hash.clear();
    }

    fn lock(&self) -> MutexGuard<'_, Known> {
        // Whoever panicked with it left nothing half done that matters: the database is asked again.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use domain::{ChannelId, TokenId};

    use super::*;

    fn second(n: i64) -> At {
        At::from_second(1_774_704_547 + n).unwrap()
    }

    fn found() -> Found {
        let (token_id, channel_id) = (TokenId::at(second(0)), ChannelId::at(second(0)));
        Found {
            token_id,
            channel_id,
            hash: vec![7; 32],
            last_used_at: None,
        }
    }

    #[test]
    fn a_token_is_believed_for_a_moment_and_not_after_it_was_forgotten() {
        let known = KnownTokens::default();
        let asked = known.find(&[7; 32], second(0)).unwrap_err();
        known.learn([7; 32], found(), asked, second(0));
        assert!(known.find(&[7; 32], second(0)).is_ok());
        assert!(known.find(&[7; 32], second(1)).is_err());
        assert!(known.find(&[8; 32], second(0)).is_err());
        known.forget();
        assert!(known.find(&[7; 32], second(0)).is_err());
    }

    #[test]
    fn what_was_asked_before_a_revocation_is_not_believed_after_it() {
        let known = KnownTokens::default();
        let asked = known.find(&[7; 32], second(0)).unwrap_err();
        known.forget();
        known.learn([7; 32], found(), asked, second(0));
        assert!(known.find(&[7; 32], second(0)).is_err());
    }
}
