//! Where somebody is signed in, and signing out from afar.

use domain::{Actor, SessionId};
use store::sessions;

use super::Session;
use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// The browsers the asker is signed in with, the one seen last first.
    pub async fn sessions(&self, actor: &Actor) -> Result<Vec<Session>> {
        let now = self.now();
        let mut conn = self.store.read().await?;
        let mut all = sessions::of_agent(&mut conn, actor.agent).await?;
        all.retain(|session| session.expires_at > now);
        Ok(all)
    }

    /// Signs one of the asker's browsers out.
    pub async fn end_session(&self, actor: &Actor, id: SessionId) -> Result<()> {
        let mut tx = self.store.begin().await?;
        let own = sessions::of_agent(&mut tx, actor.agent).await?;
        if !own.iter().any(|session| session.id == id) {
            return Err(Refusal::NotFound(Thing::Session));
        }
        sessions::delete(&mut tx, id).await?;
        Ok(tx.commit().await?)
    }

    /// Signs all of the asker's browsers out but `here`, the one they ask from; how many.
    pub async fn end_other_sessions(&self, actor: &Actor, here: Option<SessionId>) -> Result<u64> {
        let mut tx = self.store.begin().await?;
        let ended = sessions::delete_all_of(&mut tx, actor.agent, here).await?;
        tx.commit().await?;
        Ok(ended)
    }
}
