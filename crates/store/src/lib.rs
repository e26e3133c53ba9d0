//! Where things are kept: SQLite or PostgreSQL behind one set of functions.
//!
//! A [`Tx`] is the handle to write, a [`Conn`] the handle to read; functions stand in modules named for what they keep.
//! Every statement is one text with `$1` for both engines.

mod args;
mod change;
mod conn;
mod counters;
mod engine;
mod error;
mod filter;
mod later;
mod lookers;
mod migrations;
mod page;
mod row;

pub mod access;
pub mod agents;
pub mod api_keys;
pub mod audit;
pub mod bulk;
pub mod calls;
pub mod channel_tests;
pub mod channels;
pub mod client_fields;
pub mod client_imports;
pub mod clients;
pub mod dials;
pub mod directories;
pub mod drafts;
pub mod entries;
pub mod extensions;
pub mod first_steps;
pub mod groups;
pub mod hours;
pub mod idempotency;
pub mod inbox;
pub mod jobs;
pub mod last_seen;
pub mod macros;
pub mod merges;
pub mod missed;
pub mod notices;
pub mod notifications;
pub mod outcome_codes;
pub mod presence;
pub mod promises;
pub mod recognition;
pub mod recordings;
pub mod refusals;
pub mod rehearsals;
pub mod rings;
pub mod routes;
pub mod search;
pub mod second_factors;
pub mod sessions;
pub mod settings;
pub mod steered;
pub mod summaries;
pub mod tickets;
pub mod tokens;
pub mod transcripts;
pub mod views;
pub mod wrap_ups;
pub mod write_backs;

#[cfg(test)]
mod people;
#[cfg(test)]
mod samples;
#[cfg(any(test, feature = "testing"))]
pub mod testing;

pub use change::{Change, RING, Topic};
pub use conn::{Conn, Tx};
pub use engine::{EngineKind, Store};
pub use error::Error;
pub use lookers::Look;
pub use page::{Cursor, Page, Slice};

/// What every function here gives.
pub type Result<T> = std::result::Result<T, Error>;
