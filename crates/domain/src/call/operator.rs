//! Operators: employees as the provider knows them.

use serde::{Deserialize, Serialize};

/// An employee as the provider knows them.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Operator {
    /// `employee_id`; absent when only a name was sent.
    pub id: Option<i64>,
    /// Full name; absent when only an id was sent.
    pub name: Option<String>,
}

impl Operator {
    /// An operator when at least one of the two is known.
    #[must_use]
    pub fn from_parts(id: Option<i64>, name: Option<String>) -> Option<Self> {
        (id.is_some() || name.is_some()).then_some(Self { id, name })
    }

    /// Whether both are the same person, as far as can be said.
    #[must_use]
    pub fn is(&self, other: &Self) -> bool {
        match (self.id, other.id) {
            (Some(mine), Some(theirs)) => mine == theirs,
            _ => self.name.is_some() && self.name == other.name,
        }
    }
}
