//! Recordings: fetched from the provider before it forgets them, kept, listened to by those who may.

mod awaited;
mod draw;
mod expect;
mod fetch;
mod holds;
mod hushed;
mod kept;
mod late;
mod listen;
mod retention;
mod retry;
mod rights;
mod rules;
#[cfg(test)]
mod tests;

pub use draw::Drawn;
pub use holds::{NamedHold, NamedListen};
pub(crate) use hushed::not_for;
pub use kept::KeptFile;
pub(crate) use late::EVERY as ASKED_EVERY;
pub use listen::{How, Sound};
pub(crate) use rights::audible;
pub use rules::{Board, Going, RulesForm};
