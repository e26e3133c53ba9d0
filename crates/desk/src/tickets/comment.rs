//! Writing into a ticket, for colleagues.

use domain::text::many_lines;
use domain::timeline::Author;
use domain::{Actor, At, Entry, EntryId, EntryKind, TicketId};

use super::{LONGEST_COMMENT, deed};
use crate::{Desk, Refusal, Result};

impl Desk {
    /// Adds an internal comment.
    pub async fn comment(&self, actor: &Actor, id: TicketId, text: &str) -> Result<Entry> {
        let text = many_lines(text, LONGEST_COMMENT)
            .map_err(|fault| Refusal::field("text", fault.into()))?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let ticket = super::reachable(&mut tx, actor, id).await?;
        let entry = comment_by(actor, ticket.id, text, now);
        store::entries::insert(&mut tx, &entry, now).await?;
        deed::touch(&mut tx, ticket.id, now).await?;
        tx.commit().await?;
        Ok(entry)
    }
}

/// A comment's entry.
pub(super) fn comment_by(actor: &Actor, ticket: TicketId, text: String, now: At) -> Entry {
    Entry {
        id: EntryId::at(now),
        ticket_id: ticket,
        kind: EntryKind::Comment,
        at: now,
        author: Some(Author {
            id: actor.agent,
            name: actor.name.clone(),
        }),
        text: Some(text),
        fields: serde_json::json!({}),
        call_id: None,
    }
}
