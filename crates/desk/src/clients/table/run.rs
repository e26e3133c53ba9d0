//! A file is taken in: some rows at a time, each time all of them or none; what was done is not done again.

use std::collections::HashSet;

use domain::{Actor, ImportId, PhoneNumber};
use store::client_imports::{self, Import};

use super::import::{ImportState, Tally, from_json, note, sheet};
use super::plan::Plan;
use super::row::{Outcome, Read};
use super::sheet::Cells;
use super::wrong;
use crate::{Desk, Refusal, Result, Thing};

/// Rows in one transaction: few enough that calls are not kept waiting.
const AT_ONCE: usize = 50;

impl Desk {
    /// Tries a file or takes it in, from where it was left off.
    pub(crate) async fn import_clients(&self, id: ImportId) -> Result<()> {
        let mut conn = self.store.read().await?;
        let import = client_imports::find(&mut conn, id).await?;
        let mut import = import.ok_or(Refusal::NotFound(Thing::Import))?;
        if ImportState::read(&import.state)? != ImportState::Runs {
            return Ok(());
        }
        let plan: Plan = from_json(&import.plan)?;
        let rows = sheet(&mut conn, id, &plan).await?;
        drop(conn);
        let actor = self.actor(import.agent_id).await?;
        let mut tally: Tally = from_json(&import.tally)?;
        if plan.dry {
            // Nothing was kept of what was tried: it is tried from the beginning.
            tally = Tally::default();
        }
        tally.total = i64::try_from(rows.len()).unwrap_or(i64::MAX);
        let mut seen = HashSet::new();
        let begun = usize::try_from(tally.done).unwrap_or_default();
        for some in rows[begun.min(rows.len())..].chunks(AT_ONCE) {
            self.import_some(&mut import, &actor, &plan, some, &mut tally, &mut seen)
                .await?;
        }
        let end = if plan.dry {
            ImportState::Tried
        } else {
            ImportState::Done
        };
        import.updated_at = self.now();
        let mut tx = self.store.begin().await?;
        note(&mut tx, &mut import, end, &tally).await?;
        Ok(tx.commit().await?)
    }

    async fn import_some(
        &self,
        import: &mut Import,
        actor: &Actor,
        plan: &Plan,
        some: &[Cells],
        tally: &mut Tally,
        seen: &mut HashSet<PhoneNumber>,
    ) -> Result<()> {
        let read: Vec<Read> = some.iter().map(|row| Read::of(plan, row, self)).collect();
        let numbers = read.iter().flat_map(|row| &row.numbers);
        let mut locks: Vec<i64> = numbers.map(crate::calls::number_lock).collect();
        locks.sort_unstable();
        locks.dedup();
        let mut tx = self.store.begin().await?;
        for lock in locks {
            tx.hold(lock).await?;
        }
        let (mut wrong_rows, mut made) = (Vec::new(), Vec::new());
        for (row, cells) in read.into_iter().zip(some) {
            tally.done += 1;
            let numbers = row.numbers.clone();
            match row.write(self, &mut tx, actor, plan, seen).await? {
                Outcome::Made => {
                    tally.made += 1;
                    made.extend(numbers);
                }
                Outcome::Updated => tally.updated += 1,
                Outcome::Skipped => tally.skipped += 1,
                Outcome::Wrong(faults) => {
                    tally.wrong += 1;
                    wrong_rows.push(wrong::row(cells, &faults));
                }
            }
        }
        if plan.dry {
            tx.roll_back().await?;
            seen.extend(made);
            tx = self.store.begin().await?;
        }
        for row in &wrong_rows {
            client_imports::add_wrong(&mut tx, import.id, row).await?;
        }
        import.updated_at = self.now();
        note(&mut tx, import, ImportState::Runs, tally).await?;
        Ok(tx.commit().await?)
    }
}
