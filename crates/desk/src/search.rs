//! Search: the index follows what changes, in the background; what is found is within the asker's reach.

mod ask;
mod dirty;
mod follow;

pub use ask::{Sought, Wanted};

#[cfg(test)]
mod tests;
