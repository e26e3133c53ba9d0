//! A PBX that speaks UIS's protocols: for the demo, for tests, for other developers.

mod account;
mod call;
mod chance;
mod clients;
mod clock;
mod error;
mod exchange;
mod faults;
mod keep;
mod line;
mod notify;
mod number;
mod order;
mod panel;
mod record_files;
mod rpc;
mod sandbox;
mod scenario;
mod script;
mod sentence;
mod settings;
mod sounds;
mod traffic;

pub use account::{Operator, VirtualNumber};
pub use error::Error;
pub use faults::{Faults, Trouble};
pub use sandbox::{Options, Sandbox};
pub use scenario::Scenario;
pub use sentence::Sentence;
pub use settings::{Method, Notifications};

#[cfg(test)]
mod tests;
