//! The phone: calls that people begin from the desk, steer and end, and the account of the PBX behind them.

mod bar;
mod check;
mod dial;
mod directory;
mod line;
mod origins;
mod pbx;
mod refused;
mod standing;
mod steer;
#[cfg(test)]
pub(crate) mod tests;

pub use bar::Bar;
pub use check::{Checked, Points};
pub use dial::DialForm;
pub(crate) use directory::kept as kept_directory;
pub use directory::{Colleague, Directory, Linked};
pub use line::Phone;
pub use origins::{Likely, Origin, Origins};
pub use refused::{PbxRefusal, Unready};
pub use steer::{Passing, Target};
pub use telephony::pbx::{OwnNumber, Readiness, Why as PbxWhy};
