//! The index of words: what tickets, clients and calls are found under, on both engines by the same statements.

mod find;
mod follow;
mod index;
mod narrow;
mod papers;

pub use find::{Found, find};
pub use follow::{
    Place, calls_from, clients_from, known, remember, said_from, tickets_from, tickets_of,
};
pub use index::{Difference, clear, compare, put};
pub use narrow::Narrowed;
pub use papers::{Paper, papers};

/// What can be found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Tickets: their subject, tags, number, comments, and their client.
    Ticket,
    /// Clients: names, company, notes, addresses, numbers.
    Client,
    /// Calls: their tags, and what was said in them.
    Call,
}

impl Kind {
    /// As the table has it.
    fn code(self) -> &'static str {
        match self {
            Self::Ticket => "t",
            Self::Client => "c",
            Self::Call => "k",
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
