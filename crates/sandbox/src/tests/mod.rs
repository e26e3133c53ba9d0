//! Tests of the whole sandbox through its router.

mod bench;
mod deliveries;
mod keeping;
mod panel;
mod recordings;
mod rpc;
mod scenarios;
