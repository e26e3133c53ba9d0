//! Channels: set up by administrators, worked in by those who are let in.

mod access;
mod bodies;
mod change;
mod create;
mod form;
mod log;
mod noted;
mod rehearsal;
mod seen;
mod silence;
mod strangers;
mod test;
#[cfg(test)]
mod tests;
mod tokens;

pub use access::AccessForm;
pub use bodies::ReadyBody;
pub use change::ChannelChange;
pub use create::NewChannel;
pub(crate) use form::Around;
pub use form::{DAY_FIELDS, HoursForm, MarkForm, PolicyForm};
pub use rehearsal::Differing;
pub(crate) use seen::administered;
pub use strangers::Stranger;
pub(crate) use test::body as test_body;
