//! Clients as somebody sees them: those who called where they work, and those who called nowhere.

use std::sync::Arc;

use domain::{Actor, Client, ClientField, ClientId};
use store::client_fields;
use store::clients::ClientFilter;
use store::{Conn, Page, Slice};

use crate::calls::{NamedAgent, named_agents};
use crate::{Desk, Refusal, Result, Thing};

/// A client with what is kept beside them.
#[derive(Debug, Clone, PartialEq)]
pub struct ClientView {
    /// The client.
    pub client: Client,
    /// Values of fields that administrators have added, in the fields' order.
    pub values: Vec<FieldValue>,
    /// Who answers for them, when a person has said so.
    pub responsible: Option<NamedAgent>,
}

/// A value in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldValue {
    /// The field.
    pub field: Arc<ClientField>,
    /// The value in the one spelling it is kept in.
    pub value: String,
}

impl Desk {
    /// Clients within reach, in the order of the filter.
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

    /// These clients, whom the actor was given already, with what is kept beside them.
    pub async fn client_views(&self, _: &Actor, clients: Vec<Client>) -> Result<Vec<ClientView>> {
        let mut conn = self.store.read().await?;
        views(&mut conn, clients).await
    }

    /// The same for one.
    pub async fn client_view(&self, actor: &Actor, client: Client) -> Result<ClientView> {
        let mut views = self.client_views(actor, vec![client]).await?;
        views.pop().ok_or(Refusal::NotFound(Thing::Client))
    }
}

/// With values and names: one query a kind, however many clients.
pub(super) async fn views(conn: &mut Conn, clients: Vec<Client>) -> Result<Vec<ClientView>> {
    let ids: Vec<ClientId> = clients.iter().map(|client| client.id).collect();
    let fields = client_fields::list(conn).await?;
    let fields: Vec<Arc<ClientField>> = fields.into_iter().map(Arc::new).collect();
    let mut values = if fields.is_empty() {
        std::collections::HashMap::new()
    } else {
        client_fields::values(conn, &ids).await?
    };
    let agents = if clients.iter().any(|client| client.responsible_id.is_some()) {
        named_agents(conn).await?
    } else {
        std::collections::HashMap::new()
    };
    let view = |client: Client| {
        let of = values.remove(&client.id).unwrap_or_default();
        let value = |field: &Arc<ClientField>| {
            let value = of.get(&field.id)?.clone();
            Some(FieldValue {
                field: Arc::clone(field),
                value,
            })
        };
        ClientView {
            values: fields.iter().filter_map(value).collect(),
            responsible: client
                .responsible_id
                .and_then(|id| agents.get(&id).cloned()),
            client,
        }
    };
    Ok(clients.into_iter().map(view).collect())
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
