//! A call of the sandbox: what is known of it at every moment, and how one turn changes it.

mod durations;
mod event;
mod facts;
mod leg;
mod lines;
mod parties;
mod phase;
mod steer;
mod third;
mod turn;
mod uploaded;

pub(crate) use event::{Event, Occasion};
pub(crate) use facts::{Call, Caller, Direction, INFORMER, PutTag, Record, State, Talk};
pub(crate) use leg::{Leg, LegState, Party};
pub(crate) use parties::once;
pub(crate) use steer::{Next, Steer, Unable};
pub(crate) use turn::{Lost, Turn};
