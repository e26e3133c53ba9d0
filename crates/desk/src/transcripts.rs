//! What was said in calls: asked for, made, read, corrected, searched, and what was promised.

mod ask;
mod correct;
mod entry;
mod make;
mod platform;
mod promises;
mod search;
mod seen;
mod sounds;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use entry::{follow_call, with_texts};
pub use search::Heard;
pub(crate) use search::heard;
pub use seen::{Reading, SeenLine};
