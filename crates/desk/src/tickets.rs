//! Tickets: made, changed, commented on, shown.

mod bulk;
mod change;
mod create;
pub(crate) mod deed;
mod draft;
mod labels;
mod list;
mod looking;
mod merge;
mod reminder;
mod seen;
mod who_sees;

pub use bulk::{BulkChange, BulkDone, Left, MOST_AT_ONCE};
pub use change::TicketChange;
pub use comment::mentions;
pub(crate) use comment::write as write_comment;
pub use create::NewTicket;
pub(crate) use create::tags as read_tags;
pub(crate) use deed::{
    agent_names, assign_by_calls, may_change, numbers_of, save_by_desk, touch, untitled,
    write_change,
};
pub(crate) use labels::label;
pub use list::{Listed, MOST_COUNTED};
pub use looking::{Doing, HOLDS, Looker};
pub use seen::TicketView;
pub(crate) use seen::{reachable, views};

mod comment;

/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 20_000;

#[cfg(test)]
mod tests;
