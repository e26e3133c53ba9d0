//! Macros: ready texts of one's own and of everybody, with what inserting one changes.

mod change;
mod fill;
mod noted;
#[cfg(test)]
mod tests;

use domain::macros::{Acts, Macro};
use domain::{Actor, MacroId, Role, Ticket};
use store::{Conn, macros};

use crate::tickets::TicketChange;
use crate::{Desk, Refusal, Result, Thing};

pub use change::MacroForm;
pub use fill::Filled;

impl Desk {
    /// One's own macros and everybody's, by name.
    pub async fn macros(&self, actor: &Actor) -> Result<Vec<Macro>> {
        let mut conn = self.store.read().await?;
        Ok(macros::of_agent(&mut conn, actor.agent).await?)
    }

    /// One of them.
    pub async fn one_macro(&self, actor: &Actor, id: MacroId) -> Result<Macro> {
        let mut conn = self.store.read().await?;
        usable(&mut conn, actor, id).await
    }
}

/// Whether somebody may change it: their own; everybody's only who sees how the desk is set up.
#[must_use]
pub fn may_edit(actor: &Actor, one: &Macro) -> bool {
    match one.owner {
        Some(owner) => owner == actor.agent,
        None => may_share(actor),
    }
}

/// Whether somebody may make macros for everybody.
#[must_use]
pub fn may_share(actor: &Actor) -> bool {
    match actor.role {
        Role::Admin | Role::Supervisor => true,
        Role::Agent | Role::Internal => false,
    }
}

pub(crate) async fn usable(conn: &mut Conn, actor: &Actor, id: MacroId) -> Result<Macro> {
    let found = macros::find(conn, id).await?;
    let mine = |one: &Macro| one.owner.is_none_or(|owner| owner == actor.agent);
    found.filter(mine).ok_or(Refusal::NotFound(Thing::Macro))
}

/// What these macros change in a ticket together, the later ones last; nothing when they change nothing.
pub(crate) async fn acts_of(
    conn: &mut Conn,
    actor: &Actor,
    ticket: &Ticket,
    ids: &[MacroId],
) -> Result<Option<TicketChange>> {
    let mut all = Acts::default();
    for id in ids {
        let acts = usable(conn, actor, *id).await?.acts;
        all.status = acts.status.or(all.status);
        all.priority = acts.priority.or(all.priority);
        all.assign_me |= acts.assign_me;
        all.tags.extend(acts.tags);
    }
    if all.is_empty() {
        return Ok(None);
    }
    let tags = (!all.tags.is_empty()).then(|| {
        let now = ticket.tags.iter().cloned();
        now.chain(all.tags).collect()
    });
    Ok(Some(TicketChange {
        status: all.status.map(|status| status.as_str().to_owned()),
        priority: all.priority.map(|priority| priority.as_str().to_owned()),
        assignee_id: all.assign_me.then_some(Some(actor.agent)),
        tags,
        ..TicketChange::default()
    }))
}
