//! Who was missed: one row for each caller of a channel, which follows from their calls by [`domain::missed`].
//!
//! Whatever changes a call says so with [`follow`], in the same transaction.

mod catch_up;
mod follow;
mod hand;
mod overdue;
mod seen;
#[cfg(test)]
mod tests;

pub(crate) use follow::{Touched, follow, follow_clients};
pub use seen::{CalledBack, Ended, LastTalk, MissedView, Pace};
