//! Calls that were heard before there was a board: who was missed lately is put on it, once.

use jiff::SignedDuration;

use store::missed as kept;
use store::settings;

use super::follow::{Touched, follow};
use crate::{Desk, Result};

/// Farther back nobody waits for a call.
const LATELY: SignedDuration = SignedDuration::from_hours(30 * 24);
/// What is noted once it is done.
const DONE: &str = "missed_callers_since";
/// Calls looked at in one transaction.
const BATCH: usize = 200;

impl Desk {
    /// Puts those who were missed before there was a board on it. Done once, it does nothing.
    pub async fn catch_up_with_missed(&self) -> Result<()> {
        let mut conn = self.store.read().await?;
        if settings::find(&mut conn, DONE).await?.is_some() {
            return Ok(());
        }
        let calls = kept::missed_calls(&mut conn, self.now() - LATELY).await?;
        drop(conn);
        for some in calls.chunks(BATCH) {
            let mut tx = self.store.begin().await?;
            let touched = some.iter().flat_map(|call| Touched::by(None, call));
            follow(&mut tx, touched.collect(), self.now()).await?;
            tx.commit().await?;
        }
        let mut tx = self.store.begin().await?;
        settings::put(&mut tx, DONE, &self.now().to_string()).await?;
        Ok(tx.commit().await?)
    }
}
