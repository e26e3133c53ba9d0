//! Supervisors and administrators are told once when somebody waits longer than the channel allows.

use jiff::SignedDuration;

use domain::{AgentId, Channel, Role};
use store::missed::{self as kept, Missed};
use store::{Conn, Tx, channels};

use crate::notices::{self, Notice};
use crate::{Desk, Result};

/// Told of in one transaction.
const BATCH: i64 = 50;

impl Desk {
    /// Tells of those who wait too long. Needs nothing and may run at any time.
    pub async fn tell_of_overdue_callbacks(&self) -> Result<()> {
        let at_work = channels::list(&mut self.store.read().await?).await?;
        for channel in at_work {
            if let Some(minutes) = channel.callback_minutes {
                self.tell_of_overdue(&channel, minutes).await?;
            }
        }
        Ok(())
    }

    async fn tell_of_overdue(&self, channel: &Channel, minutes: i64) -> Result<()> {
        let allowed = SignedDuration::from_mins(minutes);
        // Working time never goes faster than the clock.
        let latest = self.now() - allowed;
        let mut conn = self.store.read().await?;
        let candidates = kept::overdue_candidates(&mut conn, channel.id, latest, BATCH).await?;
        drop(conn);
        let late = candidates.into_iter().filter(|one| {
            one.standing.first_at().is_some_and(|first| {
                let worked =
                    channel
                        .working_hours
                        .worked_between(first, self.now(), &channel.zone());
                worked >= allowed
            })
        });
        for one in late {
            self.escalate(&one).await?;
        }
        Ok(())
    }

    async fn escalate(&self, late: &Missed) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let who = (late.channel_id, late.caller.clone());
        let held = kept::hold(&mut tx, &[who]).await?;
        let same = |row: &&Missed| row.standing == late.standing && row.told_for == late.told_for;
        let Some(row) = held.iter().find(same) else {
            return Ok(tx.roll_back().await?);
        };
        let Some(since) = row.standing.first_at() else {
            return Ok(tx.roll_back().await?);
        };
        let told = Missed {
            told_for: Some(since),
            ..row.clone()
        };
        kept::put(&mut tx, &told).await?;
        let overdue = Notice::CallbackOverdue {
            missed: row.id,
            channel: row.channel_id,
            caller: self.caller_name(&mut tx, row).await?,
            since,
        };
        let bosses = bosses(&mut tx).await?;
        notices::tell(&mut tx, &bosses, &overdue, self.now()).await?;
        Ok(tx.commit().await?)
    }

    async fn caller_name(&self, conn: &mut Conn, row: &Missed) -> Result<String> {
        let client = match row.client_id() {
            Some(id) => store::clients::find(conn, id).await?,
            None => None,
        };
        let name = client.map(|client| client.name);
        Ok(name.or_else(|| row.number.clone()).unwrap_or_default())
    }
}

async fn bosses(tx: &mut Tx) -> Result<Vec<AgentId>> {
    let everybody = store::agents::list(tx).await?;
    let bosses = everybody.iter().filter(|agent| match agent.role {
        Role::Admin | Role::Supervisor => agent.active,
        Role::Agent | Role::Internal => false,
    });
    Ok(bosses.map(|agent| agent.id).collect())
}
