//! Tests of the whole sandbox through its router.

mod account;
mod article;
mod bench;
mod deliveries;
mod incoming;
mod keeping;
mod listening;
mod outgoing;
mod page;
mod panel;
mod recordings;
mod reports;
mod rpc;
mod starting;
mod steering;
