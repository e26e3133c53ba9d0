//! The second factor: codes of an authenticator, recovery codes, and the roles that must have one.

mod check;
mod code;
mod enrol;
mod recovery;
mod required;
#[cfg(test)]
mod tests;

use domain::Actor;
use store::second_factors as kept;

use crate::{Desk, Result};

pub use enrol::Enrolment;

/// How the asker's second factor stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// Whether they have one that counts.
    pub on: bool,
    /// Whether their role must have one.
    pub required: bool,
    /// How many recovery codes are left.
    pub codes_left: i64,
}

impl Desk {
    /// How the asker's second factor stands.
    pub async fn second_factor(&self, actor: &Actor) -> Result<Standing> {
        let mut conn = self.store.read().await?;
        let factor = kept::find(&mut conn, actor.agent).await?;
        Ok(Standing {
            on: factor.is_some_and(|factor| factor.confirmed_at.is_some()),
            required: required::roles(&mut conn).await?.contains(&actor.role),
            codes_left: kept::codes_left(&mut conn, actor.agent).await?,
        })
    }
}
