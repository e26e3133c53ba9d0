//! Tickets: made, changed, commented on, shown.

mod change;
mod create;
pub(crate) mod deed;
mod seen;

pub use change::TicketChange;
pub use create::NewTicket;
pub(crate) use deed::{
    agent_names, assign_by_calls, may_change, numbers_of, save_by_desk, touch, untitled,
    write_change,
};
pub use seen::TicketView;
pub(crate) use seen::reachable;

mod comment;

/// The longest comment, in characters.
pub const LONGEST_COMMENT: usize = 20_000;

#[cfg(test)]
mod tests;
