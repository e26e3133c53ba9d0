//! Notices as their reader sees them: with the names of what they are about.

use std::collections::HashMap;

use domain::{Actor, AgentId, At, ChannelId, NoticeId, TicketId};
use store::notices::{self as kept, Note};
use store::tickets::Title;
use store::{Conn, Page, Slice, agents, channels, tickets};

use super::Notice;
use crate::{Desk, Refusal, Result, Thing};

/// Something the reader was told.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// Its id.
    pub id: NoticeId,
    /// What.
    pub notice: Notice,
    /// The names that go with it.
    pub about: About,
    /// When.
    pub created_at: At,
    /// When they have read it.
    pub read_at: Option<At>,
}

/// The names of what a notice is about; what the reader may not see any more is not named.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct About {
    /// Who brought it about.
    pub by: Option<String>,
    /// The ticket.
    pub ticket: Option<Title>,
    /// The channel's name.
    pub channel: Option<String>,
}

impl Desk {
    /// What the asker was told, the latest first; only what they have not read, or all of it.
    pub async fn notices(&self, actor: &Actor, unread: bool, slice: Slice) -> Result<Page<Told>> {
        let mut conn = self.store.read().await?;
        let page = kept::list(&mut conn, actor.agent, unread, slice).await?;
        Ok(Page {
            items: named(&mut conn, actor, page.items).await?,
            next: page.next,
        })
    }

    /// How much the asker has not read, [`kept::MOST_COUNTED`] at most.
    pub async fn unread_notices(&self, actor: &Actor) -> Result<i64> {
        let mut conn = self.store.read().await?;
        Ok(kept::count_unread(&mut conn, actor.agent).await?)
    }

    /// Notes that the asker has read this one, and gives it.
    pub async fn read_notice(&self, actor: &Actor, id: NoticeId) -> Result<Told> {
        let unknown = || Refusal::NotFound(Thing::Notice);
        let mut tx = self.store.begin().await?;
        kept::read(&mut tx, actor.agent, id, self.now()).await?;
        let note = kept::find(&mut tx, actor.agent, id).await?;
        let told = named(&mut tx, actor, vec![note.ok_or_else(unknown)?]).await?;
        tx.commit().await?;
        told.into_iter().next().ok_or_else(unknown)
    }

    /// Notes that the asker has read all of it; how many there were.
    pub async fn read_all_notices(&self, actor: &Actor) -> Result<u64> {
        let mut tx = self.store.begin().await?;
        let read = kept::read_all(&mut tx, actor.agent, self.now()).await?;
        tx.commit().await?;
        Ok(read)
    }
}

/// Puts the names to them. What a later version of the desk has written is left out.
pub(super) async fn named(conn: &mut Conn, actor: &Actor, notes: Vec<Note>) -> Result<Vec<Told>> {
    let read: Vec<(Note, Notice)> = notes
        .into_iter()
        .filter_map(|note| {
            let notice = serde_json::from_value(note.facts.clone()).ok()?;
            Some((note, notice))
        })
        .collect();
    let about: Vec<TicketId> = read.iter().filter_map(|(_, n)| n.ticket()).collect();
    let mut titles = tickets::titles(conn, &about).await?;
    titles.retain(|_, title| actor.reach.covers(title.channel_id));
    let people = match read.iter().any(|(_, n)| n.by().is_some()) {
        true => agents::names(conn).await?.into_iter().collect(),
        false => HashMap::new(),
    };
    let wires = match read.iter().any(|(_, n)| n.channel().is_some()) {
        true => channels::list(conn).await?,
        false => Vec::new(),
    };
    let wires: HashMap<ChannelId, String> = wires
        .into_iter()
        .filter(|channel| actor.reach.covers(Some(channel.id)))
        .map(|channel| (channel.id, channel.name))
        .collect();
    Ok(read
        .into_iter()
        .map(|(note, notice)| told(&note, notice, &people, &titles, &wires))
        .collect())
}

fn told(
    note: &Note,
    notice: Notice,
    people: &HashMap<AgentId, String>,
    titles: &HashMap<TicketId, Title>,
    wires: &HashMap<ChannelId, String>,
) -> Told {
    let about = About {
        by: notice.by().and_then(|id| people.get(&id).cloned()),
        ticket: notice.ticket().and_then(|id| titles.get(&id).cloned()),
        channel: notice.channel().and_then(|id| wires.get(&id).cloned()),
    };
    Told {
        id: note.id,
        notice,
        about,
        created_at: note.created_at,
        read_at: note.read_at,
    }
}
