//! The two languages this crate speaks to an administrator.

use serde::{Deserialize, Serialize};

/// The language of a text meant for a person.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// Russian, the language of the platform's own cabinet.
    #[default]
    Ru,
    /// English.
    En,
}
