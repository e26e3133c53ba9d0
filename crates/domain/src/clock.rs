//! The clock: the only place where the present moment comes from.

use std::sync::atomic::{AtomicI64, Ordering};

use crate::At;

/// Tells the present moment, in whole microseconds.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> At;
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> At {
        #[expect(clippy::disallowed_methods, reason = "this is the clock")]
        let now = At::now();
        // Databases keep microseconds; what is compared with them must not know more.
        At::from_microsecond(now.as_microsecond()).unwrap_or(now)
    }
}

/// A clock that stands still until it is moved: for tests.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that shows `at`.
    #[must_use]
    pub fn new(at: At) -> Self {
        Self(AtomicI64::new(at.as_microsecond()))
    }

    /// Moves it on by so many seconds.
    pub fn advance(&self, seconds: i64) {
        self.0.fetch_add(seconds * 1_000_000, Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> At {
        At::from_microsecond(self.0.load(Ordering::SeqCst)).unwrap_or(At::UNIX_EPOCH)
    }
}
