//! What the timeline and the decision trace say, in either language.

mod decision;
mod entry;
mod names;
mod summary;

pub use decision::decision_text;
pub use entry::{change_text, entry_text};
pub use names::{finish_reason, priority_name, status_name};
pub use summary::no_summary;

#[cfg(test)]
mod tests;
