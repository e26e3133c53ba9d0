//! The people who work in the desk: invited, changed, gathered into groups.

mod change;
mod form;
mod groups;
mod hire;
mod hours;
mod invitation;
mod invite;
mod leaving;
mod noted;
mod seen;
mod staff;
#[cfg(test)]
mod tests;

pub use change::AgentChange;
pub use form::TelephonyForm;
pub use groups::{GroupChange, NewGroup};
pub use hours::{AbsenceForm, HoursForm, IntervalForm};
pub use invite::NewAgent;
pub use leaving::Handover;
pub use seen::Colleague;
pub use staff::Member;

pub(crate) use form::read_provider;
pub(crate) use hire::write;

/// The longest name of a person, in characters.
pub const LONGEST_NAME: usize = 100;
