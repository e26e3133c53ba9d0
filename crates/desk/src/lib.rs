//! What we do: use cases, jobs and reconcilers; pages, API, hooks and jobs call the same verbs.
//!
//! Every verb of [`Desk`] that somebody asks for takes the [`Actor`](domain::Actor) first and checks their rights itself.

pub mod answers;
pub mod calls;
pub mod clients;
pub mod ingest;
pub mod live;
pub mod tickets;
pub mod words;
pub mod fault;
pub mod options;
pub mod refusal;
pub mod secrets;
pub mod channels;
pub mod jobs;
pub mod people;
pub mod keys;
pub mod setup;
pub mod sign_in;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

mod desk;
mod upkeep;
mod reconcile;
mod rights;

pub use desk::Desk;
pub use fault::{Fault, Why};
pub use options::Options;
pub use refusal::{Denied, Refusal, Thing};

/// What a verb gives.
pub type Result<T> = std::result::Result<T, Refusal>;
