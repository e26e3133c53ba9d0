//! Things named in an address.

use std::str::FromStr;

use desk::{Denied, Thing};
use domain::{Actor, Role};

use crate::problem::{Problem, Result};

/// An id of the kind asked for: a text that is none names nothing that is there.
pub fn named<T: FromStr>(text: &str, thing: Thing) -> Result<T> {
    text.parse().map_err(|_| Problem::NotFound(thing))
}

/// Goes on only for administrators: a form that only they can send is not shown to others.
pub fn admins_only(actor: &Actor) -> Result<()> {
    if actor.is_admin() {
        Ok(())
    } else {
        Err(Problem::NotAllowed(Denied::AdminsOnly))
    }
}

/// Goes on only for those who see how the desk is set up.
pub fn supervisors_only(actor: &Actor) -> Result<()> {
    match actor.role {
        Role::Admin | Role::Supervisor => Ok(()),
        Role::Agent | Role::Internal => Err(Problem::NotAllowed(Denied::SupervisorsOnly)),
    }
}
