//! The people who work in the desk: invited, changed, gathered into groups.

mod change;
mod form;
mod groups;
mod hire;
mod invitation;
mod invite;
mod seen;
#[cfg(test)]
mod tests;

pub use change::AgentChange;
pub use form::TelephonyForm;
pub use groups::{GroupChange, NewGroup};
pub use invite::NewAgent;
pub use seen::Colleague;

pub(crate) use form::read_provider;
pub(crate) use hire::write;

/// The longest name of a person, in characters.
pub const LONGEST_NAME: usize = 100;
