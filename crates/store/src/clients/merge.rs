//! Two clients become one: everything of the first moves to the second, and can move back.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use domain::{At, CallId, ClientId, TicketId};

use crate::args::{Arg, args};
use crate::{Change, Result, Topic, Tx};

/// What moved.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moved {
    /// Calls.
    pub calls: Vec<CallId>,
    /// Tickets.
    pub tickets: Vec<TicketId>,
    /// Clients who had been merged into the one who goes.
    pub clients: Vec<ClientId>,
}

/// Rows named in one statement: fewer than either engine takes values.
const AT_ONCE: usize = 500;
/// Pages of moved tickets that are told; a list of them is told by any one.
const TOLD: usize = 50;

/// Moves calls and tickets of `from` to `into`, and leaves `from` as a pointer without numbers.
pub async fn merge(tx: &mut Tx, from: ClientId, into: ClientId, now: At) -> Result<Moved> {
    let calls: Vec<(Uuid,)> = tx
        .rows(
            "UPDATE calls SET client_id = $2 WHERE client_id = $1 RETURNING id",
            args![from, into],
        )
        .await?;
    let tickets: Vec<(Uuid,)> = tx
        .rows(
            "UPDATE tickets SET client_id = $2, version = version + 1 WHERE client_id = $1 RETURNING id",
            args![from, into],
        )
        .await?;
    tx.run(
        "DELETE FROM client_phones WHERE client_id = $1",
        args![from],
    )
    .await?;
    super::like::remove_keys(tx, from).await?;
    let clients: Vec<(Uuid,)> = tx
        .rows(
            "UPDATE clients SET merged_into = $2 WHERE merged_into = $1 RETURNING id",
            args![from, into],
        )
        .await?;
    tx.run(
        "UPDATE clients SET merged_into = $2, updated_at = $3 WHERE id = $1",
        args![from, into, now],
    )
    .await?;
    let moved = Moved {
        calls: calls.into_iter().map(|(id,)| CallId(id)).collect(),
        tickets: tickets.into_iter().map(|(id,)| TicketId(id)).collect(),
        clients: clients.into_iter().map(|(id,)| ClientId(id)).collect(),
    };
    tell(tx, [from, into], &moved);
    Ok(moved)
}

/// Moves back what had moved, as far as it is still with `into`.
pub async fn take_back(tx: &mut Tx, from: ClientId, into: ClientId, moved: &Moved) -> Result<()> {
    let calls: Vec<Uuid> = moved.calls.iter().map(|id| id.0).collect();
    let tickets: Vec<Uuid> = moved.tickets.iter().map(|id| id.0).collect();
    let clients: Vec<Uuid> = moved.clients.iter().map(|id| id.0).collect();
    let all = [
        ("calls", "client_id", "", calls),
        ("tickets", "client_id", ", version = version + 1", tickets),
        ("clients", "merged_into", "", clients),
    ];
    for (table, column, too, ids) in all {
        for some in ids.chunks(AT_ONCE) {
            let marks: Vec<String> = (3..some.len() + 3).map(|n| format!("${n}")).collect();
            let sql = format!(
                "UPDATE {table} SET {column} = $1{too} WHERE {column} = $2 AND id IN ({})",
                marks.join(", ")
            );
            let mut args = args![from, into];
            args.extend(some.iter().map(|id| Arg::from(*id)));
            tx.run(sql, args).await?;
        }
    }
    tx.run(
        "UPDATE clients SET merged_into = NULL WHERE id = $1 AND merged_into = $2",
        args![from, into],
    )
    .await?;
    tell(tx, [from, into], moved);
    Ok(())
}

fn tell(tx: &mut Tx, clients: [ClientId; 2], moved: &Moved) {
    for id in clients {
        tx.changed(Change {
            topic: Topic::Client(id),
            channel: None,
        });
    }
    for id in moved.tickets.iter().take(TOLD) {
        tx.changed(Change {
            topic: Topic::Ticket(*id),
            channel: None,
        });
    }
    for id in moved.calls.iter().take(TOLD) {
        tx.changed(Change {
            topic: Topic::Call(*id),
            channel: None,
        });
    }
}
