//! What roles alone decide.

use domain::{Actor, Role};

use crate::{Denied, Refusal, Result};

/// Goes on only for administrators.
pub(crate) fn admins_only(actor: &Actor) -> Result<()> {
    if actor.is_admin() {
        Ok(())
    } else {
        Err(Refusal::NotAllowed(Denied::AdminsOnly))
    }
}

/// Goes on only for those who see everything: administrators and supervisors.
pub(crate) fn supervisors_only(actor: &Actor) -> Result<()> {
    match actor.role {
        Role::Admin | Role::Supervisor => Ok(()),
        Role::Agent | Role::Internal => Err(Refusal::NotAllowed(Denied::SupervisorsOnly)),
    }
}
