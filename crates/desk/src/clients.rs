//! Clients: made, changed, merged, looked up by any spelling of a number.

mod change;
mod form;
mod look_up;
mod merging;
mod seen;

pub use change::ClientChange;
pub use form::{NewClient, TypedPhone};
pub use look_up::LookUp;
pub(crate) use seen::reachable;

#[cfg(test)]
mod tests;
