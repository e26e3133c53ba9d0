//! Writing into a ticket, for colleagues: comments, whom they name, and what a ready text changes along with them.

use domain::mention::{Mention, mentioned};
use domain::text::many_lines;
use domain::timeline::Author;
use domain::{Actor, AgentId, At, Entry, EntryId, EntryKind, MacroId, Ticket, TicketId};
use store::{Tx, tickets};

use super::{LONGEST_COMMENT, change, deed, who_sees};
use crate::notices::{self, Notice};
use crate::{Desk, Refusal, Result};

impl Desk {
    /// Adds an internal comment.
    pub async fn comment(&self, actor: &Actor, id: TicketId, text: &str) -> Result<Entry> {
        let entry = self.answer(actor, id, text, &[]).await?;
        entry.ok_or(Refusal::Inside("a comment was not written"))
    }

    /// Adds an internal comment and does what these macros do. The text may be empty when they do anything. What the agent
    /// had as a draft here is forgotten: it is written now.
    pub async fn answer(
        &self,
        actor: &Actor,
        id: TicketId,
        text: &str,
        macros: &[MacroId],
    ) -> Result<Option<Entry>> {
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let ticket = super::reachable(&mut tx, actor, id).await?;
        deed::still_apart(&ticket)?;
        let wanted = crate::macros::acts_of(&mut tx, actor, &ticket, macros).await?;
        let entry = if text.trim().is_empty() && wanted.is_some() {
            None
        } else {
            Some(write(&mut tx, actor, &ticket, text, now).await?)
        };
        deed::touch(&mut tx, ticket.id, now).await?;
        store::drafts::remove(&mut tx, actor.agent, ticket.id).await?;
        if let Some(wanted) = wanted {
            deed::may_change(actor)?;
            let before = super::reachable(&mut tx, actor, id).await?;
            change::apply(&mut tx, actor, &before, wanted, now).await?;
        }
        tx.commit().await?;
        Ok(entry)
    }

    /// Gives one's own comment another text; it says from then on that it was changed. With `was` only when it was last
    /// changed then.
    pub async fn edit_comment(
        &self,
        actor: &Actor,
        id: EntryId,
        text: &str,
        was: Option<Option<At>>,
    ) -> Result<Entry> {
        let text = checked(text)?;
        let now = self.now();
        let mut tx = self.store.begin().await?;
        let (ticket, mut entry) = own(&mut tx, actor, id, false).await?;
        if was.is_some_and(|was| was != entry.edited_at) {
            return Err(Refusal::Changed);
        }
        if entry.text.as_deref() != Some(text.as_str()) {
            let before = mentions(&entry);
            let people = named(&mut tx, &ticket, &text).await?;
            entry.fields = fields(&people);
            entry.text = Some(text);
            entry.edited_at = Some(now);
            store::entries::rewrite(&mut tx, &entry).await?;
            let is_new = |one: &Mention| before.iter().all(|known| known.id != one.id);
            let fresh: Vec<Mention> = people.into_iter().filter(is_new).collect();
            tell_named(&mut tx, actor, &entry, &fresh, now).await?;
            tickets::tell(&mut tx, &ticket);
        }
        tx.commit().await?;
        Ok(entry)
    }

    /// Takes one's own comment out of the timeline.
    pub async fn delete_comment(&self, actor: &Actor, id: EntryId) -> Result<TicketId> {
        self.set_deleted(actor, id, Some(self.now())).await
    }

    /// Puts it back as it was.
    pub async fn restore_comment(&self, actor: &Actor, id: EntryId) -> Result<TicketId> {
        self.set_deleted(actor, id, None).await
    }

    async fn set_deleted(
        &self,
        actor: &Actor,
        id: EntryId,
        deleted: Option<At>,
    ) -> Result<TicketId> {
        let mut tx = self.store.begin().await?;
        let (ticket, entry) = own(&mut tx, actor, id, deleted.is_none()).await?;
        store::entries::set_deleted(&mut tx, entry.id, deleted).await?;
        tickets::tell(&mut tx, &ticket);
        tx.commit().await?;
        Ok(ticket.id)
    }
}

/// Writes a comment, and tells those whom it names.
pub(crate) async fn write(
    tx: &mut Tx,
    actor: &Actor,
    ticket: &Ticket,
    text: &str,
    now: At,
) -> Result<Entry> {
    let text = checked(text)?;
    let people = named(tx, ticket, &text).await?;
    let entry = Entry {
        id: EntryId::at(now),
        ticket_id: ticket.id,
        kind: EntryKind::Comment,
        at: now,
        author: Some(Author {
            id: actor.agent,
            name: actor.name.clone(),
        }),
        text: Some(text),
        fields: fields(&people),
        call_id: None,
        edited_at: None,
    };
    store::entries::insert(tx, &entry, now).await?;
    tell_named(tx, actor, &entry, &people, now).await?;
    Ok(entry)
}

/// Those whom a comment names, under the names they had then.
#[must_use]
pub fn mentions(entry: &Entry) -> Vec<Mention> {
    let kept = entry.fields.get("mentions").cloned().unwrap_or_default();
    serde_json::from_value(kept).unwrap_or_default()
}

fn fields(people: &[Mention]) -> serde_json::Value {
    if people.is_empty() {
        return serde_json::json!({});
    }
    serde_json::json!({ "mentions": people })
}

fn checked(text: &str) -> Result<String> {
    many_lines(text, LONGEST_COMMENT).map_err(|fault| Refusal::field("text", fault.into()))
}

/// Only those can be meant who see the ticket.
async fn named(tx: &mut Tx, ticket: &Ticket, text: &str) -> Result<Vec<Mention>> {
    if !text.contains('@') {
        return Ok(Vec::new());
    }
    let people = who_sees::seeing(tx, ticket.channel_id).await?;
    let people = people.into_iter().map(|agent| Mention {
        id: agent.id,
        name: agent.name,
    });
    Ok(mentioned(text, &people.collect::<Vec<_>>()))
}

async fn tell_named(
    tx: &mut Tx,
    actor: &Actor,
    entry: &Entry,
    people: &[Mention],
    now: At,
) -> Result<()> {
    let others = people.iter().map(|one| one.id);
    let others: Vec<AgentId> = others.filter(|id| *id != actor.agent).collect();
    let notice = Notice::Mentioned {
        ticket: entry.ticket_id,
        entry: entry.id,
        by: actor.agent,
    };
    notices::tell(tx, &others, &notice, now).await
}

/// One's own comment within reach, as it stands or as it was taken back.
async fn own(tx: &mut Tx, actor: &Actor, id: EntryId, gone: bool) -> Result<(Ticket, Entry)> {
    let missing = || Refusal::NotFound(crate::Thing::Comment);
    let found = store::entries::find(tx, id).await?;
    let (entry, is_gone) = found.ok_or_else(missing)?;
    let ticket = super::reachable(tx, actor, entry.ticket_id).await;
    let ticket = ticket.map_err(|_| missing())?;
    if entry.kind != EntryKind::Comment || is_gone != gone {
        return Err(missing());
    }
    if entry.author.as_ref().map(|author| author.id) != Some(actor.agent) {
        return Err(Refusal::NotAllowed(crate::Denied::NotYours));
    }
    Ok((ticket, entry))
}
