//! A call of the sandbox: what is known of it at every moment, and how one turn changes it.

mod durations;
mod event;
mod facts;
mod leg;
mod lines;
mod parties;
mod turn;

pub(crate) use event::{Event, Occasion};
pub(crate) use facts::{Call, Caller, Direction, Record, State, Talk};
pub(crate) use leg::{Leg, Party};
pub(crate) use parties::once;
pub(crate) use turn::{Lost, Turn};
