//! Two clients become one: everything of the first moves to the second.

use domain::{At, ClientId};

use crate::args::args;
use crate::{Change, Result, Topic, Tx};

/// Moves calls, tickets and numbers of `from` to `into`, and leaves `from` as a pointer.
pub async fn merge(tx: &mut Tx, from: ClientId, into: ClientId, now: At) -> Result<()> {
    tx.run(
        "UPDATE calls SET client_id = $2 WHERE client_id = $1",
        args![from, into],
    )
    .await?;
    tx.run(
        "UPDATE tickets SET client_id = $2, version = version + 1 WHERE client_id = $1",
        args![from, into],
    )
    .await?;
    tx.run(
        "INSERT INTO client_phones (client_id, number, kind, place)
         SELECT $2, number, kind, place + 1000 FROM client_phones WHERE client_id = $1
         ON CONFLICT (client_id, number) DO NOTHING",
        args![from, into],
    )
    .await?;
    tx.run(
        "DELETE FROM client_phones WHERE client_id = $1",
        args![from],
    )
    .await?;
    tx.run(
        "UPDATE clients SET merged_into = $2, updated_at = $3 WHERE id = $1",
        args![from, into, now],
    )
    .await?;
    tx.run(
        "UPDATE clients SET merged_into = $2 WHERE merged_into = $1",
        args![from, into],
    )
    .await?;
    for id in [from, into] {
        tx.changed(Change {
            topic: Topic::Client(id),
            channel: None,
        });
    }
    Ok(())
}
