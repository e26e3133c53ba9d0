//! A channel's silence, noted once when it is told.

use domain::{At, ChannelId};

use crate::args::args;
use crate::{Result, Tx};

/// Notes that a channel has been silent since then; false when that was noted already.
pub async fn note_silence(tx: &mut Tx, id: ChannelId, since: At) -> Result<bool> {
    let sql = "UPDATE channels SET silent_since = $2
               WHERE id = $1 AND deleted_at IS NULL AND (silent_since IS NULL OR silent_since <> $2)";
    let noted = tx.run(sql, args![id, since]).await? > 0;
    if noted {
        super::announce(tx, id);
    }
    Ok(noted)
}

/// A channel is silent no more; false when it was not.
pub async fn break_silence(tx: &mut Tx, id: ChannelId) -> Result<bool> {
    let sql = "UPDATE channels SET silent_since = NULL WHERE id = $1 AND silent_since IS NOT NULL";
    let broken = tx.run(sql, args![id]).await? > 0;
    if broken {
        super::announce(tx, id);
    }
    Ok(broken)
}
