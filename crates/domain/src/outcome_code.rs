//! Outcome codes: what can have come of a call, out of a list that administrators keep.

use crate::OutcomeCodeId;

/// What can have come of a call.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeCode {
    /// Its id.
    pub id: OutcomeCodeId,
    /// What it is called.
    pub name: String,
    /// Whether it can be chosen; one that cannot stays on the calls that have it.
    pub active: bool,
    /// Its place among the others.
    pub place: i64,
}

impl OutcomeCode {
    /// The longest name, in characters: it becomes a tag at the provider.
    pub const LONGEST_NAME: usize = 60;
    /// The most codes of a desk: a list to choose from has to end somewhere.
    pub const MOST: usize = 50;
}
