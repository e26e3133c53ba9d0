//! Drafts: what somebody is writing in a ticket waits for them, in any browser.

use domain::{Actor, TicketId};

use super::LONGEST_COMMENT;
use crate::{Desk, Refusal, Result, Why};

impl Desk {
    /// What the agent was writing here.
    pub async fn draft(&self, actor: &Actor, id: TicketId) -> Result<Option<String>> {
        let mut conn = self.store.read().await?;
        super::reachable(&mut conn, actor, id).await?;
        Ok(store::drafts::find(&mut conn, actor.agent, id).await?)
    }

    /// Keeps what the agent is writing here; nothing but spaces is not kept.
    pub async fn keep_draft(&self, actor: &Actor, id: TicketId, text: &str) -> Result<()> {
        let text = text.replace("\r\n", "\n");
        if text.chars().count() > LONGEST_COMMENT {
            return Err(Refusal::field("text", Why::TooLong(LONGEST_COMMENT)));
        }
        let mut tx = self.store.begin().await?;
        super::reachable(&mut tx, actor, id).await?;
        if text.trim().is_empty() {
            store::drafts::remove(&mut tx, actor.agent, id).await?;
        } else {
            store::drafts::put(&mut tx, actor.agent, id, &text, self.now()).await?;
        }
        tx.commit().await?;
        Ok(())
    }
}
