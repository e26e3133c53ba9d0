//! Somebody says that a missed caller needs no call back, or takes that back.

use domain::{Actor, MissedId};
use store::Tx;
use store::missed::{self as kept, Handled, Missed};

use super::follow::follow_row;
use crate::tickets::may_change;
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Closes a row by hand; whoever is missed again waits again. A row that is closed stays as it is.
    pub async fn handle_missed(&self, actor: &Actor, id: MissedId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let row = hold(&mut tx, actor, id).await?;
        if let Some(until) = row.standing.last_at().filter(|_| row.waits()) {
            let handled = Handled {
                until,
                before: row.handled.map(|handled| handled.until),
                at: self.now(),
                by: actor.agent,
            };
            let row = Missed {
                handled: Some(handled),
                ..row
            };
            follow_row(&mut tx, row, self.now()).await?;
        }
        Ok(tx.commit().await?)
    }

    /// Takes back that a row was closed by hand. Whoever was talked with since does not wait all the same.
    pub async fn unhandle_missed(&self, actor: &Actor, id: MissedId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let row = hold(&mut tx, actor, id).await?;
        if let Some(handled) = row.handled {
            let before = handled.before.map(|until| Handled {
                until,
                before: None,
                ..handled
            });
            let row = Missed {
                handled: before,
                ..row
            };
            follow_row(&mut tx, row, self.now()).await?;
        }
        Ok(tx.commit().await?)
    }
}

async fn hold(tx: &mut Tx, actor: &Actor, id: MissedId) -> Result<Missed> {
    may_change(actor)?;
    let unknown = || Refusal::NotFound(Thing::Missed);
    let row = kept::find(tx, id).await?.ok_or_else(unknown)?;
    if !actor.reach.covers(Some(row.channel_id)) {
        return Err(unknown());
    }
    let who = (row.channel_id, row.caller.clone());
    let held = kept::hold(tx, &[who]).await?;
    held.into_iter()
        .find(|row| row.id == id)
        .ok_or_else(unknown)
}
