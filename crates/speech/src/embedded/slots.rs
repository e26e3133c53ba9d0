//! So many at once: ggml's threads wait for each other by spinning, so calls side by side beat threads side by side.

use std::sync::{Condvar, Mutex, PoisonError};
use std::time::Duration;

/// How often whoever waits is asked whether it still wants to.
const ASK: Duration = Duration::from_millis(500);

pub(super) struct Slots {
    free: Mutex<usize>,
    given_back: Condvar,
}

/// A place at work; given back when it is dropped.
pub(super) struct Slot<'a>(&'a Slots);

impl Slots {
    pub(super) fn new(count: usize) -> Self {
        Self {
            free: Mutex::new(count.max(1)),
            given_back: Condvar::new(),
        }
    }

    /// Waits for a place; nothing when `goes_on` says no while waiting.
    pub(super) fn take(&self, goes_on: impl Fn() -> bool) -> Option<Slot<'_>> {
        let mut free = self.free.lock().unwrap_or_else(PoisonError::into_inner);
        loop {
            if !goes_on() {
                return None;
            }
            if *free > 0 {
                *free -= 1;
                return Some(Slot(self));
            }
            let waited = self.given_back.wait_timeout(free, ASK);
            free = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Drop for Slot<'_> {
    fn drop(&mut self) {
        *self.0.free.lock().unwrap_or_else(PoisonError::into_inner) += 1;
        self.0.given_back.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_waits_gets_the_place_that_is_given_back_or_is_called_off() {
        let slots = Slots::new(1);
        let first = slots.take(|| true).unwrap();
        assert!(slots.take(|| false).is_none());
        std::thread::scope(|scope| {
            let second = scope.spawn(|| slots.take(|| true).is_some());
            drop(first);
            assert!(second.join().unwrap());
        });
        assert!(slots.take(|| true).is_some(), "the second gave it back");
    }
}
