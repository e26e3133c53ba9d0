//! Views of the list of tickets that people keep: their own, and those that supervisors share with everybody.

mod noted;

use domain::text::one_line;
use domain::{Actor, Narrowing, Order, Role, View, ViewId};
use store::{Conn, views};

use crate::audit::Deed;
use crate::fault::Faults;
use crate::rights::supervisors_only;
use crate::{Desk, Refusal, Result, Thing};

/// The longest name of a view, in characters.
const LONGEST_NAME: usize = 60;

/// A view that is to be.
#[derive(Debug, Clone, Default)]
pub struct NewView {
    /// What it is called.
    pub name: String,
    /// Whether everybody gets it: supervisors.
    pub shared: bool,
    /// What it is narrowed to.
    pub narrowing: Narrowing,
    /// In which order.
    pub order: Order,
}

/// What is to be different; what is absent stays.
#[derive(Debug, Clone, Default)]
pub struct ViewChange {
    /// What it is called.
    pub name: Option<String>,
    /// Whether everybody has it: supervisors.
    pub shared: Option<bool>,
    /// What it is narrowed to.
    pub narrowing: Option<Narrowing>,
    /// In which order.
    pub order: Option<Order>,
}

/// Which way a view goes among one's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Before the one it stands after.
    Up,
    /// After the one it stands before.
    Down,
}

impl Desk {
    /// Somebody's own views in their order, then those that are shared with everybody.
    pub async fn views(&self, actor: &Actor) -> Result<Vec<View>> {
        let mut conn = self.store.read().await?;
        Ok(views::of(&mut conn, actor.agent).await?)
    }

    /// One of them.
    pub async fn view(&self, actor: &Actor, id: ViewId) -> Result<View> {
        let mut conn = self.store.read().await?;
        let view = seen(&mut conn, actor, id).await?;
        live(view)
    }

    /// Keeps a list under a name.
    pub async fn create_view(&self, actor: &Actor, new: NewView) -> Result<View> {
        let mut faults = Faults::none();
        let name = faults.take("name", one_line(&new.name, LONGEST_NAME));
        faults.check()?;
        if new.shared {
            supervisors_only(actor)?;
        }
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let view = View {
            id: ViewId::at(now),
            owner: actor.agent,
            name: name.unwrap_or_default(),
            shared: new.shared,
            narrowing: new.narrowing,
            order: new.order,
            place: views::next_place(&mut tx, actor.agent).await?,
            version: 1,
            created_at: now,
            updated_at: now,
            deleted_at: None,
        };
        views::insert(&mut tx, &view).await?;
        noted::made(&mut tx, actor, &view, now).await?;
        tx.commit().await?;
        Ok(view)
    }

    /// Changes a view: its owner, and supervisors when it is shared. With `version` only when it is still that one.
    pub async fn change_view(
        &self,
        actor: &Actor,
        id: ViewId,
        change: ViewChange,
        version: Option<i64>,
    ) -> Result<View> {
        let mut tx = self.store.begin().await?;
        let mut view = live(theirs(&mut tx, actor, id).await?)?;
        let before = view.clone();
        if version.is_some_and(|version| version != view.version) {
            return Err(Refusal::Changed);
        }
        let mut faults = Faults::none();
        if let Some(typed) = &change.name
            && let Some(name) = faults.take("name", one_line(typed, LONGEST_NAME))
        {
            view.name = name;
        }
        faults.check()?;
        if let Some(shared) = change.shared.filter(|shared| *shared != view.shared) {
            if shared {
                supervisors_only(actor)?;
            }
            view.shared = shared;
        }
        view.narrowing = change.narrowing.unwrap_or(view.narrowing);
        view.order = change.order.unwrap_or(view.order);
        view.updated_at = self.now();
        save(&mut tx, &mut view).await?;
        noted::changed(&mut tx, actor, &before, &view).await?;
        tx.commit().await?;
        Ok(view)
    }

    /// Moves one of one's own views a step; at the end it stays.
    pub async fn move_view(&self, actor: &Actor, id: ViewId, step: Step) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let mut own = views::of(&mut tx, actor.agent).await?;
        own.retain(|view| view.owner == actor.agent);
        let from = own.iter().position(|view| view.id == id);
        let from = from.ok_or(Refusal::NotFound(Thing::View))?;
        let to = match step {
            Step::Up => from.saturating_sub(1),
            Step::Down => (from + 1).min(own.len() - 1),
        };
        own.swap(from, to);
        for (place, mut view) in (0..).zip(own) {
            if view.place != place {
                view.place = place;
                save(&mut tx, &mut view).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    /// Throws a view away; it can be brought back.
    pub async fn delete_view(&self, actor: &Actor, id: ViewId) -> Result<View> {
        let mut tx = self.store.begin().await?;
        let mut view = live(theirs(&mut tx, actor, id).await?)?;
        view.deleted_at = Some(self.now());
        save(&mut tx, &mut view).await?;
        noted::plainly(&mut tx, actor, Deed::Deleted, &view, self.now()).await?;
        tx.commit().await?;
        Ok(view)
    }

    /// Brings a view back that was thrown away.
    pub async fn restore_view(&self, actor: &Actor, id: ViewId) -> Result<View> {
        let mut tx = self.store.begin().await?;
        let mut view = theirs(&mut tx, actor, id).await?;
        if view.deleted_at.take().is_some() {
            save(&mut tx, &mut view).await?;
            noted::plainly(&mut tx, actor, Deed::Restored, &view, self.now()).await?;
        }
        tx.commit().await?;
        Ok(view)
    }
}

/// Whether this person may change the view.
#[must_use]
pub fn may_change_view(actor: &Actor, view: &View) -> bool {
    let supervises = match actor.role {
        Role::Admin | Role::Supervisor => true,
        Role::Agent | Role::Internal => false,
    };
    view.owner == actor.agent || (view.shared && supervises)
}

async fn save(tx: &mut store::Tx, view: &mut View) -> Result<()> {
    if views::save(tx, view).await? {
        Ok(())
    } else {
        Err(Refusal::Changed)
    }
}

/// The view, if it is the actor's or everybody's.
async fn seen(conn: &mut Conn, actor: &Actor, id: ViewId) -> Result<View> {
    let view = views::find(conn, id).await?;
    view.filter(|view| view.shared || view.owner == actor.agent)
        .ok_or(Refusal::NotFound(Thing::View))
}

/// The view, if the actor may change it.
async fn theirs(conn: &mut Conn, actor: &Actor, id: ViewId) -> Result<View> {
    let view = seen(conn, actor, id).await?;
    if !may_change_view(actor, &view) {
        supervisors_only(actor)?;
    }
    Ok(view)
}

fn live(view: View) -> Result<View> {
    if view.deleted_at.is_some() {
        return Err(Refusal::NotFound(Thing::View));
    }
    Ok(view)
}

#[cfg(test)]
mod tests;
