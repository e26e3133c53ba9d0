//! Calls: heard out of notifications, placed into tickets, shown, moved.

mod agent_of;
mod client_of;
mod comment;
mod dialled;
mod hear;
mod known;
mod lapse;
mod lore;
pub(crate) use lore::Lore;
mod marking;
mod moving;
mod seen;
mod tell;
pub(crate) use tell::Story;
mod ticket_of;
mod told;
mod whole;

pub use comment::{FinishedFields, StartedFields, hh_mm_ss};
pub(crate) use hear::{lock_name, number_lock};
pub use seen::{CallView, NamedAgent, NamedClient};
pub(crate) use seen::{channel_names, named_agents, named_clients, reachable, views};
pub use whole::NamedDecision;

#[cfg(test)]
pub(crate) mod tests;
