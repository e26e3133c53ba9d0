//! Channels: set up by administrators, worked in by those who are let in.

mod access;
mod bodies;
mod change;
mod create;
mod form;
mod log;
mod noted;
mod seen;
#[cfg(test)]
mod tests;
mod tokens;

pub use access::AccessForm;
pub use bodies::ReadyBody;
pub use change::ChannelChange;
pub use create::NewChannel;
pub use form::PolicyForm;
