//! Tests of the whole sandbox through its router.

mod account;
mod admitting;
mod article;
mod bench;
mod deliveries;
mod ending;
mod incoming;
mod keeping;
mod listening;
mod outgoing;
mod page;
mod panel;
mod past_calls;
mod recordings;
mod reports;
mod rpc;
mod starting;
mod steering;
