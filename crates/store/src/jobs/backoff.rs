//! How long a failed job waits for its next try.

use std::time::Duration;

/// After the first failure.
const FIRST: f64 = 5.0;
/// Ten doublings, 85 minutes: longer and a provider that is back would wait for us, shorter and one that is down is pestered.
const DOUBLINGS: u32 = 10;
/// How far chance moves a wait either way, so that jobs that failed together do not come back together.
const JITTER: f64 = 0.2;

/// The wait after so many attempts, the first being 1: 5 s·2ⁿ, 85 minutes at most, moved by up to a fifth by `random` of 0 to 1.
#[must_use]
pub fn backoff(attempt: i64, random: f64) -> Duration {
    let doublings = u32::try_from(attempt.max(1) - 1).map_or(DOUBLINGS, |n| n.min(DOUBLINGS));
    let wait = FIRST * f64::from(2_u32.pow(doublings));
    let jitter = 1.0 + JITTER * (2.0 * random.clamp(0.0, 1.0) - 1.0);
    Duration::from_secs_f64(wait * jitter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_failure_doubles_the_wait() {
        let waits = [1, 2, 3, 4].map(|attempt| backoff(attempt, 0.5).as_secs());
        assert_eq!(waits, [5, 10, 20, 40]);
    }

    #[test]
    fn the_wait_has_a_cap() {
        assert_eq!(backoff(11, 0.5).as_secs(), 5120);
        assert_eq!(backoff(12, 0.5).as_secs(), 5120);
        assert_eq!(backoff(i64::MAX, 0.5).as_secs(), 5120);
    }

    #[test]
    fn chance_moves_the_wait_by_a_fifth_at_most() {
        assert_eq!(backoff(1, 0.0).as_secs(), 4);
        assert_eq!(backoff(1, 1.0).as_secs(), 6);
        assert_eq!(backoff(0, 7.0).as_secs(), 6);
    }
}
