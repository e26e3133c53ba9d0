//! Tickets: made, changed, commented on, shown.

mod bulk;
mod change;
mod create;
pub(crate) mod deed;
mod list;
mod seen;

pub use bulk::{BulkChange, BulkDone, Left, MOST_AT_ONCE};
pub use change::TicketChange;
pub use create::NewTicket;
pub(crate) use deed::{
    agent_names, assign_by_calls, may_change, numbers_of, save_by_desk, touch, untitled,
    write_change,
};
pub use list::{Listed, MOST_COUNTED};
pub use seen::TicketView;
pub(crate) use seen::reachable;

mod comment;

/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 20_000;

#[cfg(test)]
mod tests;
