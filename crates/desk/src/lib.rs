//! What we do: use cases, jobs and reconcilers; pages, API, hooks and jobs call the same verbs.
//!
//! Every verb of [`Desk`] that somebody asks for takes the [`Actor`](domain::Actor) first and checks their rights itself.

pub mod answers;
pub mod audit;
pub mod calls;
pub mod channels;
pub mod clients;
pub mod door;
pub mod extensions;
pub mod fault;
pub mod first_steps;
pub mod ingest;
pub mod jobs;
pub mod keys;
pub mod live;
pub mod macros;
pub mod missed;
pub mod notices;
pub mod options;
pub mod outcomes;
pub mod people;
pub mod phone;
pub mod presence;
pub mod recordings;
pub mod refusal;
pub mod rings;
pub mod routing;
pub mod search;
pub mod second_factor;
pub mod secrets;
pub mod setup;
pub mod shown_once;
pub mod sign_in;
pub mod summaries;
#[cfg(any(test, feature = "testing"))]
pub mod testing;
pub mod tickets;
pub mod transcripts;
pub mod views;
pub mod wallboard;
pub mod words;
pub mod wrap_ups;

mod desk;
mod reconcile;
mod rights;
mod upkeep;

pub use desk::Desk;
pub use fault::{Fault, Why};
pub use options::Options;
pub use refusal::{Denied, Refusal, Thing};

/// What a verb gives.
pub type Result<T> = std::result::Result<T, Refusal>;
