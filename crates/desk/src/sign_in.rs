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
pub(crate) use gate::Gate;
pub(crate) use password::read_password;

use domain::At;
use jiff::SignedDuration;

/// How long a browser stays signed in after it was last seen.
pub const SESSION_LASTS: SignedDuration = SignedDuration::from_hours(30 * 24);

/// A browser or key that keeps asking is noted once in this time: a write for each request would cost more than it tells.
const NOTED_EVERY: SignedDuration = SignedDuration::from_secs(60);

/// Whether what was noted last is old enough to be noted anew.
pub(crate) fn is_stale(noted: At, now: At) -> bool {
    now.duration_since(noted) >= NOTED_EVERY
}
