//! Changing a client.

use domain::{Actor, Client, ClientId};

use super::form::{self, TypedPhone};
use crate::fault::{Faults, Why};
use crate::{Desk, Result};

/// What to change, as typed; what is absent stays, `Some(None)` is taken away.
#[derive(Debug, Clone, Default)]
pub struct ClientChange {
    /// Name; taken away, the first number stands in its place.
    pub name: Option<Option<String>>,
    /// All numbers.
    pub phones: Option<Vec<TypedPhone>>,
    /// All addresses.
    pub emails: Option<Vec<String>>,
    /// Company.
    pub company: Option<Option<String>>,
    /// What to know when they call.
    pub note: Option<Option<String>>,
    /// Comes first.
    pub vip: Option<bool>,
    /// Their tickets are spam.
    pub spammer: Option<bool>,
}

impl Desk {
    /// Changes a client.
    pub async fn change_client(
        &self,
        actor: &Actor,
        id: ClientId,
        change: ClientChange,
    ) -> Result<Client> {
        crate::tickets::may_change(actor)?;
        let mut tx = self.store.begin().await?;
        let before = super::reachable(&mut tx, actor, id).await?;
        let mut client = before.clone();
        let mut faults = Faults::none();
        if let Some(typed) = change.phones {
            client.phones = form::phones(&mut faults, &typed, self.options.country);
        }
        if let Some(typed) = change.emails {
            client.emails = form::emails(&mut faults, &typed);
        }
        if let Some(typed) = change.name {
            let name = form::line(&mut faults, "name", typed.as_deref());
            client.named = name.is_some();
            client.name = name
                .or_else(|| client.phones.first().map(|phone| phone.number.pretty()))
                .unwrap_or_default();
        }
        if client.name.is_empty() {
            faults.add("name", Why::Required);
        }
        if let Some(typed) = change.company {
            client.company = form::line(&mut faults, "company", typed.as_deref());
        }
        if let Some(typed) = change.note {
            client.note = form::lines(&mut faults, "note", typed.as_deref());
        }
        client.vip = change.vip.unwrap_or(client.vip);
        client.spammer = change.spammer.unwrap_or(client.spammer);
        faults.check()?;
        if client != before {
            client.updated_at = self.now();
            store::clients::update(&mut tx, &client).await?;
        }
        tx.commit().await?;
        Ok(client)
    }
}
