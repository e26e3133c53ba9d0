//! Who asks: browsers that have signed in, programs with a key.

mod actor;
mod browser;
mod gate;
mod password;
mod sessions;
#[cfg(test)]
mod tests;

pub use store::sessions::Session;

pub(crate) use actor::actor_of;
pub(crate) use gate::{Gate, Who};
pub(crate) use password::read_password;

use domain::At;
use jiff::SignedDuration;

/// A browser where the password was right, and a second factor is wanted before it is let in.
#[derive(Clone, PartialEq, Eq)]
pub struct Unfinished {
    /// What the browser shows when it comes with the code.
    pub secret: String,
    /// Whether the second factor has to be set up first: the role must have one.
    pub enrol: bool,
}

impl std::fmt::Debug for Unfinished {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Unfinished")
            .field("enrol", &self.enrol)
            .finish_non_exhaustive()
    }
}

/// How long a browser stays signed in after it was last seen.
pub const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A browser or key that keeps asking is noted once in this time: a write for each request would cost more than it tells.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// Whether what was noted last is old enough to be noted anew.
pub(crate) fn is_stale(noted: At, now: At) -> bool {
    now.duration_since(noted) >= NOTED_EVERY
}
