//! What went wrong, as it is told outside: `application/problem+json` in the reader's language.

mod answer;
mod fault;
mod status;
mod words;

use std::sync::Arc;

use desk::phone::{PbxRefusal, Unready};
use desk::refusal::Clash;
use desk::{Denied, Refusal, Thing};

pub use answer::Told;
pub(crate) use answer::speak;
pub use fault::{Fault, Faults, Kind, Why};
pub use words::{detail, field, title};

/// Why a request was not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The body cannot be read.
    Malformed(Malformed),
    /// Fields were not taken.
    Invalid(Arc<[Fault]>),
    /// Nobody is signed in, or the key is not known.
    SignedOut,
    /// A browser was sent here by a page that is not ours.
    Foreign,
    /// The asker may not.
    NotAllowed(Denied),
    /// There is no such thing within the asker's reach.
    NotFound(Thing),
    /// There is nothing at this address.
    NoRoute,
    /// The address does not take this method.
    Method,
    /// More bytes than are taken.
    TooLarge,
    /// Somebody else has changed it in the meantime.
    Changed,
    /// It stands in the way.
    Clash(Clash),
    /// No `Idempotency-Key` as it should be.
    KeyUnreadable,
    /// Too many tries; again in so many seconds.
    TooMany(u64),
    /// The provider no longer has it.
    Gone,
    /// The provider does not have it yet.
    NotReady,
    /// The provider did not answer as it should.
    Upstream,
    /// What calling takes is not there.
    Unready(Unready),
    /// The PBX did not do it.
    Pbx(Box<PbxRefusal>),
    /// Storage could not do it.
    Storage,
    /// It took longer than it may.
    TooSlow,
    /// Something inside went wrong that should not.
    Inside,
}

/// Why a body cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Malformed {
    /// There is none.
    Empty,
    /// Not JSON from this line and column on.
    NotJson(usize, usize),
    /// It broke off, or is not UTF-8.
    NotText,
    /// JSON, but not an object.
    NotAnObject,
}

/// What a handler gives.
pub type Result<T> = std::result::Result<T, Problem>;

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        log(&refusal);
        match refusal {
            Refusal::NotFound(thing) => Self::NotFound(thing),
            Refusal::NotAllowed(denied) => Self::NotAllowed(denied),
            // Only where one signs in is there a next step; elsewhere it means the same.
            Refusal::SignedOut | Refusal::Unfinished(_) => Self::SignedOut,
            Refusal::Invalid(faults) => {
                Self::Invalid(faults.into_iter().map(Fault::from).collect())
            }
            Refusal::Changed => Self::Changed,
            Refusal::Conflict(clash) => Self::Clash(clash),
            Refusal::TooMany(seconds) => Self::TooMany(seconds),
            Refusal::Gone => Self::Gone,
            Refusal::NotReady => Self::NotReady,
            Refusal::Upstream(_) => Self::Upstream,
            Refusal::Unready(what) => Self::Unready(what),
            Refusal::Pbx(said) => Self::Pbx(said),
            Refusal::Storage(error) if error.is_passing() => Self::Storage,
            Refusal::Storage(_) | Refusal::Inside(_) => Self::Inside,
        }
    }
}

/// What the server's operator has to know; what the asker did wrong is not among it.
fn log(refusal: &Refusal) {
    match refusal {
        Refusal::Storage(error) => {
            tracing::error!(
                error = error as &dyn std::error::Error,
                "storage could not do what was asked"
            );
        }
        Refusal::Inside(why) => tracing::error!(why, "something inside went wrong"),
        Refusal::Upstream(why) => tracing::warn!(why, "the provider did not answer as it should"),
        Refusal::NotFound(_)
        | Refusal::NotAllowed(_)
        | Refusal::SignedOut
        | Refusal::Unfinished(_)
        | Refusal::Invalid(_)
        | Refusal::Changed
        | Refusal::Conflict(_)
        | Refusal::TooMany(_)
        | Refusal::Unready(_)
        // Noted where it was asked.
        | Refusal::Pbx(_)
        | Refusal::Gone
        | Refusal::NotReady => {}
    }
}
