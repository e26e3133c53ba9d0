//! Labels that are set on a ticket from elsewhere, one by one: those that others have set meanwhile stay.

use domain::{Actor, At, TicketId};
use store::Tx;

use super::{TicketChange, change};
use crate::Result;

/// Takes those away that are no longer among `now`, of those that `were` set from there, and adds the new ones.
pub(crate) async fn label(
    tx: &mut Tx,
    actor: &Actor,
    id: TicketId,
    were: &[String],
    now_set: &[String],
    now: At,
) -> Result<()> {
    let before = super::reachable(tx, actor, id).await?;
    let mut tags = before.tags.clone();
    tags.retain(|tag| !were.contains(tag) || now_set.contains(tag));
    for tag in now_set {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
    if tags != before.tags {
        let change = TicketChange {
            tags: Some(tags),
            ..TicketChange::default()
        };
        change::apply(tx, actor, &before, change, now).await?;
    }
    Ok(())
}
