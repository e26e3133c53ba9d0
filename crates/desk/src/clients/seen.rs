//! Clients as somebody sees them: those who called where they work, and those who called nowhere.

use domain::{Actor, Client, ClientId};
use store::clients::ClientFilter;
use store::{Conn, Page, Slice};

use crate::{Desk, Refusal, Result, Thing};

impl Desk {
    /// Clients within reach, the latest changed first.
    pub async fn clients(
        &self,
        actor: &Actor,
        filter: &ClientFilter,
        slice: Slice,
    ) -> Result<Page<Client>> {
        let mut conn = self.store.read().await?;
        Ok(store::clients::list(&mut conn, filter, &actor.reach, slice).await?)
    }

    /// One client within reach; one who was merged is the one they were merged into.
    pub async fn client(&self, actor: &Actor, id: ClientId) -> Result<Client> {
        let mut conn = self.store.read().await?;
        let id = store::clients::merged_into(&mut conn, id)
            .await?
            .unwrap_or(id);
        reachable(&mut conn, actor, id).await
    }
}

/// The client, if the actor may see them.
pub(crate) async fn reachable(conn: &mut Conn, actor: &Actor, id: ClientId) -> Result<Client> {
    if !store::clients::is_within(conn, id, &actor.reach).await? {
        return Err(Refusal::NotFound(Thing::Client));
    }
    store::clients::find(conn, id)
        .await?
        .ok_or(Refusal::NotFound(Thing::Client))
}
