//! Clients: made, changed, named, merged and parted again, looked up by any spelling of a number.

mod candidates;
mod change;
mod diff;
mod fields;
mod form;
mod likeness;
mod look_up;
mod merging;
mod naming;
mod parting;
mod picking;
mod seen;
mod table;
mod unpicking;
mod values;

pub use candidates::{Candidate, Reason, Standing};
pub use change::ClientChange;
pub use fields::FieldForm;
pub use form::{NewClient, TypedPhone};
pub use likeness::Double;
pub use look_up::LookUp;
pub use merging::{Keep, Side};
pub use picking::{Pick, Picked};
pub(crate) use seen::reachable;
pub use seen::{ClientView, FieldValue};
pub use table::{
    ClientTable, Column, Duplicates, Encoding, ImportState, ImportView, LARGEST_TABLE, Plan, Tally,
    WrongLine, written,
};
pub use values::TypedValues;

#[cfg(test)]
mod tests;
