//! Clients as tables: taken in from a file, step by step, and given out whole.

mod export;
mod import;
mod plan;
mod row;
mod run;
mod sheet;
mod wrong;

pub use export::{ClientTable, written};
pub use import::{ImportState, ImportView, Tally};
pub use plan::{Column, Duplicates, Plan};
pub use sheet::Encoding;
pub use wrong::WrongLine;

/// The largest file that is taken in: some hundred thousand rows.
pub const LARGEST_TABLE: usize = 24 << 20;

#[cfg(test)]
mod tests;
