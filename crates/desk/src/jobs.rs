//! What is done later: enqueued in the transaction that wants it, done by a worker, tried again when it fails.

mod board;
mod lease;
mod rehearse_policy;
mod replay_channel;
mod test_channel;
#[cfg(test)]
mod tests;
mod work;
mod worker;

pub use store::jobs::{Job, JobState};
pub(crate) use work::{Work, enqueue, enqueue_at, hurry, is_known};
